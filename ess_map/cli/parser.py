"""Every command and its options: what `--help` lists exists, and nothing else is listed."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ess_map import __version__
from ess_map.actors.model import THEMES
from ess_map.cli.french import FrenchParser, RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["COMMANDS", "FACETS", "RefusedError", "read"]

PROG = "python -m ess_map"

LEVELS = ("commune", "epci", "ept", "zone_emploi", "departement", "region", "france")

FACETS: dict[str, str] = {
    "famille": "familles, séparées par des virgules (association, cooperative…)",
    "theme": "thèmes (SOC, MOB, NUM…)",
    "type": "types de structure (aci, scic, tiers_lieu…)",
    "label": "labels (siae, geiq…)",
    "effectif": "tranches d’effectif de Sirene (01, 11…)",
    "source": "sources (voir la commande « sources »)",
    "zonage": "zonages de la commune (zrr, pvd, acv)",
}
"""Option, which is also the parameter of addresses -> what it takes."""

COMMANDS: dict[str, str] = {
    "territoire": "trouve des territoires\u00a0: nom, code postal, code Insee ou Siren, ancien code",
    "acteurs": "compte et liste les acteurs d’un territoire\u202f; les exporte en .csv .xlsx .geojson .gpkg",
    "indicateurs": "donne tous les indicateurs d’un territoire, face à une référence et parmi ses comparables",
    "comparables": "trouve les territoires comparables, et dit ce qui les rapproche",
    "cas": "trouve les cas qui répondent aux besoins d’un territoire, dit pourquoi, ou s’abstient",
    "sources": "donne la carte d’identité de chaque source",
    "check": "vérifie données, empreintes et réglages\u202f; dit ce qui ne va pas et comment réparer",
    "build": "reconstruit le dossier data/ depuis les fichiers publics bruts",
    "serve": "ouvre le tableau de bord dans un navigateur",
}

MAX_PORT = 65_535


def read(words: Sequence[str]) -> argparse.Namespace:
    """
    Understand the words of a command line.

    Returns
    -------
    args
        `commande`, `json`, then the options of the command; `texte` is what `--help` or `--version` has to print, else None.

    Raises
    ------
    RefusedError
        If the words cannot be understood.
    """
    if not words or words[0] in {"-h", "--help"}:
        return argparse.Namespace(texte=_general_help())
    if words[0] == "--version":
        return argparse.Namespace(texte=f"Atlas ESS {__version__}\n")
    name, rest = words[0], list(words[1:])
    if name not in COMMANDS:
        raise RefusedError(
            f"Commande inconnue\u00a0: «\u00a0{name[:40]}\u00a0». Commandes\u00a0: {', '.join(COMMANDS)}. Aide\u00a0: {PROG} --help"
        )
    parser = FrenchParser(prog=f"{PROG} {name}", description=_sentence(COMMANDS[name]))
    common = parser.add_argument_group("options communes")
    common.add_argument(
        "--json",
        action="store_true",
        help="écrit un document JSON sur la sortie standard\u202f; les messages vont sur la sortie d’erreur",
    )
    common.add_argument("-h", "--help", action="store_true", help="affiche cette aide")
    _OPTIONS[name](parser)
    if "-h" in rest or "--help" in rest:
        return argparse.Namespace(texte=parser.format_help())
    return parser.parse_args(rest, argparse.Namespace(commande=name, texte=None))


def _general_help() -> str:
    width = max(map(len, COMMANDS))
    lines = [
        f"utilisation\u00a0: {PROG} COMMANDE [options]",
        "",
        "Atlas ESS, tableau de bord territorial de l’économie sociale et solidaire.",
        "",
        "commandes\u00a0:",
        *(f"  {name:<{width}}  {text}" for name, text in COMMANDS.items()),
        "",
        "Chaque commande accepte --json et --help. Un territoire s’écrit niveau:code, par exemple commune:35238,",
        "epci:243500139, departement:2A, region:53, ou compose:33514,33240 pour un ensemble de communes.",
        "Codes de sortie\u00a0: 0 si tout va bien, 2 pour un refus expliqué.",
    ]
    return "\n".join(lines) + "\n"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _territoire(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("recherche")
    group.add_argument("q", metavar="Q", nargs="+", help="nom, code postal, code Insee ou Siren, ancien code, ou niveau:code")
    group.add_argument("--niveau", choices=LEVELS, metavar="NIVEAU", help=f"un seul niveau\u00a0: {', '.join(LEVELS)}")
    group.add_argument("--limite", type=_count, default=10, metavar="N", help="nombre de réponses au plus (10)")


def _acteurs(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("choix des acteurs")
    group.add_argument("--territoire", required=True, metavar="T", help="territoire, niveau:code")
    group.add_argument("--nom", default="", metavar="NOM", help="nom donné à un territoire composé")
    for name, text in FACETS.items():
        group.add_argument(f"--{name}", action="append", default=[], metavar="LISTE", help=text)
    group.add_argument("--q", default="", metavar="TEXTE", help="texte cherché dans le nom, la commune, les codes")
    group.add_argument("--zone", default="", metavar="ZONE", help="cercle:lon,lat,metres ou polygone:lon,lat;lon,lat;…")
    group.add_argument("--complement", action="store_true", help="ajoute le registre complémentaire, à vérifier")
    out = parser.add_argument_group("sortie")
    out.add_argument(
        "--limite",
        type=_count,
        metavar="N",
        help="nombre d’acteurs listés au plus (100, ou 0 à l’écran avec --export)\u202f; l’export les a tous",
    )
    out.add_argument("--export", type=Path, metavar="FICHIER", help="écrit la liste entière : .csv, .xlsx, .geojson ou .gpkg")


def _indicateurs(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("comparaison")
    group.add_argument("--territoire", required=True, metavar="T", help="territoire, niveau:code")
    group.add_argument("--nom", default="", metavar="NOM", help="nom donné à un territoire composé")
    group.add_argument(
        "--reference",
        action="append",
        default=[],
        metavar="R",
        help="territoire de comparaison, ou «\u00a0comparables\u00a0» pour leur médiane\u202f; plusieurs fois au besoin (le niveau au-dessus)",
    )
    group.add_argument(
        "--comparables", type=_count, default=8, metavar="N", help="nombre de territoires comparables (8)\u202f; 0 pour aucun"
    )
    group.add_argument(
        "--poids",
        default="",
        metavar="POIDS",
        help="poids des variables qui choisissent les comparables, «\u00a0population=2,revenu=0\u00a0»",
    )
    group.add_argument(
        "--distance",
        type=int,
        choices=(5, 10, 15, 30),
        default=15,
        metavar="KM",
        help="distance des indicateurs de couverture\u00a0: 5, 10, 15 ou 30 km (15)",
    )
    group.add_argument("--table", type=Path, metavar="FICHIER", help="table officielle à ajouter, CSV (voir docs/INDICATEURS.md)")


def _comparables(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("comparaison")
    group.add_argument("--territoire", required=True, metavar="T", help="territoire, niveau:code")
    group.add_argument(
        "--nombre", type=_count, metavar="N", help="nombre de territoires comparables (10, ou moins s’il y a peu de candidats)"
    )
    group.add_argument(
        "--poids",
        default="",
        metavar="POIDS",
        help="poids des variables, «\u00a0population=2,revenu=0\u00a0»\u202f; 0 retire la variable",
    )


def _cas(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("besoin")
    group.add_argument("--territoire", required=True, metavar="T", help="territoire, niveau:code")
    group.add_argument("--nom", default="", metavar="NOM", help="nom donné à un territoire composé")
    group.add_argument(
        "--besoin",
        type=str.upper,
        choices=tuple(THEMES),
        default="",
        metavar="THEME",
        help="thème du besoin (SOC, MOB, NUM…)\u202f; sans lui, ce sont les écarts mesurés qui parlent",
    )
    group.add_argument(
        "--levier", default="", metavar="LEVIER", help="numéro d’un levier (M11.2…)\u202f: les cas qui l’ont employé"
    )
    group.add_argument(
        "--mots", default="", metavar="TEXTE", help="le besoin tel qu’on le dit, pour rapprocher les cas qui disent de même"
    )
    group.add_argument(
        "--reference", default="", metavar="R", help="territoire face auquel les écarts sont mesurés (le niveau au-dessus)"
    )
    out = parser.add_argument_group("sortie")
    out.add_argument("--limite", type=_count, default=5, metavar="N", help="nombre de cas au plus (5)")


def _build(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("dossiers")
    group.add_argument("--raw", type=Path, required=True, metavar="DOSSIER", help="fichiers publics bruts, tels que publiés")
    group.add_argument("--out", type=Path, metavar="DOSSIER", help="dossier à écrire (celui des données de ce réglage)")


def _serve(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("serveur")
    group.add_argument("--port", type=_port, default=8501, metavar="PORT", help="port d’écoute (8501)")


def _nothing(parser: argparse.ArgumentParser) -> None:
    """Add no option: the command takes the common ones alone."""


_OPTIONS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "territoire": _territoire,
    "acteurs": _acteurs,
    "indicateurs": _indicateurs,
    "comparables": _comparables,
    "cas": _cas,
    "sources": _nothing,
    "check": _nothing,
    "build": _build,
    "serve": _serve,
}


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError("donnez un nombre entier, zéro ou plus.")
    return int(text[:9])


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text[:6]) <= MAX_PORT):
        raise argparse.ArgumentTypeError(f"donnez un port entre 1 et {MAX_PORT}.")
    return int(text)
