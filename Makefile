# `make demo` builds the first story map, `make test` runs every check; both do their own set-up.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help demo test lint browser bench clean

help:
	@echo "make demo   install into $(VENV) and build the first story map"
	@echo "make test   run every check: lint, types, import contracts, tests"
	@echo "make lint   lint, format, types and import contracts alone"
	@echo "make bench  run the benchmarks"

demo: $(VENV)/demo.stamp
	$(BIN)/storymap build seeds/kyrgyz-president.txt -o kyrgyz-president.html
	@echo
	@echo "Open the map in a browser:   $(CURDIR)/kyrgyz-president.html"
	@echo "Start the dashboard:         $(BIN)/storymap dashboard"

test: lint browser
	$(BIN)/python -m pytest

lint: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

browser: $(VENV)/test.stamp
	$(BIN)/python tests/chromium.py

bench: $(VENV)/test.stamp
	$(BIN)/python -m pytest tests/benchmarks/bench_*.py --benchmark-only

clean:
	rm -rf $(VENV) build dist kyrgyz-president.html

$(VENV)/bin/python:
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'storymap needs Python 3.11 or newer; name one with PYTHON=…')"
	$(PYTHON) -m venv $(VENV)

$(VENV)/demo.stamp: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[dashboard]'
	touch $@

$(VENV)/test.stamp: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[dashboard,test]'
	touch $@ $(VENV)/demo.stamp
