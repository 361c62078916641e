"""The charts: reading lines and their rows, built with Altair from what the indicators say."""
