"""Atlas ESS: the territorial dashboard of the French social and solidarity economy."""

__version__ = "0.1.0"
