"""What the map's frame loads: Leaflet and our scripts joined into one file, one style, each under the hash of its content."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from xstatic.pkg import leaflet

_ASSETS = Path(__file__).parent / "assets"
_LEAFLET = Path(leaflet.BASE_DIR)

# Order matters: each file hangs its part on `window.ess` and may use those above it.
_SCRIPTS = (
    "words",
    "palette",
    "mercator",
    "columns",
    "clusters",
    "hit_index",
    "symbols",
    "contours",
    "ground",
    "names",
    "actors",
    "street_names",
    "label",
    "place_list",
    "notes",
    "buttons",
    "legend",
    "overseas",
    "sketch",
    "drawing",
    "composing",
    "gestures",
    "tiles",
    "messages",
    "layer",
    "choosing",
    "controls",
    "state",
    "frame",
    "map",
    "shade",
    "theme_data",
    "theme_ground",
    "theme_layer",
    "theme_legend",
    "theme_twin",
    "theme_map",
)


@dataclass(frozen=True, slots=True)
class Asset:
    """A file served as it is, for ever, under an address that holds the hash of its content."""

    name: str
    media_type: str
    packed: bytes
    """Gzipped content."""
    digest: str

    @property
    def url(self) -> str:
        """Address, the hash BEFORE the name: streamlit-folium forgets whatever follows an underscore."""
        return f"/carte/{self.digest}/{self.name}"


@cache
def assets() -> dict[str, Asset]:
    """Give the closed list of files, by name."""
    leaflet_js = (_LEAFLET / "leaflet.js").read_bytes().rpartition(b"//# sourceMappingURL=")[0]
    constants = {"COLOURS": palette(), "ABROAD": abroad()}
    ours = (_ASSETS / f"{name}.js" for name in _SCRIPTS)
    script = b"\n".join(
        [
            leaflet_js,
            b"window.ess = %s;" % json.dumps(constants, separators=(",", ":")).encode(),
            *(path.read_bytes() for path in ours),
        ]
    )
    style = b"\n".join(path.read_bytes() for path in (_LEAFLET / "leaflet.css", _ASSETS / "map.css"))
    return {
        "carte.js": make("carte.js", "text/javascript; charset=utf-8", script),
        "carte.css": make("carte.css", "text/css; charset=utf-8", style),
    }


@cache
def palette() -> dict[str, dict[str, Any]]:
    """Give the colours of the map by mode (« clair », « sombre ») and role; « familles » follows the order of the binary."""
    document: dict[str, dict[str, Any]] = json.loads((_ASSETS / "palette.json").read_text(encoding="utf-8"))
    return document


def make(name: str, media_type: str, content: bytes) -> Asset:
    """Pack a content under its own hash."""
    return Asset(name, media_type, gzip.compress(content, 9, mtime=0), hashlib.sha256(content).hexdigest()[:16])


@cache
def abroad() -> list[list[list[float]]]:
    """Give the land of the neighbour countries: rings of longitude and latitude, sketched by hand for the background only."""
    document = json.loads((_ASSETS / "etranger.json").read_text(encoding="utf-8"))
    return [ring["points"] for ring in document["anneaux"]]
