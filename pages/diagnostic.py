"""Page Diagnostic."""

from ess_map.ui.views import diagnosis_view

diagnosis_view.show()
