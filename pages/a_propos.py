"""Page À propos."""

from ess_map.ui.views import about

about.show()
