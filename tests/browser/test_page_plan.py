"""From a measured gap to a saved action, as a person does it; what was written is there after a reload, in another browser."""

from __future__ import annotations

import re

import docx
import openpyxl
import pytest
from playwright.sync_api import expect

expect.set_options(timeout=20_000)
MEDOC = "territoire=compose:33208,33240,33493,33514&nom=Médoc"
HOSTILE = "<img src=x onerror=alert(1)> **gras** {{7*7}}"


@pytest.fixture
def own_site(serve_with, tmp_path_factory):
    return str(serve_with(ESS_MAP_USER_DIR=str(tmp_path_factory.mktemp("plan"))).address)


def drawn(page):
    expect(page.locator(".stApp")).to_have_attribute("data-test-script-state", "notRunning")


def test_from_a_measured_gap_to_a_saved_action(page, open_page, own_site, tmp_path):
    page.goto(f"{own_site}/cas?{MEDOC}")
    page.locator(".besoins").get_by_role("link", name="Mobilité").or_(page.locator(".besoins summary")).first.wait_for()
    page.locator(".besoins summary").click()
    page.locator(".besoins").get_by_role("link", name="Mobilité").click()
    expect(page.locator("h1")).to_contain_text("Mobilité")
    expect(page).to_have_url(re.compile("besoin=MOB"))
    expect(page.locator(".signes").first).to_contain_text("aucun acteur «\u00a0Mobilité\u00a0» recensé")
    drawn(page)  # until then the cards of the former need go away and the buttons move
    page.get_by_role("button", name="Ajouter à la feuille de route").first.click()
    page.get_by_role("link", name="Dans votre feuille de route").first.click()
    expect(page.locator("h1")).to_contain_text("Médoc")
    page.locator(".action").get_by_role("link", name="Modifier").click()
    page.get_by_label("Intitulé").fill(HOSTILE)
    expect(page.get_by_role("group", name="Échéance")).to_have_text("jj/mm/aaaa")
    page.get_by_role("spinbutton", name="jour, Échéance").press_sequentially("24122027", delay=20)
    expect(page.get_by_role("group", name="Échéance")).to_have_text("24/12/2027")
    page.get_by_label("Pilote (service, structure)").fill("Service mobilité")
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    expect(page.locator(".action h2")).to_have_text(HOSTILE)
    page.reload()
    expect(page.locator(".action h2")).to_have_text(HOSTILE)
    other, seen = open_page(width=375, height=740)
    other.goto(f"{own_site}/leviers?{MEDOC}&volet=feuille-de-route")
    expect(other.locator(".action h2")).to_have_text(HOSTILE)
    expect(other.locator(".action dl")).to_contain_text("Service mobilité")
    expect(other.locator(".action dl")).to_contain_text("24/12/2027")
    assert seen.errors == []
    files = {extension: _exported(page, extension, tmp_path) for extension in ("xlsx", "docx", "ics", "csv", "json")}
    book = openpyxl.load_workbook(files["xlsx"])
    assert [sheet.title for sheet in book] == ["Actions", "Calendrier", "Achats responsables", "Sources et limites"]
    assert book["Actions"]["A2"].value == HOSTILE
    assert HOSTILE in [paragraph.text for paragraph in docx.Document(files["docx"]).paragraphs]
    assert files["ics"].read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert "Service mobilité" in files["csv"].read_text(encoding="utf-8-sig")
    page.goto(f"{own_site}/leviers?territoire=commune:35238&volet=feuille-de-route")
    page.get_by_role("button", name="Rouvrir").click()
    page.locator(".st-key-plan_rouvrir input[type=file]").set_input_files(files["json"])
    page.get_by_role("button", name="Ajouter ces actions").click()
    expect(page.locator(".st-key-boutons_plan [role=status]")).to_contain_text("1 action de ce fichier")
    expect(page.locator(".action h2")).to_have_text(HOSTILE)


def _exported(page, extension, folder):
    button = page.locator(f".st-key-plan_{extension} button")
    if not button.is_visible():
        page.get_by_role("button", name="Exporter").click()
    with page.expect_download() as download:
        button.click()
    target = folder / download.value.suggested_filename
    download.value.save_as(target)
    return target


def test_a_point_of_the_small_map_opens_its_cases_and_the_sheet_prints(page, own_site):
    page.goto(f"{own_site}/cas")
    page.locator(".situ.cas .point.grand").first.click()
    expect(page.locator(".puce")).to_contain_text("cas d’un même lieu")
    page.locator(".cas.court h3 a").first.click()
    expect(page.get_by_role("button", name="Imprimer cette fiche")).to_be_visible()
    page.evaluate("window.print = () => { window.__printed = true; }")
    page.get_by_role("button", name="Imprimer cette fiche").click()
    page.wait_for_function("window.__printed")
    page.emulate_media(media="print")
    expect(page.locator(".entete nav")).to_be_hidden()
    expect(page.get_by_role("button", name="Imprimer cette fiche")).to_be_hidden()
    expect(page.locator(".st-key-fiche_cas")).to_be_visible()
