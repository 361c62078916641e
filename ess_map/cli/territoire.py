"""`territoire Q`: finds territories by name, postcode, code, old code, or by their own reference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ess_map import settings
from ess_map.cli.answer import Answer
from ess_map.territories.atlas import Atlas
from ess_map.territories.model import Hit, Niveau
from ess_map.typography import count

if TYPE_CHECKING:
    import argparse

    from ess_map.territories.model import Territory


def run(args: argparse.Namespace) -> Answer:
    """Search, and say why each answer is one. A text in the form `niveau:code` is looked up and refused when it is wrong."""
    asked = " ".join(args.q).strip()
    atlas = Atlas.load(settings.current().data_dir)
    prefix = asked.partition(":")[0].strip().lower()
    if ":" in asked and prefix in set(Niveau):
        territory = atlas.asked(asked)
        hits, notices = [_looked_up(territory, asked)], territory.notices
    else:
        niveau = Niveau(args.niveau) if args.niveau else None
        hits, notices = atlas.search(asked, niveau=niveau, limit=args.limite), ()
    if not hits:
        notices = (f"Aucun territoire ne correspond à «\u00a0{asked[:80]}\u00a0».",)
    return Answer(
        document={"resultats": [_document(hit) for hit in hits]},
        lines=tuple(_line(hit) for hit in hits),
        notices=notices,
    )


def _looked_up(territory: Territory, asked: str) -> Hit:
    departements = [p.code for p in territory.parents if p.niveau is Niveau.DEPARTEMENT]
    moved = territory.ref.niveau is Niveau.COMMUNE and territory.ref.code != asked.partition(":")[2].strip().upper()
    return Hit(
        ref=territory.ref,
        nom=territory.nom,
        departement=departements[0] if departements else "",
        population=territory.population,
        # Another code than the one asked: the first notice is the one that tells which became which.
        pourquoi=territory.notices[0] if moved and territory.notices else "référence exacte",
        nature=territory.nature,
    )


def _document(hit: Hit) -> dict[str, Any]:
    return {
        "territoire": str(hit.ref),
        "niveau": str(hit.ref.niveau),
        "code": hit.ref.code,
        "nom": hit.nom,
        "departement": hit.departement,
        "population": hit.population,
        "nature": hit.nature,
        "pourquoi": hit.pourquoi,
    }


def _line(hit: Hit) -> str:
    people = "population non précisée" if hit.population is None else count(hit.population, "habitant")
    where = f" ({hit.departement})" if hit.departement else ""
    return f"{hit.ref}  {hit.nom}{where}, {hit.nature or hit.ref.niveau}, {people} — {hit.pourquoi}"
