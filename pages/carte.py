"""Page Carte."""

from ess_map.ui.views import map_view

map_view.show()
