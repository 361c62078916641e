"""Identity cards of the sources of the context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.actors.cards import SourceCard
from ess_map.sources import comparateur, observatoire, revenus
from ess_map.sources.cards import fingerprint

if TYPE_CHECKING:
    from pathlib import Path

_LICENCE = "Licence Ouverte 2.0"


def context_cards(raw: Path, lines: dict[str, int]) -> list[SourceCard]:
    """
    Describe the three sources.

    Parameters
    ----------
    raw
        Folder of the public files: their hashes are taken.
    lines
        Rows read, by identifier of source.
    """
    return [
        SourceCard(
            id=comparateur.ID,
            titre="Comparateur de territoires, communes",
            producteur="Insee",
            licence=_LICENCE,
            millesime="2015, 2021 et 2022",
            cog="2024",
            url="https://www.insee.fr/fr/statistiques/2521169",
            releve_le="2024-08",
            perimetre=(
                "Superficie, populations de 2015 et 2021, ménages et activité au recensement de 2021, naissances et décès de 2022, par "
                "commune. Mayotte n’a ni population, ni ménages, ni activité, ni superficie. Les communes scindées après le recensement "
                "restent réunies pour les données du recensement."
            ),
            couverture=("france:FR",),
            lignes=lines[comparateur.ID],
            sha256=fingerprint(raw / name for name in comparateur.FILES),
            fichiers=comparateur.FILES,
            registre="",
        ),
        SourceCard(
            id=revenus.ID,
            titre="Niveau de vie médian par commune (Filosofi)",
            producteur="Insee",
            licence=_LICENCE,
            millesime="non précisé",
            cog="2022",
            url="https://github.com/Haristocratee/diagnostic-territorial",
            releve_le="",
            perimetre=(
                "Niveau de vie annuel médian par unité de consommation. L’année n’est pas écrite dans le fichier\u202f; ses valeurs sont celles "
                "de Filosofi 2021 partout où l’on peut vérifier. Valeur masquée dans les communes trop petites\u202f; sans Guadeloupe, Guyane ni "
                "Mayotte."
            ),
            couverture=("france:FR",),
            lignes=lines[revenus.ID],
            sha256=fingerprint(raw / name for name in revenus.FILES),
            fichiers=revenus.FILES,
            registre="",
        ),
        SourceCard(
            id=observatoire.ID,
            titre="Parts publiées par l’Insee, relayées par l’Observatoire territorial (recensement 2022, Filosofi 2021)",
            producteur="Insee",
            licence=_LICENCE,
            millesime="2021 et 2022",
            cog="2025",
            url="https://github.com/vincentroue/ptod-observatoire-territorial",
            releve_le="2026-03",
            perimetre=(
                "Âge, ménages et logement au recensement de 2022\u202f; niveau de vie et pauvreté de Filosofi 2021. Communes de plus de "
                "5\u202f000 habitants, zones d’emploi, départements et ensemble de la métropole\u202f; rien outre-mer, rien par EPCI ni par région."
            ),
            couverture=(),
            lignes=lines[observatoire.ID],
            sha256=fingerprint(raw / name for name in observatoire.FILES),
            fichiers=observatoire.FILES,
            registre="",
        ),
    ]
