"""What a choropleth shows: the parts of a territory, their marks, the document and its route."""

from __future__ import annotations

import gzip
import json

import numpy as np
import pytest

from ess_map.errors import EssMapError
from ess_map.indicators.catalogue import catalogue
from ess_map.maps.classes import Methode
from ess_map.maps.thematic_map import ThematicView, thematic_map, thematic_message
from ess_map.maps.theme import Theme, parse
from ess_map.maps.theme_answer import answer, document, notes
from ess_map.maps.theme_parts import files, ground, levels, parts
from ess_map.maps.view import ViewError
from ess_map.territories.model import FRANCE, Niveau
from ess_map.ui import state
from ess_map.ui.web.theme import version

RENNES, NOUVELLE_AQUITAINE, MAJORS = "epci:243500139", "region:75", 4000


@pytest.fixture(scope="module")
def evidence():
    return state.evidence()


def themed(atlas, ref, niveau, indicateur, **more):
    return parse({"territoire": ref, "niveau": niveau, "indicateur": indicateur, **more}, atlas)


def test_an_address_reads_back_to_the_same_theme(atlas, web):
    theme = themed(
        atlas, RENNES, "commune", "densite_theme", modalite="MOB", methode="bornes", bornes="0.8,1.5", reference="region:53"
    )
    assert theme.bornes == (0.8, 1.5)
    read = dict(pair.split("=", 1) for pair in theme.query().split("&"))
    assert parse(read, atlas) == theme


@pytest.mark.parametrize(
    "wrong",
    [
        {"indicateur": "inconnu"}, {"modalite": "XXX"}, {"territoire": "epci:000"}, {"niveau": "region"}, {"niveau": ""},
        {"methode": "hasard"}, {"classes": "9"}, {"classes": "²"}, {"methode": "bornes"}, {"methode": "bornes", "bornes": "1,x"},
        {"methode": "bornes", "bornes": "nan"}, {"reference": "lune:1"}, {"bornes": "1," * 40_000},
    ],
)  # fmt: skip
def test_an_address_that_means_nothing_is_refused_in_french(atlas, web, known, wrong):
    asked = {"territoire": RENNES, "niveau": "commune", "indicateur": "densite_theme"} | wrong
    with pytest.raises(EssMapError):
        parse(asked, atlas)
    if sum(map(len, asked.values())) < 1000:
        found = web.get(f"/theme/{version(known)}.json", params=asked)
        assert found.status_code == 404
        assert found.json()["erreur"].endswith(".")


def test_the_route_gives_the_document_and_refuses_another_version(atlas, web, known, evidence):
    theme = themed(atlas, RENNES, "commune", "densite_acteurs")
    found = web.get(f"/theme/{version(known)}.json?{theme.query()}")
    assert found.json() == json.loads(gzip.decompress(document(evidence, theme)))
    assert web.get(f"/theme/0123456789abcdef.json?{theme.query()}").status_code == 404


def test_every_part_has_one_mark_and_the_legend_counts_them_all(atlas, evidence):
    for ref, niveau, indicateur in (
        (RENNES, "commune", "densite_acteurs"), ("france:FR", "departement", "evolution_population"),
        ("region:44", "commune", "niveau_vie_median"), ("france:FR", "epci", "part_famille"),
    ):  # fmt: skip
        modalite = {"modalite": "association"} if indicateur == "part_famille" else {}
        theme = themed(atlas, ref, niveau, indicateur, **modalite)
        told = json.loads(gzip.decompress(document(evidence, theme)))
        assert (
            len(told["codes"])
            == len(told["marques"])
            == len(told["valeurs"])
            == len(parts(atlas, theme.territoire, theme.niveau))
        )
        assert sum(line["nombre"] for line in told["legende"]) == len(told["codes"])
        assert set(told["marques"]) <= set("01234ABCDEasn")


def test_what_is_secret_or_unknown_never_leaves(atlas, evidence):
    theme = themed(atlas, "region:44", "commune", "niveau_vie_median")
    table = answer(evidence, theme).table
    assert (table["etat"] == "secret").sum() > 100
    told = json.loads(gzip.decompress(document(evidence, theme)))
    for mark, value, etat in zip(told["marques"], told["valeurs"], table["etat"], strict=True):
        assert (mark == "s") == (etat == "secret")
        assert mark not in "sn" or value is None


def test_no_actor_is_not_a_class(atlas, evidence):
    theme = themed(atlas, RENNES, "commune", "densite_acteurs")
    table = answer(evidence, theme).table
    assert ((table["marque"] == "a") == (table["numerateur"] == 0)).all()
    context = themed(atlas, RENNES, "commune", "chomage")
    assert "a" not in set(answer(evidence, context).table["marque"])


def test_a_small_rate_is_said_fragile(atlas, evidence):
    found = answer(evidence, themed(atlas, RENNES, "commune", "densite_acteurs"))
    fragile = found.table["marque"].str.isupper()
    assert fragile.any()
    assert ((found.table["etat"] == "fragile") & (found.table["marque"] != "a")).equals(fragile)
    assert any("fragiles" in sentence for sentence in notes(evidence, found))


def test_the_values_of_a_whole_region_weigh_at_most_30_kb(atlas, evidence):
    for indicateur in ("densite_acteurs", "chomage", "niveau_vie_median", "densite_population"):
        for methode in (Methode.JENKS, Methode.QUANTILES):
            theme = themed(atlas, NOUVELLE_AQUITAINE, "commune", indicateur, methode=methode.value)
            assert len(parts(atlas, theme.territoire, Niveau.COMMUNE)) > MAJORS
            assert len(document(evidence, theme)) <= 30_000


def test_the_files_of_a_cut_hold_every_part(atlas, contours):
    for ref in (RENNES, "region:94", "departement:35", "france:FR", "epci:200054781", "zone_emploi:5302"):
        territoire = atlas.parse(ref)
        for niveau in levels(atlas, territoire):
            names = files(atlas, territoire, niveau)
            assert set(names) <= set(contours.names())
            held = {code for name in names for code in codes_of(contours, name)}
            wanted = {part.code for part in parts(atlas, territoire, niveau)}
            hosted = set(atlas.communes.index[atlas.communes["contour_de"] != ""])
            assert wanted - hosted <= held, (ref, niveau)


def codes_of(contours, name):
    return [feature["properties"]["code"] for feature in json.loads(gzip.decompress(contours.geojson(name)))["features"]]


def test_a_commune_is_cut_as_its_epci_and_france_never_into_communes(atlas):
    assert ground(atlas, atlas.parse("commune:35238")) == atlas.parse(RENNES)
    assert ground(atlas, FRANCE) == FRANCE
    assert Niveau.COMMUNE not in levels(atlas, FRANCE)
    assert levels(atlas, atlas.parse(RENNES)) == (Niveau.COMMUNE,)


@pytest.mark.parametrize("indicateur", sorted(catalogue()))
def test_any_indicator_can_be_shown(atlas, evidence, indicateur):
    indicator = catalogue()[indicateur]
    codes = indicator.codes(evidence.official)
    theme = Theme(indicateur, atlas.parse("departement:35"), Niveau.EPCI, codes[0], reference=atlas.parse("region:53"))
    table = answer(evidence, theme).table
    assert len(table) == len(parts(atlas, theme.territoire, Niveau.EPCI))
    classed = table["marque"].str.match(r"[0-4A-E]")
    assert np.isfinite(table.loc[classed, "valeur"].astype(float)).all()


def test_the_map_is_constant_and_the_message_small(atlas, known):
    theme = themed(atlas, NOUVELLE_AQUITAINE, "commune", "densite_acteurs")
    view = ThematicView(theme, version(known), chosen="33063")
    assert len(json.dumps(view.as_dict())) < 1000
    one, two = (thematic_map(known.contours.version) for _ in range(2))
    assert [child.options for child in one._children.values() if hasattr(child, "view") or "Layer" in child._name] == [
        child.options for child in two._children.values() if hasattr(child, "view") or "Layer" in child._name
    ]
    assert thematic_message(view)


@pytest.mark.parametrize("wrong", [{"chosen": "<b>"}, {"version": "../x"}, {"mode": "rose"}])
def test_a_message_holds_codes_alone(atlas, known, wrong):
    theme = themed(atlas, RENNES, "commune", "densite_acteurs")
    with pytest.raises(ViewError):
        ThematicView(**({"theme": theme, "version": version(known)} | wrong)).as_dict()
