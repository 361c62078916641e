"""What dashboard.py gives to Streamlit beside the pages: routes, middleware, and what is warmed before the first visit."""

from starlette.middleware import Middleware
from starlette.routing import Route

from ess_map.ui.web import actors, contours, map_files, theme
from ess_map.ui.web.answers import guarded
from ess_map.ui.web.document import FrenchDocument
from ess_map.ui.web.security import SecurityHeaders
from ess_map.ui.web.warming import lifespan

__all__ = ["LIFESPAN", "MIDDLEWARE", "ROUTES"]

ROUTES = [
    Route("/carte/police.woff2", guarded(map_files.font)),
    Route("/carte/{hash}/{name}", guarded(map_files.asset)),
    Route("/acteurs/{version}.bin", guarded(actors.columns)),
    Route("/acteurs/{version}/noms", guarded(actors.names)),
    Route("/acteur/{row:int}", guarded(actors.label)),
    Route("/selection/{version}.bin", guarded(actors.selected)),
    Route("/contours/{version}/contour.geojson", guarded(contours.outline)),
    Route("/contours/{version}/lieux.json", guarded(contours.names)),
    Route("/contours/{version}/{name}.geojson", guarded(contours.boundary)),
    Route("/theme/{version}.json", guarded(theme.values)),
]
MIDDLEWARE = [Middleware(SecurityHeaders), Middleware(FrenchDocument)]
LIFESPAN = lifespan
