"""Page Cas."""

from ess_map.ui.views import cases_view

cases_view.show()
