"""`python -m ess_map.indicators.document` writes `docs/INDICATEURS.md` from the catalogue; a test checks that it is current."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ess_map.indicators.catalogue import catalogue
from ess_map.indicators.model import CHAPITRES, EVERY_LEVEL, Loi, Sens
from ess_map.indicators.official import CHAMPS, KEYS, MEASURES, NOMENCLATURES, TAILLES
from ess_map.indicators.official_reading import REQUIRED
from ess_map.indicators.secrecy import INSEE, OPEN
from ess_map.typography import fr

if TYPE_CHECKING:
    from ess_map.indicators.model import Indicator

PAGE = Path(__file__).resolve().parents[2] / "docs" / "INDICATEURS.md"
_SOURCES = {
    "registre": "les sources du registre qui couvrent ce qui est comparé",
    "table_officielle": "la table officielle importée",
}
_LAWS = {
    Loi.POISSON: "Intervalle à 95 % : exact, de la loi de Poisson (Garwood, 1936). Écart jugé par le test conditionnel exact.",
    Loi.BINOMIALE: "Intervalle à 95 % : de Wilson (1927). Écart jugé par l’intervalle de Newcombe (1998).",
    Loi.AUCUNE: "Pas d’intervalle : ce chiffre n’est pas un compte soumis au hasard.",
}
_SENSES = {Sens.HAUSSE: "une hausse est favorable", Sens.BAISSE: "une baisse est favorable", None: "aucun : plus n’est pas mieux"}
_NO_MODALITY = 20
"""Modalities listed at most: the sectors of an imported table are too many to read."""

_INTRODUCTION = """\
# Les indicateurs

Cette page est écrite par `python -m ess_map.indicators.document` à partir du catalogue (`ess_map/indicators/catalogue`, un fichier par
indicateur). Un test vérifie qu’elle est à jour.

## Règles communes

- **Comparer le comparable.** Un indicateur tiré du registre ne compte que les sources qui couvrent en entier le territoire et sa référence,
  et les nomme. S’il n’y en a aucune : « non comparable ». Parmi les territoires comparables, seules comptent les sources qui les couvrent tous.
- **Petits nombres.** Sous 2 000 habitants, ou avec moins de 5 acteurs, le nombre est montré à la place du taux.
- **Incertitude.** Un registre n’est pas un échantillon : l’intervalle dit de combien le compte aurait pu différer par le seul hasard (Brillinger,
  1986). Un écart est retenu si la référence est hors de l’intervalle du territoire et si un test entre territoires disjoints rejette l’égalité à
  5 % ; sinon : « L’écart est trop petit pour conclure. »
- **Écarts.** La liste de ce qui ressort corrige le nombre de comparaisons (Benjamini et Hochberg, 1995) et range par la partie sûre de l’écart :
  borne de l’intervalle du rapport des taux la plus proche de 1, ou h de Cohen pour une couverture. Il n’y a pas de note globale.
- **Comparables.** Médiane et quartiles plutôt que rang ; le rang est donné avec le nombre de territoires connus.
- **Secret statistique.** Une règle par source. Table officielle : {table} Registre : {registre} Une valeur masquée n’est ni zéro ni absente,
  sur aucune surface : page, carte, export, ligne de commande.
- **Millésimes.** Deux millésimes d’une table officielle ne sont jamais comparés comme s’ils étaient le même. Depuis 2017, Flores a remplacé Clap :
  aucune évolution ne franchit cette rupture.
- **Distances.** À vol d’oiseau, dans la projection officielle de chaque partie de la France (Lambert-93, RGAF09, RGFG95, RGR92, RGM04), depuis le
  point d’étiquette de la commune. Un acteur sans position est placé au point de sa commune.
- **Sommes.** Un territoire est la somme de ses communes. Un acteur dont seul le département est connu compte dans ce département, sa région et la
  France, dans aucun autre territoire. Une donnée qui manque n’est jamais un zéro.
"""

_IMPORT = """\
## Importer une table officielle

Un fichier CSV (UTF-8, séparateur `;`), une ligne par territoire, millésime et découpage. `python -m ess_map indicateurs --table FICHIER` s’en sert.
"""


def page() -> str:
    """Write the page from the catalogue."""
    known = catalogue().values()
    rules = _INTRODUCTION.replace("{table}", INSEE.texte).replace("{registre}", OPEN.texte)
    parts = [rules, _summary()]
    for chapter, title in CHAPITRES.items():
        parts.append(f"## {title}\n")
        parts += [_sheet(indicator) for indicator in known if indicator.chapitre is chapter]
    parts.append(_import_help())
    return "\n".join(fr(part) for part in parts)


def _summary() -> str:
    rows = [f"| [`{i.id}`](#{i.id}) | {_plain_title(i)} | {i.unite or 'sans unité'} |" for i in catalogue().values()]
    return "\n".join(["## Liste", "", "| identifiant | indicateur | unité |", "| --- | --- | --- |", *rows, ""])


def _sheet(indicator: Indicator) -> str:
    levels = "tous" if indicator.niveaux == EVERY_LEVEL else ", ".join(f"`{niveau}`" for niveau in indicator.niveaux)
    sources = ", ".join(_SOURCES.get(name, f"`{name}`") for name in indicator.sources)
    lines = [
        f"### {indicator.id}",
        "",
        f"**{_plain_title(indicator)}.** {indicator.question}",
        "",
        f"- Définition : {indicator.definition}",
        f"- Formule : {indicator.formule}",
        f"- Unité : {indicator.unite or 'sans unité'}",
        f"- Périmètre : {indicator.perimetre}",
        f"- Sources : {sources}",
        f"- Millésimes : {indicator.millesimes}",
        f"- Niveaux : {levels}",
        f"- Sens : {_SENSES[indicator.sens]}",
        f"- Fiabilité : {indicator.regle.texte}",
        f"- Incertitude : {_LAWS[indicator.loi]}",
    ]
    if indicator.modalites and len(indicator.modalites) <= _NO_MODALITY:
        lines.append("- Modalités : " + ", ".join(f"`{code}` {label}" for code, label in indicator.modalites.items()))
    elif indicator.modalites:
        lines.append("- Modalités : celles de la table importée")
    if indicator.prudence:
        lines.append(f"- Prudence : {indicator.prudence}")
    lines += [f"- Lecture : « {_example(indicator)} »", ""]
    return "\n".join(lines)


def _plain_title(indicator: Indicator) -> str:
    """Give the title with what its modalities are in their place."""
    return indicator.libelle.replace("{}", f"({indicator.dimension})")


def _example(indicator: Indicator) -> str:
    """Give the reading sentence with its fields in words."""
    return indicator.lecture.format(
        territoire="[territoire]", valeur="[valeur]", nombre="[nombre]", numerateur="[compte]", denominateur="[total]",
        modalite="[modalité]", minuscule="[modalité]", km="15",
    )  # fmt: skip


def _import_help() -> str:
    closed = {"champ": CHAMPS, "taille": TAILLES, "nomenclature": dict.fromkeys(NOMENCLATURES, "")}
    rows = [f"| `{name}` | {'oui' if name in REQUIRED else 'non'} | {_values(closed.get(name, {}))} |" for name in KEYS]
    rows += [f"| `{name}` | une mesure au moins | {label} ; `s` : secret ; vide : inconnu |" for name, label in MEASURES.items()]
    return "\n".join([_IMPORT, "| colonne | obligatoire | contenu |", "| --- | --- | --- |", *rows, ""])


def _values(known: dict[str, str]) -> str:
    return ", ".join(f"`{code}` {label}".rstrip() for code, label in known.items()) or "texte"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
