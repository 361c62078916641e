"""Families stay apart for the three kinds of colour blindness, and everything is readable on its ground (WCAG 2)."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from ess_map.actors.model import FAMILLES
from ess_map.maps.bundle import palette

SIMULATION = {  # Machado, Oliveira, Fernandes (2009), full severity, linear RGB
    "normale": np.eye(3),
    "protanope": np.array([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    "deutéranope": np.array([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
    "tritanope": np.array([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
}
MODES = ("clair", "sombre")


def linear(colour):
    rgb = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def lab(colour, matrix):
    seen = np.clip(matrix @ linear(colour), 0, 1)
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) @ seen / [0.9505, 1, 1.089]
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def contrast(one, other):
    light = sorted(float(np.array([0.2126, 0.7152, 0.0722]) @ linear(c)) for c in (one, other))
    return (light[1] + 0.05) / (light[0] + 0.05)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("sight", SIMULATION)
def test_two_families_never_look_alike(mode, sight):
    seen = {family: lab(colour, SIMULATION[sight]) for family, colour in zip(FAMILLES, palette()[mode]["familles"], strict=True)}
    closest = min((float(np.linalg.norm(seen[a] - seen[b])), a, b) for a, b in itertools.combinations(seen, 2))
    assert closest[0] > 10, closest  # shapes differ too: colour alone never tells


@pytest.mark.parametrize("mode", MODES)
def test_every_sign_stands_out_on_the_ground(mode):
    colours = palette()[mode]
    for family, colour in zip(FAMILLES, colours["familles"], strict=True):
        for ground in ("terre", "dedans", "papier", "mer"):
            assert contrast(colour, colours[ground]) >= 3, (family, ground)


@pytest.mark.parametrize("mode", MODES)
def test_every_word_is_readable_on_the_ground(mode):
    colours = palette()[mode]
    for ground in ("terre", "dedans", "papier", "mer", "etranger", "voile"):
        assert contrast(colours["encre"], colours[ground]) >= 7, ground
        assert contrast(colours["gris"], colours[ground]) >= 4.5, ground
    assert contrast(colours["encre"], colours["surligneur"]) >= 4.5
    assert contrast(colours["papier"], colours["marque"]) >= 4.5
    assert contrast(colours["papier"], colours["encre"]) >= 7


def test_both_modes_have_the_same_roles():
    assert palette()["clair"].keys() == palette()["sombre"].keys()
