"""An imported official table: what is read, what is refused, the formulas by hand, and secrecy on every surface."""

import json

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ess_map.errors import SchemaError, SourceError
from ess_map.indicators.catalogue import catalogue
from ess_map.indicators.layer import layer
from ess_map.indicators.model import Fiabilite, Verdict
from ess_map.indicators.official import KEYS, MEASURES, OfficialTable, Slice
from ess_map.indicators.official_reading import read_official, read_official_file
from ess_map.indicators.official_secrecy import sums
from ess_map.indicators.page import diagnosis
from ess_map.indicators.portrait import document, indicators_for, question_of
from ess_map.indicators.secrecy import derivable
from tests.indicators.embedded import atlas
from tests.indicators.observed import evidence

SOURCE = "Insee, Flores (essai)"


def row(ref, champ="ess", millesime="2021", **values):
    niveau, _, code = ref.partition(":")
    return {"niveau": niveau, "code": code, "champ": champ, "millesime": millesime, **{k: str(v) for k, v in values.items()}}


def read(*rows):
    return read_official(pd.DataFrame(list(rows)).fillna(""), atlas(), SOURCE)


def with_table(*rows):
    return evidence().with_official(read(*rows).table)


def values(known, territoire, references, chosen):
    found = indicators_for(known, territoire, references, nombre=0, chosen=[chosen])
    return {value.modalite: value for value in found}


def sector(ref, champ, code, effectif, nomenclature="A17", **more):
    return row(ref, champ, nomenclature=nomenclature, secteur=code, effectif=effectif, **more)


# Ille-et-Vilaine and Bretagne, invented round numbers: every result below is done by hand.
HERE, THERE = "departement:35", "region:53"
TWO_SECTORS = (
    row(
        HERE,
        "ess",
        effectif=3200,
        etablissements=400,
        femmes=2080,
        plus_50=960,
        etp=2720,
        taille_mediane=3,
        part_cinq_premiers_pct=25,
    ),
    row(HERE, "total", effectif=10_000, etablissements=4000),
    row(HERE, "prive", effectif=8000, etablissements=3500, femmes=3520),
    sector(HERE, "ess", "OQ", 3000, etablissements=300),
    sector(HERE, "ess", "GZ", 200, etablissements=100),
    sector(HERE, "total", "OQ", 6000),
    sector(HERE, "total", "GZ", 4000),
    row(THERE, "ess", effectif=15_500, etablissements=2000),
    row(THERE, "total", effectif=100_000, etablissements=20_000),
    row(THERE, "prive", effectif=77_500, etablissements=16_000),
    sector(THERE, "ess", "OQ", 12_000, etablissements=1500),
    sector(THERE, "ess", "GZ", 3500, etablissements=500),
    sector(THERE, "total", "OQ", 30_000),
    sector(THERE, "total", "GZ", 70_000),
)


@pytest.mark.parametrize(
    ("indicator", "modalite", "expected", "reference"),
    [
        ("part_emploi_ess", "total", 32.0, 15.5),  # I01: 3 200 / 10 000
        ("part_emploi_ess", "prive", 40.0, 20.0),  # I01: 3 200 / 8 000
        ("part_etablissements_ess", "total", 10.0, 10.0),  # I02: 400 / 4 000
        ("part_etablissements_ess", "prive", 11.428571, 12.5),  # I02: 400 / 3 500
        ("quotient_emploi_ess", "total", 32 / 15.5, 1.0),  # I03
        ("quotient_emploi_ess", "prive", 2.0, 1.0),  # I03: 40 / 20
        ("part_secteur_ess", "A17_OQ", 93.75, 12_000 / 155),  # I05: 3 000 / 3 200
        ("poids_ess_secteur", "A17_OQ", 50.0, 40.0),  # I05, the other reading: 3 000 / 6 000
        ("poids_ess_secteur", "A17_GZ", 5.0, 5.0),
        ("taille_moyenne_ess", "", 8.0, 7.75),  # I06: 3 200 / 400
        ("taille_mediane_ess", "", 3.0, None),
        ("etp_par_poste_ess", "", 0.85, None),  # I08: 2 720 / 3 200
        ("part_femmes_ess", "", 65.0, None),  # I09: 2 080 / 3 200
        ("part_50_ans_ess", "", 30.0, None),  # I10: 960 / 3 200
        ("concentration_emploi_ess", "", 25.0, None),  # I12
        ("effet_structure", "total", 10.5, 0.0),  # I13: (0.6 - 0.3) × 40 + (0.4 - 0.7) × 5
        ("effet_specificite", "total", 6.0, 0.0),  # I13: 0.6 × (50 - 40) + 0.4 × (5 - 5)
    ],
)
def test_formula_by_hand(indicator, modalite, expected, reference):
    found = values(with_table(*TWO_SECTORS), HERE, [THERE], indicator)[modalite]
    assert found.valeur == pytest.approx(expected, rel=1e-6)
    if reference is None:
        assert found.comparaison.valeur is None
    else:
        assert found.comparaison.valeur == pytest.approx(reference, abs=1e-6)
    assert found.millesime == "2021"
    assert "table_officielle" in found.sources


def test_density_of_employers_by_hand():
    found = values(with_table(*TWO_SECTORS), HERE, [], "densite_etablissements_ess")[""]
    assert found.valeur == pytest.approx(400 / 1_120_666 * 10_000)  # I07, legal population of 2023


def test_women_are_set_beside_the_private_sector_outside_the_ess():
    # (3 520 - 2 080) / (8 000 - 3 200) = 30 %.
    found = values(with_table(*TWO_SECTORS), HERE, [], "part_femmes_ess")[""]
    assert any("hors ESS : 30,0" in sentence.replace("\u00a0", " ") for sentence in found.avertissements)


def test_national_shares_of_total_and_private_jobs_are_the_published_ones_and_never_mixed():
    found = values(evidence(), "france:FR", [], "part_emploi_ess")
    assert (found["total"].valeur, found["prive"].valeur) == (10.6, 13.7)
    assert found["total"].millesime == found["prive"].millesime == "2021"
    assert "Ne se compare pas" in " ".join(found["total"].avertissements)
    # Their denominators, from the 2.7 million jobs of the same source: 25.5 and 19.7 million, private being the smaller.
    denominators = [2_700_000 / (found[champ].valeur / 100) for champ in ("total", "prive")]
    assert denominators == pytest.approx([25.47e6, 19.71e6], rel=1e-3)


def test_the_national_table_gives_the_published_shares():
    """K01, K02, K03: 2.7 million jobs are 10.6 % of 25.5 million and 13.7 % of 19.7 million."""
    known = with_table(
        row("france:FR", "ess", effectif=2_700_000),
        row("france:FR", "total", effectif=25_471_698),
        row("france:FR", "prive", effectif=19_708_029),
    )
    found = values(known, "france:FR", [], "part_emploi_ess")
    assert (round(found["total"].valeur, 1), round(found["prive"].valeur, 1)) == (10.6, 13.7)


def test_without_a_table_the_value_is_null_and_says_why():
    for value in indicators_for(
        evidence(),
        HERE,
        [THERE],
        nombre=0,
        chosen=["part_emploi_ess", "effet_structure", "part_secteur_ess", "evolution_emploi_ess"],
    ):
        assert value.valeur is None
        assert value.motif == "Table officielle non importée."
        assert not value.secret
        assert value.fiabilite is Fiabilite.SANS_OBJET


def test_two_vintages_are_never_compared_as_one():
    known = with_table(
        row(HERE, "ess", "2022", effectif=3000), row(HERE, "total", "2022", effectif=10_000),
        row(THERE, "ess", "2020", effectif=15_000), row(THERE, "total", "2020", effectif=100_000),
    )  # fmt: skip
    found = values(known, HERE, [THERE], "part_emploi_ess")["total"]
    assert (found.valeur, found.millesime) == (pytest.approx(30), "2022")
    assert found.comparaison.valeur is None
    assert found.comparaison.verdict is Verdict.NON_COMPARABLE


def test_the_share_of_france_in_another_year_is_not_a_reference():
    found = values(
        with_table(row(HERE, "ess", "2023", effectif=3000), row(HERE, "total", "2023", effectif=10_000)),
        HERE,
        ["france:FR"],
        "part_emploi_ess",
    )["total"]
    assert found.valeur == pytest.approx(30)
    assert found.comparaison.ecart is None
    assert "millésimes" in found.comparaison.motif


def test_two_vintages_are_said_and_the_latest_common_one_is_used():
    rows = [
        row(ref, champ, year, effectif=n)
        for year, n in (("2019", 100), ("2021", 200))
        for ref in (HERE, THERE)
        for champ in ("ess", "total")
    ]
    done = read(*rows)
    assert any("plusieurs millésimes" in message for message in done.messages)
    assert values(evidence().with_official(done.table), HERE, [THERE], "part_emploi_ess")["total"].millesime == "2021"


def test_a_missing_level_is_said_and_the_rest_computed():
    found = values(
        with_table(row(HERE, "ess", effectif=3000), row(HERE, "total", effectif=10_000)), HERE, [THERE], "part_emploi_ess"
    )["total"]
    assert found.valeur == pytest.approx(30)
    assert found.comparaison.motif == "La table importée n’a pas ce territoire en 2021."


def test_a_level_that_the_table_lacks_is_the_sum_of_its_communes():
    codes = atlas().members("epci:243500139")
    rows = [row(f"commune:{code}", "ess", effectif=10, etablissements=4) for code in codes]
    found = values(with_table(*rows), "epci:243500139", [], "effectif_ess")[""]
    assert found.valeur == 10 * len(codes)
    composed = f"compose:{codes[0]},{codes[1]}"
    assert values(with_table(*rows), composed, [], "effectif_ess")[""].valeur == 20
    # One commune is missing: the sum would be a lie.
    assert values(with_table(*rows[1:]), "epci:243500139", [], "effectif_ess")[""].valeur is None


def test_change_does_not_cross_the_break_of_2017():
    years = {"2008": 100, "2014": 120, "2019": 200, "2021": 230}
    rows = [row(HERE, "ess", year, effectif=n) for year, n in years.items()]
    found = values(with_table(*rows), HERE, [], "evolution_emploi_ess")[""]
    assert (found.valeur, found.millesime) == (pytest.approx(15), "2019-2021")
    alone = values(with_table(*rows[1:3]), HERE, [], "evolution_emploi_ess")[""]
    assert alone.valeur is None
    assert "rupture de 2017" in alone.motif


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.integers(3, 900), st.integers(0, 900), st.integers(3, 900), st.integers(0, 900)), min_size=1, max_size=6
    )
)
def test_the_split_of_an_imported_table_sums_to_the_gap(sectors):
    names = ["AZ", "FZ", "GZ", "HZ", "IZ", "OQ"]
    rows = []
    for ref, ess, other in ((HERE, 0, 1), (THERE, 2, 3)):
        for code, numbers in zip(names, sectors, strict=False):
            rows += [sector(ref, "ess", code, numbers[ess]), sector(ref, "total", code, numbers[ess] + numbers[other])]
        rows += [
            row(ref, "ess", effectif=sum(n[ess] for n in sectors)),
            row(ref, "total", effectif=sum(n[ess] + n[other] for n in sectors)),
        ]
    known = with_table(*rows)
    share = values(known, HERE, [THERE], "part_emploi_ess")["total"]
    parts = [values(known, HERE, [THERE], name)["total"].valeur for name in ("effet_structure", "effet_specificite")]
    assert sum(parts) == pytest.approx(share.valeur - share.comparaison.valeur, abs=1e-9)


def test_masked_sectors_are_grouped_and_the_parts_still_sum():
    rows = [r for r in TWO_SECTORS if not (r["code"] == "35" and r.get("secteur"))]
    rows += [sector(HERE, "ess", "OQ", 3000, etablissements=300), sector(HERE, "ess", "GZ", "s"), sector(HERE, "ess", "IZ", "s")]
    rows += [sector(HERE, "total", "OQ", 6000), sector(HERE, "total", "GZ", 3000), sector(HERE, "total", "IZ", 1000)]
    rows += [sector(THERE, "ess", "IZ", 0), sector(THERE, "total", "IZ", 0)]
    known = with_table(*rows)
    share = values(known, HERE, [THERE], "part_emploi_ess")["total"]
    parts = [values(known, HERE, [THERE], name)["total"] for name in ("effet_structure", "effet_specificite")]
    assert sum(part.valeur for part in parts) == pytest.approx(share.valeur - share.comparaison.valeur)
    assert all(any("regroupés" in sentence for sentence in part.avertissements) for part in parts)


def test_a_relative_indicator_without_reference_says_so():
    found = values(with_table(*TWO_SECTORS), HERE, [], "quotient_emploi_ess")["total"]
    assert found.valeur is None
    assert "territoire de comparaison" in found.motif


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (row("departement:99", effectif=1), "Territoire inconnu"),
        (row("commune:01324", effectif=1), "ancien code"),
        (row(HERE, "public", effectif=1), "champ inconnu"),
        (row(HERE, millesime="21", effectif=1), "millésime illisible"),
        (row(HERE, effectif=-4), "négatif"),
        (row(HERE, effectif="douze"), "illisible"),
        (row(HERE, effectif="inf"), "illisible"),
        (row(HERE, effectif=10, femmes=11), "femmes dépasse"),
        (row(HERE, effectif=10, part_premier_pct=120), "dépasse 100"),
        (row(HERE, effectif=1, secteur="OQ"), "vont ensemble"),
        (row(HERE, effectif=1, famille="scop"), "famille inconnu"),
        (row("compose:35238,35051", effectif=1), "composé"),
    ],
)
def test_a_row_that_cannot_be_used_is_refused_with_its_line(bad, reason):
    done = read(row(THERE, effectif=5), bad)
    assert (done.lues, done.acceptees) == (2, 1)
    assert done.messages[0].startswith("Ligne 3 refusée")
    assert reason in done.messages[0]


def test_a_double_row_is_refused_and_names_the_first():
    done = read(row(HERE, effectif=5), row(HERE, effectif=6))
    assert done.acceptees == 1
    assert "ligne 2" in done.messages[0]


def test_a_former_code_that_is_not_a_commune_and_french_numbers_are_read():
    done = read(row(HERE, effectif="1\u202f234,5"))
    assert done.table.frame["effectif"].tolist() == [1234.5]


def test_a_table_without_its_columns_is_refused_with_all_problems():
    with pytest.raises(SchemaError) as caught:
        read_official(pd.DataFrame({"niveau": ["region"]}), atlas(), SOURCE)
    assert len(caught.value.problems) == 4


def test_a_file_that_cannot_be_read_is_said(tmp_path):
    with pytest.raises(SourceError, match="introuvable"):
        read_official_file(tmp_path / "absent.csv", atlas(), SOURCE)
    (tmp_path / "latin.csv").write_bytes("niveau;code\ndépartement;35".encode("latin-1"))
    with pytest.raises(SourceError, match="illisible"):
        read_official_file(tmp_path / "latin.csv", atlas(), SOURCE)


def test_a_file_is_read_as_text(tmp_path):
    (tmp_path / "t.csv").write_text("\ufeffniveau;code;millesime;champ;effectif\ndepartement;01;2021;ess;s\n", encoding="utf-8")
    done = read_official_file(tmp_path / "t.csv", atlas(), SOURCE)
    assert done.table.frame["code"].tolist() == ["01"]
    assert (done.acceptees, done.masquees) == (1, 1)


BRITTANY = [f"departement:{code}" for code in ("22", "29", "35", "56")]


def brittany(counts):
    """Départements by sector with all their sums: rows of the ESS, establishments ten times less than jobs."""
    names = ["AZ", "GZ", "OQ"][: len(counts[0])]
    rows = []
    for ref, line in zip(BRITTANY, counts, strict=True):
        rows += [sector(ref, "ess", code, 10 * n, etablissements=n) for code, n in zip(names, line, strict=True)]
        rows.append(row(ref, "ess", effectif=10 * sum(line), etablissements=sum(line)))
    columns = np.array(counts).sum(axis=0)
    rows += [sector(THERE, "ess", code, 10 * n, etablissements=n) for code, n in zip(names, columns, strict=True)]
    rows.append(row(THERE, "ess", effectif=10 * columns.sum(), etablissements=columns.sum()))
    return rows


@settings(max_examples=60)
@given(st.lists(st.lists(st.integers(0, 15), min_size=3, max_size=3), min_size=4, max_size=4))
def test_nothing_masked_can_be_worked_out_from_what_the_table_shows(counts):
    table = read(*brittany(counts)).table
    secret = table.frame["secret"].to_numpy(dtype=bool)
    shown = table.frame["etablissements"].to_numpy(dtype=float)
    assert not ((shown > 0) & (shown < 3)).any()
    assert np.isnan(shown[secret]).all()
    equations = sums(table.frame, atlas().hierarchy)
    assert len(equations) >= 5 + 4
    assert secret.all() or not derivable(secret, equations).any()


def test_a_secret_is_neither_zero_nor_absent_on_any_surface():
    counts = [[1, 40, 50], [30, 40, 50], [30, 40, 60], [35, 45, 55]]
    known = evidence().with_official(read(*brittany(counts)).table)
    found = values(known, BRITTANY[0], [THERE], "part_secteur_ess")["A17_AZ"]
    assert found.secret
    assert (found.valeur, found.taux, found.numerateur, found.denominateur, found.intervalle) == (None, None, None, None, None)
    assert found.motif == "Valeur masquée\u00a0: secret statistique."
    answer = document(found)
    assert answer["secret"] is True
    assert answer["valeur"] is None
    assert "10" not in json.dumps({k: answer[k] for k in ("valeur", "numerateur", "denominateur", "comparables", "intervalle")})
    on_map = layer(known, "part_secteur_ess", "A17_AZ", [atlas().parse(ref) for ref in BRITTANY])
    assert on_map["etat"].tolist().count("secret") >= 2
    assert on_map.loc[on_map["etat"] == "secret", ["valeur", "numerateur", "denominateur"]].isna().all(axis=None)
    question, near = question_of(known, BRITTANY[0], [THERE])
    card = diagnosis(known, question, near).figure("part_secteur_ess.A17_AZ")
    assert card.nombre == "Secret"
    assert card.tableau.lignes[0][3] is None


def test_a_sum_of_communes_with_a_secret_one_is_secret():
    rows = [row("commune:35238", effectif=100, etablissements=10), row("commune:35051", effectif=5, etablissements=1)]
    found = values(with_table(*rows), "compose:35238,35051", [], "effectif_ess")[""]
    assert found.secret


def test_a_dominated_cell_is_secret():
    found = values(with_table(row(HERE, effectif=100, etablissements=10, part_premier_pct=90)), HERE, [], "effectif_ess")[""]
    assert found.secret


def test_reliability_follows_the_scale_that_the_producer_warrants():
    rows = [row(ref, effectif=100, etablissements=10) for ref in (HERE, "epci:243500139", "commune:35238")]
    levels = [
        values(with_table(*rows), ref, [], "taille_moyenne_ess")[""].fiabilite
        for ref in (HERE, "epci:243500139", "commune:35238")
    ]
    assert levels == [Fiabilite.BONNE, Fiabilite.MOYENNE, Fiabilite.FAIBLE]


def test_an_empty_table_answers_that_nothing_was_imported():
    table = OfficialTable.empty()
    assert not table.imported
    assert table.vintages(Slice("ess")) == []
    assert table.frame.columns.tolist() == [*KEYS, *MEASURES, "secret"]


def test_modalities_are_those_of_the_table():
    known = with_table(*TWO_SECTORS, row(HERE, famille="mutuelle", effectif=200, etablissements=20))
    assert catalogue()["part_secteur_ess"].codes(known.official) == ("A17_GZ", "A17_OQ")
    assert catalogue()["part_famille_emploi"].codes(known.official) == ("mutuelle",)
    # I04: 200 / 3 200.
    assert values(known, HERE, [], "part_famille_emploi")["mutuelle"].valeur == pytest.approx(6.25)


def test_sizes_by_hand():
    rows = [row(HERE, taille=size, etablissements=n) for size, n in (("1-9", 300), ("10-49", 80), ("50+", 20))]
    found = values(with_table(*TWO_SECTORS, *rows), HERE, [], "part_taille_ess")
    assert [found[size].valeur for size in ("1-9", "10-49", "50+")] == pytest.approx([75, 20, 5])
    assert found["0"].valeur is None
