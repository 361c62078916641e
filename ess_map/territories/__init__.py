"""Where: codes, levels, hierarchy, search, geometry."""
