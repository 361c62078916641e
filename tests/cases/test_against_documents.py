"""The library against the five source documents: their facts, never their sentences, never their leftovers."""

import re

import pytest

from tests.cases.reading import NAMES, runs, texts, words

pytestmark = pytest.mark.shared

LONGEST_COMMON_RUN = 7
IN_WORDS = {2: {"deux"}, 3: {"trois"}, 5: {"cinq"}, 15: {"quinzaine"}, 20: {"vingtaine"}}
OURS = {
    ("C35", 25): "five axes of five propositions, added up",
    ("D08", 13): "lines of the table of contents, counted",
    ("C28", 10000): "written « 10 à 20 000 € »",
    ("C24", 1): "written « un questionnaire »",
    ("K12", 25): "written « près d’1/4 »",
}
OUR_NAMES = {
    "C01": {"politique", "cabbalr"},
    "C03": {"dieppe"},
    "C10": {"donnees", "ouvertes"},
    "C21": {"bicyclaide"},
    "C22": {"wikilleurbanne"},
    "C24": {"parc"},
}
"""Words of a name that the document does not have as such; each was read by hand."""


PARTS_OF_001 = {"kits": "Kit Départements & ESS\n", "modeles": "Rapport “Les modèles", "tressons": 'Guide "Faciliter'}


def part(reference, seeds):
    """Give the text of the part that a reference names; the long document is cut at its headings, the others are short."""
    document, _, name = reference.partition("/")
    text = seeds[document]
    if document != "001":
        return text
    starts = {f"F{number}": text.index(f"Fiche {number} :") for number in (1, 3, 5, 11, 13, 17, 19)}
    starts |= {key: text.index(heading, starts["F1"]) for key, heading in PARTS_OF_001.items()}
    start = starts[name]
    return text[start : min((other for other in starts.values() if other > start), default=len(text))]


def text_of(card, seeds):
    return "\n".join(part(source, seeds) for source in card.sources)


def test_the_long_document_is_cut_where_its_fiches_begin(seeds):
    assert "Solidarauto49" in part("001/F11", seeds)
    assert "Solidarauto49" not in part("001/F13", seeds)
    assert "Pantin" in part("001/F19", seeds)
    assert "ANIMERA" in part("001/tressons", seeds)
    assert "ANIMERA" not in part("001/kits", seeds)


def prose(library):
    """Give (card, place, text) for every sentence of ours."""
    cards = {**library.cases, **library.levers}
    for card_id, card in cards.items():
        yield from ((card_id, where, text) for where, text in texts(card.model_dump(mode="json")) if not NAMES & set(where))
    for name in type(library.corpus).__dataclass_fields__:
        # The title of a work is a name: it is quoted as it is.
        names = NAMES | ({"titre"} if name in {"documents", "lectures"} else set())
        for key, entry in getattr(library.corpus, name).items():
            yield from ((key, where, text) for where, text in texts(entry.model_dump(mode="json")) if not names & set(where))


def test_no_sentence_of_the_documents_is_copied(library, seeds):
    length = LONGEST_COMMON_RUN + 1
    theirs = set().union(*(runs(words(text), length) for text in seeds.values()))
    copied = {(card, where, " ".join(run)) for card, where, text in prose(library) for run in runs(words(text), length) & theirs}
    assert not copied


def test_the_comparison_would_see_a_copy(seeds):
    theirs = runs(words(seeds["003"]), LONGEST_COMMON_RUN + 1)
    sentence = "Rennes Métropole encourage l’INSERTION professionnelle, en conditionnant certains marchés publics…"
    assert runs(words(sentence), LONGEST_COMMON_RUN + 1) & theirs


def leftovers(seeds):
    """Give the lines that must not enter: news of the host site, blocks the publisher did not finish."""
    news = seeds["000"]
    lines = news[: news.index("CRESS Occitanie\n")].splitlines() + news[news.index("Lire aussi") :].splitlines()
    unfinished = [
        line for line in seeds["002"].splitlines() if re.search(r"blabla|picto|mind map|y aller|Contactez", line, re.IGNORECASE)
    ]
    return [line.strip() for line in (*lines, *unfinished) if len(words(line)) >= 1]


def test_the_leftovers_of_the_documents_are_found(seeds):
    found = leftovers(seeds)
    assert "blablabla" in found
    assert "Climat : La Grande Illusion du Thermostat Carbone" in found
    assert len(found) > 25


def test_unfinished_blocks_and_news_links_never_enter(library, seeds):
    theirs = set().union(*(runs(words(line), min(4, len(words(line)))) for line in leftovers(seeds) if len(words(line)) >= 4))
    kept = {(card, where) for card, where, text in prose(library) if runs(words(text), 4) & theirs}
    assert not kept
    lonely = {words(line)[0] for line in leftovers(seeds) if len(words(line)) == 1}
    assert "blablabla" in lonely
    assert not {(card, where) for card, where, text in prose(library) if lonely & set(words(text))}


def written(value, text):
    """Say whether a figure is in a text, in digits or in words."""
    digits = re.sub(r"(?<=\d)[\s\u202f\u00a0](?=\d{3})", "", text)
    forms = {f"{value:g}".replace(".", ","), f"{int(value)}" if value == int(value) else ""} - {""}
    if any(re.search(rf"(?<![\d,]){re.escape(form)}(?![\d])", digits) for form in forms):
        return True
    return bool(IN_WORDS.get(int(value), set()) & set(words(text)))


def test_every_figure_is_in_the_document_it_cites(library, seeds):
    named = [(card.id, figure) for card in (*library.cases.values(), *library.levers.values()) for figure in card.chiffres]
    named += [(key, entry.chiffre) for key, entry in library.corpus.chiffres_cles.items()]
    absent = [
        (card, figure.valeur, figure.objet)
        for card, figure in named
        if (card, figure.valeur) not in OURS and not written(figure.valeur, part(figure.source, seeds))
    ]
    assert not absent


def test_a_figure_of_ours_is_excused_only_where_it_must_be(library, seeds):
    named = {(card.id, figure.valeur): figure for card in library.cases.values() for figure in card.chiffres}
    named |= {(key, entry.chiffre.valeur): entry.chiffre for key, entry in library.corpus.chiffres_cles.items()}
    assert not [excused for excused in OURS if written(named[excused].valeur, part(named[excused].source, seeds))]


def test_a_figure_that_no_document_gives_would_be_seen(seeds):
    assert not written(4567, seeds["001"])
    assert written(229000, seeds["001"])
    assert written(13.7, seeds["001"])


def test_every_year_is_in_the_document_it_cites(library, seeds):
    absent = [
        (case.id, dated.annee)
        for case in library.cases.values()
        for dated in case.dates
        if not re.search(rf"\b{dated.annee}\b", text_of(case, seeds))
    ]
    assert not absent


def test_every_name_is_written_as_in_the_document(library, seeds):
    unknown = {}
    for case in library.cases.values():
        known = set(words(text_of(case, seeds))) | OUR_NAMES.get(case.id, set())
        found = {word for word in words(case.nom) if len(word) > 3} - known
        if found:
            unknown[case.id] = found
    assert not unknown


def test_every_address_is_in_the_document_it_cites(library, seeds):
    for case in library.cases.values():
        for link in case.liens:
            assert link.url.removeprefix("https://") in text_of(case, seeds), case.id


def test_every_proposition_answers_one_of_the_plaidoyer(library, seeds):
    """Five lists of five in the document, in the same order as ours: each shares its main words with its twin."""
    theirs = re.findall(r"[1-5]\ufe0f\u20e3 (.+)", seeds["000"])
    assert len(theirs) == 25
    ours = [lever for levers in library.propositions().values() for lever in levers]
    for lever, proposition in zip(ours, theirs, strict=True):
        stems = _stems(f"{lever.titre} {lever.description}")
        assert max(theirs, key=lambda text: _likeness(stems, _stems(text))) == proposition, lever.id


def _stems(text):
    return {word[:5] for word in words(text) if len(word) > 3}


def _likeness(ours, theirs):
    return len(ours & theirs) / len(ours | theirs)
