"""Files that leave: CSV, XLSX, GeoJSON, GPKG."""
