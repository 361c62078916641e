"""The examples written in the documentation of the indicators run."""

import doctest
import importlib
import pkgutil

import pytest

from ess_map import indicators

MODULES = [module.name for module in pkgutil.walk_packages(indicators.__path__, "ess_map.indicators.") if not module.ispkg]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_run(name):
    assert not doctest.testmod(importlib.import_module(name)).failed


def test_there_are_examples():
    assert sum(doctest.testmod(importlib.import_module(name)).attempted for name in MODULES) > 20
