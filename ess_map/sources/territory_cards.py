"""Identity cards of the sources of the territories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ess_map.actors.cards import SourceCard
from ess_map.sources import (
    acv,
    cog,
    contours,
    epci,
    ept,
    movements,
    populations,
    postal_codes,
    pvd,
    zones_emploi,
    zrr,
)
from ess_map.sources.cards import fingerprint
from ess_map.sources.contour_layers import TOLERANCES
from ess_map.territories.scales import Scale

if TYPE_CHECKING:
    from pathlib import Path

    from ess_map.sources.referential import Referential

_LICENCE = "Licence Ouverte 2.0"
_COG_REPOSITORY = "https://github.com/datagouv/decoupage-administratif"
_TAKEN = "2026-03-09"
_ANCT = "Agence nationale de la cohésion des territoires (ANCT)"


def territory_cards(raw: Path, ref: Referential, n_contours: int) -> list[SourceCard]:
    """
    Describe every source of the territories.

    Parameters
    ----------
    raw
        Folder of the public files: their hashes are taken.
    ref
        The tables that were read: their rows are counted.
    n_contours
        Number of boundaries read.

    Raises
    ------
    SourceError
        If a file is missing.
    """
    return [*_codes(raw, ref), *_people(raw, ref), *_zonings(raw, ref), *_boundaries(raw, n_contours)]


def _codes(raw: Path, ref: Referential) -> list[SourceCard]:
    return [
        _card(
            raw, cog.ID, "Code officiel géographique au 1er janvier 2026", "Insee", millesime="2026", cog_edition="2026",
            url=_COG_REPOSITORY, taken=_TAKEN, files=cog.FILES, rows=len(ref.communes) + len(ref.parts),
            scope="Communes, communes déléguées et associées, arrondissements municipaux, départements et régions. Les collectivités "
            "d’outre-mer (Saint-Pierre-et-Miquelon, Polynésie française…) sont hors du périmètre.",
        ),
        _card(
            raw, movements.ID, "Mouvements de communes depuis 1943", "Insee", millesime="1943 à 2026", cog_edition="2026",
            url=_COG_REPOSITORY, taken=_TAKEN, files=(movements.FILE,), rows=len(ref.movements),
            scope="Fusions, rétablissements, changements de nom, de code et de département, du 19 février 1943 au 1er janvier 2026.",
        ),
        _card(
            raw, epci.ID, "EPCI à fiscalité propre et leurs communes", "Direction générale des collectivités locales (DGCL)",
            millesime="2025", cog_edition="2026", url=_COG_REPOSITORY, taken=_TAKEN, files=(epci.FILE,), rows=len(ref.epci_members),
            scope="Onglet «\u00a0Epcicom2025\u00a0», codes de communes du COG 2026. La Métropole de Lyon, collectivité à statut "
            "particulier, y figure. Quatre îles n’appartiennent à aucun EPCI.",
        ),
        _card(
            raw, ept.ID, "Établissements publics territoriaux de la Métropole du Grand Paris", "Insee", millesime="2025",
            cog_edition="2025", url=_COG_REPOSITORY, taken=_TAKEN, files=(ept.FILE,), rows=len(ref.ept_members),
            coverage=("epci:200054781",), scope="Les 11 établissements et leurs communes au 1er janvier 2025\u202f; Paris n’en fait pas partie.",
        ),
        _card(
            raw, zones_emploi.ID, "Zones d’emploi 2020", "Insee", millesime="2020", cog_edition="2024",
            url="https://github.com/jbesan/13_odis_stream2", taken="", files=(zones_emploi.FILE,), rows=len(ref.zones_emploi),
            scope="Une zone par commune du COG 2024, portée au COG 2026\u00a0: une fusion garde la zone de la commune dont elle garde le code, "
            "une commune rétablie celle de la commune qu’elle quitte. Les noms sont ceux du fichier.",
        ),
        _card(
            raw, postal_codes.ID, "Codes postaux par commune", "La Poste", millesime="2024", cog_edition="2024",
            url="https://github.com/rcarlier/datas.fun", taken="2024-08", files=(postal_codes.FILE,), rows=len(ref.postal_codes),
            scope="Codes postaux joints à la base du comparateur de territoires, sans CEDEX. Une commune rétablie reçoit ceux de la commune "
            "qu’elle quitte\u202f; une commune, Les Trois Lacs (27676), n’en a pas dans le fichier.",
        ),
    ]  # fmt: skip


def _people(raw: Path, ref: Referential) -> list[SourceCard]:
    rows = ref.populations["millesime"].value_counts()
    return [
        _card(
            raw, populations.ID, "Populations de référence 2023 (population municipale)", "Insee", millesime=populations.MILLESIME,
            cog_edition="2026", url="https://www.insee.fr/fr/information/8683652", taken=_TAKEN, files=(populations.FILE,),
            rows=int(rows[populations.MILLESIME]),
            scope="Population municipale, toutes les communes sauf celles de Mayotte\u202f; Paris, Lyon et Marseille par arrondissement, "
            "additionnés. Le fichier ne porte pas d’année\u00a0: ses sommes par région sont, à l’habitant près, celles que l’Insee a publiées "
            "pour 2023.",
        ),
        _card(
            raw, populations.ID_MAYOTTE, "Populations légales de Mayotte en 2017", "Insee", millesime=populations.MILLESIME_MAYOTTE,
            cog_edition="2026", url="https://www.insee.fr/fr/statistiques/3291775?sommaire=2120838", taken=_TAKEN,
            files=(populations.FILE_MAYOTTE,), rows=int(rows[populations.MILLESIME_MAYOTTE]), coverage=("departement:976",),
            scope="Population municipale des 17 communes de Mayotte au recensement de 2017\u00a0: le chiffre est ancien, la population de l’île a "
            "beaucoup augmenté depuis.",
        ),
    ]  # fmt: skip


def _zonings(raw: Path, ref: Referential) -> list[SourceCard]:
    return [
        _card(
            raw, zrr.ID, "Zones de revitalisation rurale (ZRR)", _ANCT, millesime="2022", cog_edition="2022",
            url="https://github.com/gip-inclusion/les-emplois", taken="2022-11-09", files=(zrr.FILE,), rows=len(ref.zrr),
            scope="Classement du 9 novembre 2022, porté au COG 2026\u00a0: une fusion de communes classées et non classées est dite partiellement "
            "classée. Remplacé au 1er juillet 2024 par France Ruralités Revitalisation, dont la liste n’est pas embarquée.",
        ),
        _card(
            raw, pvd.ID, "Petites villes de demain", _ANCT, millesime="2021", cog_edition="2021",
            url="https://github.com/anct-carto/pvd", taken="2021-01", files=(pvd.FILE,), rows=len(ref.pvd),
            scope="Liste initiale de janvier 2021, révisée depuis\u202f; la ligne d’exemple de l’éditeur (999999) est écartée.",
        ),
        _card(
            raw, acv.ID, "Action cœur de ville", _ANCT, millesime="2025", cog_edition="2025",
            url="https://github.com/anct-carto/action_coeur_de_ville", taken="2025-04", files=(acv.FILE,), rows=len(ref.acv),
            scope="Communes du programme en avril 2025.",
        ),
    ]  # fmt: skip


def _boundaries(raw: Path, n_contours: int) -> list[SourceCard]:
    detail, overview = TOLERANCES[Scale.DETAIL], TOLERANCES[Scale.OVERVIEW]
    names = sorted(path.name for path in (raw / contours.FOLDER_2024).glob("dep*.geojson.gz"))
    return [
        _card(
            raw, contours.ID_2024, "Contours des communes 2024 (Admin Express, généralisés)", "IGN", millesime="2024", cog_edition="2024",
            url="https://github.com/mathieulebasic/france-geojson", taken="2025-05-30",
            files=tuple(f"{contours.FOLDER_2024}/{name}" for name in names), rows=n_contours,
            scope="Portés au COG 2026 par les mouvements de communes, réparés, ajustés entre voisines puis simplifiés ensemble (tolérances de "
            f"{detail} et {overview} degré). Quatre communes du Cantal rétablies en 2025 n’ont pas de contour\u00a0: elles sont montrées dans "
            "Neussargues-Moissac. Les superficies sont mesurées sur ces contours avant simplification.",
        ),
        _card(
            raw, contours.ID_2018, "Contour de Paris 2018 (Admin Express, généralisé)", "IGN", millesime="2018", cog_edition="2018",
            url="https://github.com/gregoiredavid/france-geojson", taken="2018-10-16",
            files=(f"{contours.FOLDER_2018}/communes-75-paris.geojson.gz",), rows=1, coverage=("commune:75056",),
            scope="Paris seul\u00a0: ses limites n’ont pas changé et ce contour est plus fin que celui de 2024.",
        ),
    ]  # fmt: skip


def _card(
    raw: Path, identifier: str, title: str, producer: str, *, millesime: str, cog_edition: str, url: str, taken: str,
    files: tuple[str, ...], rows: int, scope: str, coverage: tuple[str, ...] = ("france:FR",),
) -> SourceCard:  # fmt: skip
    return SourceCard(
        id=identifier,
        titre=title,
        producteur=producer,
        licence=_LICENCE,
        millesime=millesime,
        cog=cog_edition,
        url=url,
        releve_le=taken,
        perimetre=scope,
        couverture=coverage,
        lignes=rows,
        sha256=fingerprint(raw / name for name in files),
        fichiers=files,
        registre="",
    )
