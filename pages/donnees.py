"""Page Données."""

from ess_map.ui.views import data

data.show()
