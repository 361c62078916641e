"""Identity cards of the official tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.actors.cards import SourceCard
from ess_map.sources import clap_ess, flores_zones, key_figures
from ess_map.sources.cards import fingerprint

if TYPE_CHECKING:
    from pathlib import Path

_LICENCE = "Licence Ouverte 2.0"


def official_cards(raw: Path, data_dir: Path, lines: dict[str, int]) -> list[SourceCard]:
    """
    Describe the official tables.

    Parameters
    ----------
    raw
        Folder of the public files: their hashes are taken.
    data_dir
        Data folder, where the key figures are.
    lines
        Rows read, by identifier of source.
    """
    return [_clap(raw, lines), _flores(raw, lines), _key_figures(data_dir, lines)]


def _clap(raw: Path, lines: dict[str, int]) -> SourceCard:
    return SourceCard(
        id=clap_ess.ID,
        titre="Poids de l’économie sociale dans l’emploi salarié, par département (Clap 2008 et 2014)",
        producteur="Insee",
        licence=_LICENCE,
        millesime="2008 et 2014",
        cog="",
        url="https://github.com/marysean/odd",
        releve_le="",
        perimetre=(
            "Part des associations, coopératives, mutuelles et fondations dans tous les emplois salariés, public compris, de 100 "
            "départements (sans Mayotte). Ces chiffres sont anciens\u202f; depuis 2017, Flores a remplacé Clap et les deux ne se suivent pas."
        ),
        couverture=(),
        lignes=lines[clap_ess.ID],
        sha256=fingerprint(raw / name for name in clap_ess.FILES),
        fichiers=clap_ess.FILES,
        registre="",
    )


def _flores(raw: Path, lines: dict[str, int]) -> SourceCard:
    return SourceCard(
        id=flores_zones.ID,
        titre="Emploi salarié de toute l’économie, par zone d’emploi et secteur (Flores 2022 et 2023)",
        producteur="Insee",
        licence=_LICENCE,
        millesime="2022 et 2023",
        cog="",
        url="https://github.com/vincentroue/ptod-observatoire-territorial",
        releve_le="2026-03",
        perimetre=(
            "Effectifs salariés de toute l’économie, et non de la seule économie sociale et solidaire, dans 305 zones d’emploi "
            "(sans Mayotte). Champ de Flores\u00a0: hors défense et hors particuliers employeurs."
        ),
        couverture=(),
        lignes=lines[flores_zones.ID],
        sha256=fingerprint(raw / name for name in flores_zones.FILES),
        fichiers=flores_zones.FILES,
        registre="",
    )


def _key_figures(data_dir: Path, lines: dict[str, int]) -> SourceCard:
    return SourceCard(
        id=key_figures.ID,
        titre="Chiffres clés nationaux de l’économie sociale et solidaire (Flores 2021)",
        producteur="Observatoire national de l’ESS d’après l’Insee, repris par la Cour des comptes en 2025",
        licence="Chiffres publics, cités avec leur source",
        millesime="2021",
        cog="",
        url="",
        releve_le="2025",
        perimetre=(
            "Salariés, part dans l’emploi total et dans l’emploi privé, entreprises et établissements employeurs, France entière. "
            "Les établissements sans salarié n’y sont pas\u00a0: ces nombres ne se comparent pas à ceux du registre."
        ),
        couverture=("france:FR",),
        lignes=lines[key_figures.ID],
        sha256=fingerprint([data_dir / key_figures.FILES[0]]),
        fichiers=key_figures.FILES,
        registre="",
    )
