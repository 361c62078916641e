"""Page Mon territoire."""

from ess_map.ui.views import my_territory

my_territory.show()
