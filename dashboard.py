"""The front door: `streamlit run dashboard.py`. Streamlit finds `app`, its routes and its middleware by itself."""

import streamlit as st

from ess_map.ui.web import LIFESPAN, MIDDLEWARE, ROUTES

app = st.App("ess_map/ui/app.py", routes=ROUTES, middleware=MIDDLEWARE, lifespan=LIFESPAN)
