"""Page Leviers."""

from ess_map.ui.views import levers_view

levers_view.show()
