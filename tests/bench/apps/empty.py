"""The floor under every figure: a Streamlit page with one word."""

import streamlit as st

st.write("Rien")
