"""Page Données: to come."""


def show() -> None:
    """Draw the page."""
