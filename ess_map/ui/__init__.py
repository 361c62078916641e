"""Streamlit: pages, components, state in the address, French texts."""
