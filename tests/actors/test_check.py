"""What `check` says of the actors: true of the shipped data, and able to say no."""

import dataclasses

import pytest

from ess_map.actors import account, cards, check


def test_the_shipped_register_is_in_order(data_dir):
    findings = check.run(data_dir)
    assert [finding.quoi for finding in findings] == ["Registre", "Placement", "Sources des acteurs", "Bilan des lignes"]
    assert all(finding.ok for finding in findings)


def test_a_source_without_card_is_named(register, data_dir):
    described = cards.load(data_dir)
    del described["siae_2021"]
    finding = check.sources(register, described)
    assert not finding.ok
    assert "siae_2021" in finding.detail
    assert finding.remede


def test_a_line_dropped_in_silence_is_seen(data_dir):
    accounts = account.load(data_dir)
    assert check.lines(accounts).ok
    broken = {name: dataclasses.replace(source, lus=source.lus + 1) for name, source in accounts.items()}
    assert not check.lines(broken).ok


@pytest.mark.parametrize(("promise", "rule"), [("MIN_ACTORS", "size"), ("MIN_IN_COMMUNE", "placement")])
def test_a_promise_that_is_not_kept_is_seen(register, monkeypatch, promise, rule):
    assert getattr(check, rule)(register).ok
    monkeypatch.setattr(check, promise, 10**9)
    assert not getattr(check, rule)(register).ok
