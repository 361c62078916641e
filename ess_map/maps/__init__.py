"""From view models to Folium; the only package that imports folium."""
