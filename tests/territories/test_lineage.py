"""What became of a commune code, on small invented histories and on the real one."""

import pandas as pd
import pytest

from ess_map.territories.lineage import Lineage

COLUMNS = ["mod", "date", "type_av", "code_av", "nom_av", "type_ap", "code_ap"]


def history(*rows, current, parts=None):
    return Lineage(pd.DataFrame(rows, columns=COLUMNS), frozenset(current), parts or {})


def merger(date, gone, kept, mod="31"):
    return (mod, date, "COM", gone, f"Nom {gone}", "COM", kept)


def goes_on(date, code, mod="31"):
    return (mod, date, "COM", code, f"Nom {code}", "COM", code)


def test_a_merged_commune_leads_to_the_one_that_holds_it():
    lineage = history(merger("1974-01-01", "01324", "01245"), goes_on("1974-01-01", "01245"), current={"01245"})
    assert lineage.resolve("01324") == ("01245",)
    assert lineage.carry("01324", "1970-01-01") == "01245"
    assert lineage.ending("01324").nom == "Nom 01324"


def test_mergers_follow_each_other():
    lineage = history(merger("1960-01-01", "A", "B"), merger("1990-01-01", "B", "C"), current={"C"})
    assert lineage.resolve("A") == ("C",)


def test_a_merger_and_a_change_of_code_may_fall_on_the_same_day():
    lineage = history(merger("2017-01-01", "A", "B"), merger("2017-01-01", "B", "C", mod="50"), current={"C"})
    assert lineage.resolve("A") == ("C",)


def test_two_codes_that_change_places_on_one_day_do_not_turn_for_ever():
    lineage = history(merger("2017-01-01", "A", "B"), merger("2017-01-01", "B", "A"), current={"A"})
    assert lineage.resolve("B") == ("A",)


def test_a_commune_cut_in_pieces_leads_to_all_of_them():
    lineage = history(merger("1968-03-02", "A", "B", "30"), merger("1968-03-02", "A", "C", "30"), current={"B", "C"})
    assert lineage.resolve("A") == ("B", "C")
    assert lineage.carry("A", "1960-01-01") is None


def test_a_commune_that_left_the_list_leads_nowhere():
    lineage = history(("30", "2007-02-23", "COM", "97123", "Saint-Barthélemy", "", ""), current=set())
    assert lineage.resolve("97123") == ()
    assert lineage.ending("97123").successors == ()


def test_a_restored_commune_is_itself_and_its_former_host_has_two_heirs():
    lineage = history(
        merger("2016-12-01", "15031", "15141"),
        goes_on("2016-12-01", "15141"),
        goes_on("2025-01-01", "15141", "21"),
        ("21", "2025-01-01", "COM", "15141", "Neussargues", "COM", "15031"),
        current={"15031", "15141"},
    )
    assert lineage.resolve("15031") == ("15031",)
    assert lineage.carry("15141", "2024-01-01") == "15141"
    assert lineage.heirs("15141", "2024-01-01") == ("15031", "15141")
    assert lineage.heirs("15141", "2025-01-01") == ("15141",)


def test_movements_before_the_edition_of_a_table_do_not_count():
    lineage = history(merger("2019-01-01", "A", "B"), current={"A", "B"})
    assert lineage.carry("A", "2024-01-01") == "A"


def test_a_code_taken_back_after_a_merger_is_read_from_its_last_life():
    lineage = history(
        merger("1950-01-01", "A", "B"), ("21", "1960-01-01", "COM", "B", "Nom B", "COM", "A"), merger("2000-01-01", "A", "C"),
        current={"B", "C"},
    )  # fmt: skip
    assert lineage.resolve("A") == ("C",)


def test_a_part_in_force_knows_its_commune_better_than_its_history():
    lineage = history(merger("1973-01-01", "55273", "55245"), current={"55245", "55386"}, parts={"55273": "55386"})
    assert lineage.resolve("55273") == ("55386",)


def test_a_code_that_never_was_is_unknown():
    lineage = history(merger("2000-01-01", "A", "B"), current={"B"})
    assert lineage.resolve("Z") == ()
    assert lineage.ending("Z") is None
    assert lineage.carry("Z", "2000-01-01") is None


@pytest.mark.parametrize(
    ("old", "current"),
    [
        ("01324", "01245"),  # associated in 1974, merged for good in 2026
        ("49069", "49126"),  # another seat in 2025
        ("14513", "50649"),  # another département in 2018, then...
        ("78064", "91064"),  # Seine-et-Oise
        ("20004", "2A004"),  # Corse had one number
        ("75101", "75056"),
        ("51606", "51369"),  # cut in three: Mœurs-Verdey keeps the name
    ],
)
def test_real_former_codes_lead_to_the_commune_in_force(atlas, old, current):
    found = atlas.get(f"commune:{old}")
    successor = atlas.get(f"commune:{current}")
    assert found.ref == successor.ref
    assert found.notices
