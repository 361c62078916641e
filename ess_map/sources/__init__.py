"""Official files coming in: one file per source, then the build of `data/`."""
