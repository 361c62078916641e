"""Page Leviers."""


def show() -> None:
    """Draw the page."""
