"""
A data folder whose every text that is not ours is hostile: actors, addresses, websites, communes, an EPCI, a source.

The rest of the folder is the embedded one, linked and not copied. Nothing here is cleaned, as if a person had written the
tables by hand: what the pages do with it is what is tested.
"""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd

EMBEDDED = Path(__file__).resolve().parents[2] / "data"
EPCI = "200096675"
PILE, SPREAD = "56010", "56074"
"""Two communes of that EPCI. In the first every actor has the same address; in the second each has its own."""
MAP_POINT = (-3.0186, 47.8744)
STEP = 0.0007
"""Degrees between two actors of the second commune: two symbols that do not touch at the largest zoom."""
OUTSIDE = "mouchard.invalid"
"""A site that no page may ask anything of."""

TEXTS = {
    "jinja": "{{ 7*7 }} Épicerie {{ self }}",
    "jinja_bloc": "{% raw %} Atelier {%10 %}",
    "jinja_note": "Asso {# 1",
    "image": f'<img src="https://{OUTSIDE}/x" onerror="window.pwned=1">Ressourcerie',
    "script": "</script><script>window.pwned=1</script>",
    "svg": "<svg/onload=window.pwned=1><iframe srcdoc='<script>top.pwned=1</script>'>",
    "attribut": '" onmouseover="window.pwned=1" autofocus onfocus="window.pwned=1" x="',
    "apostrophe": "' onclick='window.pwned=1' x='; window.pwned=1; //",
    "gabarit": "`;window.pwned=1;` ${window.pwned=1} \\u0060 \\",
    "image_md": f"![pixel](https://{OUTSIDE}/p.png) <https://{OUTSIDE}/q>",
    "lien_md": "[cliquez](javascript:window.pwned=1) **gras** _penché_ `code` # titre",
    "directives": ":red[rouge] :material/home: :smile: :streamlit: 1. un",
    "latex": "$x^2$ $$\\int$$ \\(y\\) ~~barré~~",
    "sens": "\u202eessA\u202c \u2066\u202dd’Auray",
    "long": "Longue " + "A" * 10_000,
    "controles": "avant\x00après\x07\x1b[31m\x7f\u200bfin",
    "lignes": "ligne 1\nligne 2\r\n\tligne 3\u2028ligne 4",
    "zalgo": "Z\u0338\u0321\u031ba\u0334\u0359l\u0337g\u0336o 👩\u200d👩\u200d👧\u200d👦 𝓔pice 日本語",
    "formule": "=cmd|' /C calc'!A0",
    "somme": '@SUM(1;1)+HYPERLINK("http://x")',
    "separateurs": 'a|b;c,d;"e";\'f\'\\"g\\"',
    "entites": "&lt;script&gt;window.pwned=1&lt;/script&gt; &amp;amp; &#61;1 &nbsp",
    "style": "</style><style>*{display:none}</style><!-- --></textarea></title>",
    "table": "</td></tr></table></bdi></a></div><h1>Faux titre</h1><p>",
    "piege": '<a href="?territoire=commune:75056">piège</a>',
    "mot": "Stop",
    "adresse": "javascript:window.pwned=1//https://ok.invalid",
    "nul": "null",
    "absent": "NA",
    "requete": "a&territoire=commune:75056#fiche?acteur=x%00%",
}
"""What it attacks -> text. Written as names, addresses and parameters."""
WEBSITES = (
    "javascript:window.pwned=1",
    " JaVaScRiPt:window.pwned=1",
    "data:text/html,<script>window.pwned=1</script>",
    f'https://{OUTSIDE}/" onmouseover="window.pwned=1',
    "//" + OUTSIDE,
    "vbscript:x",
    "https://exemple.invalid/asso",
    "http://[::1",
)
PLACES = {
    "56039": TEXTS["image"],
    "56128": TEXTS["sens"],
    "56173": TEXTS["long"],
    PILE: "Baud {{ 7*7 }} <img src=x onerror=window.pwned=1> `${window.pwned=1}`",
    SPREAD: "Guénin\x00 ![p](https://" + OUTSIDE + "/c.png) :red[x] $y$\n</script>",
}
"""Commune of the EPCI -> the name that it is given. The sixth one keeps its own."""
EPCI_NAME = 'CC {% 10 %} "><script>window.pwned=1</script> :blue[Baud] $z$'
SOURCE = "aidants_connect_2024"
SOURCE_TITLE = "Liste {{ 7*7 }} <img src=x onerror=window.pwned=1> d'ici :red[x] $y$ `z`"


def build(folder: Path) -> Path:
    """Make the data folder."""
    for path in sorted(EMBEDDED.rglob("*")):
        target = folder / path.relative_to(EMBEDDED)
        target.mkdir(parents=True, exist_ok=True) if path.is_dir() else target.symlink_to(path)
    _write(folder / "acteurs/registre.parquet", actors())
    _write(folder / "territoires/communes.parquet", _renamed("territoires/communes.parquet", PLACES))
    _write(folder / "territoires/territoires.parquet", _renamed("territoires/territoires.parquet", {EPCI: EPCI_NAME}))
    cards = (EMBEDDED / "sources.toml").read_text(encoding="utf-8")
    head, card, rest = cards.partition(f"[{SOURCE}]\n")
    _, _, after = rest.partition("\n")
    (folder / "sources.toml").unlink()
    (folder / "sources.toml").write_text(f"{head}{card}titre = {json.dumps(SOURCE_TITLE)}\n{after}", encoding="utf-8")
    return folder


def actors() -> pd.DataFrame:
    """Give the register: every text as a name, in each of the two communes."""
    embedded = pd.read_parquet(EMBEDDED / "acteurs/registre.parquet")
    empty = dict.fromkeys(embedded.columns, "")
    rows = [
        {**empty, **_actor(number, name, commune)} for commune in (PILE, SPREAD) for number, name in enumerate(TEXTS.values())
    ]
    return pd.DataFrame(rows).astype({"longitude": float, "latitude": float})


def identifier(number: int, commune: str) -> str:
    """Give the key of an actor; some are hostile too, for they are part of addresses."""
    if number % 5 == 0:
        return f'{commune}-{number}"><img src=x onerror=window.pwned=1>&vue=liste'
    return f"{commune}-{number:02}"


def _actor(number: int, name: str, commune: str) -> dict[str, object]:
    texts = list(TEXTS.values())
    east, north = (0, 0) if commune == PILE else (number % 6, number // 6)
    return {
        "identifiant": identifier(number, commune),
        "nom": name,
        "autres_noms": texts[number - 1].replace("|", " "),
        "famille": "association",
        "themes": "SOC",
        "adresse": texts[number - 7],
        "code_postal": "56150",
        "code_commune": commune,
        "departement": "56",
        "longitude": MAP_POINT[0] + east * STEP + (0 if commune == PILE else 0.03),
        "latitude": MAP_POINT[1] + north * STEP,
        "precision_position": "adresse",
        "site_web": WEBSITES[number % len(WEBSITES)],
        "source": SOURCE,
        "date_source": "2024",
        "registre": "principal",
        "provenance": json.dumps({"nom": f"{SOURCE}:<b>x</b>", "<script>x</script>": f"{texts[number]}:nom"}),
    }


def _renamed(name: str, names: dict[str, str]) -> pd.DataFrame:
    table = pd.read_parquet(EMBEDDED / name)
    new = table["code"].map(names)
    return table.assign(nom=table["nom"].where(new.isna(), new))


def _write(path: Path, table: pd.DataFrame) -> None:
    path.unlink()
    table.to_parquet(path, index=False)
