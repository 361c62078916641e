"""Pieces of screen shared by several views."""
