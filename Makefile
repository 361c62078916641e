# Atlas ESS. `make` alone lists what can be done; every target sets up what it needs in .venv.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501
RAW ?= ../shared/data/raw
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome || echo /usr/bin/chromium)
export CHROMIUM

.DEFAULT_GOAL := help
.PHONY: help run test bench check format data lock pictures browser clean

help: ## affiche cette aide
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: $(VENV)/.run ## installe ce qu’il faut, puis ouvre le tableau de bord sur http://localhost:8501
	$(BIN)/python -m ess_map serve --port $(PORT)

test: $(VENV)/.dev browser ## installe ce qu’il faut (navigateur compris), puis lance tous les tests
	$(BIN)/python -m pytest -n auto --dist worksteal -m "not browser"
	$(BIN)/python -m pytest -n auto --dist worksteal -m browser

bench: $(VENV)/.dev browser ## mesure vitesse et mémoire, écrit bench.json
	$(BIN)/python -m tests.bench.measure

check: $(VENV)/.dev ## format, règles, types, étages, dépendances, données, documentation : ce que la CI vérifie avant les tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tests.lock_is_current
	$(BIN)/python -m ess_map check
	$(BIN)/python -m pytest -q tests/docs

format: $(VENV)/.dev ## met le code en forme
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

data: $(VENV)/.run ## reconstruit data/ depuis les fichiers publics (RAW=../shared/data/raw)
	$(BIN)/python -m ess_map build --raw $(RAW)

lock: $(VENV)/.dev ## recalcule requirements.txt et requirements-dev.txt depuis pyproject.toml
	$(BIN)/uv pip compile -q --universal --python-version 3.11 pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt

pictures: $(VENV)/.dev browser ## refait les images du README depuis les vrais écrans
	$(BIN)/python -m tests.browser.pictures

browser: ## vérifie que Chromium est là ; l’installe si c’est possible
	@test -x "$(CHROMIUM)" || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } \
	  || { echo "Chromium est introuvable. Installez-le (paquet chromium), ou donnez son chemin : make test CHROMIUM=/chemin/vers/chromium" >&2; exit 2; }

clean: ## efface l’environnement et les caches
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache bench.json

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 ou plus récent est nécessaire : make run PYTHON=/chemin/vers/python3.12" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install -q --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt | $(BIN)/python
	$(BIN)/python -m pip install -q --disable-pip-version-check -r requirements-dev.txt
	@touch $@
