# Everything from a bare machine: `make site` builds, `make test` tests. See README.md.
SHELL := /bin/bash
.DEFAULT_GOAL := site
ifeq ($(strip $(PATH)),)
export PATH := /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
endif
export PYTHONUTF8 := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

VENV := .venv
BIN := $(VENV)/bin

.PHONY: site klar test test-alt bench fuzz krav helligdage skrift clean pakker-pdf pakker-test

site: $(VENV)/.klar pakker-pdf
	@$(BIN)/handleplan byg

klar: $(VENV)/.klar pakker-pdf ## everything the commands need, and nothing built
	@echo 'Klar. Skriv: source .venv/bin/activate'

test: $(VENV)/.klar-test pakker-pdf pakker-test
	@echo "→ Bygger udgaverne, som prøverne ser på"
	@$(BIN)/handleplan byg
	@echo "→ Prøver"
	@$(BIN)/python -m pytest -n 2 --dist loadgroup --no-loadscope-reorder -m "not alt"

test-alt: $(VENV)/.klar-test pakker-pdf pakker-test
	@bash .ci/vnu
	@$(BIN)/handleplan byg
	@$(BIN)/python -m pytest -n 2 --dist loadgroup --no-loadscope-reorder

KOMMUNER := 98
GANGE := 5
bench: $(VENV)/.klar-test pakker-pdf pakker-test ## 98 municipalities: builds against plain MkDocs, cards fitted against fixed, search against Material's, as ratios (about half an hour)
	@$(BIN)/python -m tests.bench.measure --kommuner $(KOMMUNER) --gange $(GANGE)
	@$(BIN)/python -m tests.bench.cards $(KOMMUNER)
	@$(BIN)/handleplan byg
	@$(BIN)/python -m tests.bench.search

fuzz: $(VENV)/.klar-test ## 20,000 hostile municipalities, files and command lines
	@HANDLEPLAN_FUZZ=20000 $(BIN)/python -m pytest -n 2 tests/fuzz tests/read/test_fuzz.py

$(VENV)/.klar: requirements.txt pyproject.toml .ci/venv
	@bash .ci/venv $(VENV)
	@echo "→ Henter de biblioteker, som requirements.txt nævner"
	@$(BIN)/pip install --quiet --require-hashes -r requirements.txt
	@$(BIN)/pip install --quiet --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(VENV)/.klar-test: $(VENV)/.klar requirements-test.txt
	@echo "→ Henter det, prøverne skal bruge"
	@$(BIN)/pip install --quiet --require-hashes -r requirements-test.txt
	@touch $@

pakker-pdf:
	@bash .ci/pakker pdf $(VENV)

pakker-test:
	@bash .ci/pakker test $(VENV)

krav: ## new pinned requirements, with hashes
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --python-version 3.11 requirements.in -o requirements.txt
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --python-version 3.11 requirements-test.in -o requirements-test.txt

helligdage: $(VENV)/.klar-test ## the holidays that opening hours know, for the years in .ci/helligdage.py
	@$(BIN)/python .ci/helligdage.py

skrift: $(VENV)/.klar ## the small web fonts, from Source Sans 3 and the letters that skrift.css names
	@$(BIN)/python .ci/skrift.py

clean:
	rm -rf site .cache
