"""The product's routes and middleware around a page that holds the choropleths alone."""

import streamlit as st

from ess_map.ui.web import LIFESPAN, MIDDLEWARE, ROUTES

app = st.App("theme_page.py", routes=ROUTES, middleware=MIDDLEWARE, lifespan=LIFESPAN)
