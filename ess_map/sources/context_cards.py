"""Identity cards of the sources of the context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.actors.cards import SourceCard
from ess_map.sources import comparateur, observatoire, revenus
from ess_map.sources.cards import fingerprint

if TYPE_CHECKING:
    from pathlib import Path


def context_cards(raw: Path, lines: dict[str, int]) -> list[SourceCard]:
    """
    Describe the three sources.

    Parameters
    ----------
    raw
        Folder of the public files: their hashes are taken.
    lines
        Rows read, by identifier of source.

    Raises
    ------
    SourceError
        If a file is missing.
    """
    return [
        _card(
            raw, comparateur.ID, "Comparateur de territoires, communes", millesime="2015, 2021 et 2022", cog="2024",
            url="https://www.insee.fr/fr/statistiques/2521169", taken="2024-08", files=comparateur.FILES, rows=lines[comparateur.ID],
            coverage=("france:FR",),
            scope="Superficie, populations de 2015 et 2021, ménages et activité au recensement de 2021, naissances et décès de 2022, par "
            "commune. Mayotte n’a ni population, ni ménages, ni activité, ni superficie. Les communes scindées après le recensement "
            "restent réunies pour les données du recensement.",
        ),
        _card(
            raw, revenus.ID, "Niveau de vie médian par commune (Filosofi)", millesime="non précisé", cog="2022",
            url="https://github.com/Haristocratee/diagnostic-territorial", taken="", files=revenus.FILES, rows=lines[revenus.ID],
            coverage=("france:FR",),
            scope="Niveau de vie annuel médian par unité de consommation. L’année n’est pas écrite dans le fichier\u202f; ses valeurs sont celles "
            "de Filosofi 2021 partout où l’on peut vérifier. Valeur masquée dans les communes trop petites\u202f; sans Guadeloupe, Guyane ni "
            "Mayotte.",
        ),
        _card(
            raw, observatoire.ID, "Parts publiées par l’Insee, relayées par l’Observatoire territorial (recensement 2022, Filosofi 2021)",
            millesime="2021 et 2022", cog="2025", url="https://github.com/vincentroue/ptod-observatoire-territorial", taken="2026-03",
            files=observatoire.FILES, rows=lines[observatoire.ID], coverage=(),
            scope="Âge, ménages et logement au recensement de 2022\u202f; niveau de vie et pauvreté de Filosofi 2021. Communes de plus de "
            "5\u202f000 habitants, zones d’emploi, départements et ensemble de la métropole\u202f; rien outre-mer, rien par EPCI ni par région.",
        ),
    ]  # fmt: skip


def _card(
    raw: Path, name: str, title: str, *, millesime: str, cog: str, url: str, taken: str, scope: str, files: tuple[str, ...],
    rows: int, coverage: tuple[str, ...],
) -> SourceCard:  # fmt: skip
    return SourceCard(
        id=name,
        titre=title,
        producteur="Insee",
        licence="Licence Ouverte 2.0",
        millesime=millesime,
        cog=cog,
        url=url,
        releve_le=taken,
        perimetre=scope,
        couverture=coverage,
        lignes=rows,
        sha256=fingerprint(raw / file for file in files),
        fichiers=files,
        registre="",
    )
