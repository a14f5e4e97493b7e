# `make demo`, `make test`, `make bench` and `make docs` each do everything, from a fresh checkout on.
# Needs Python >= 3.11 and make; the network only for the package index, once.

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.civicgraph-installed
# The first Python of this machine that is new enough; `make PYTHON=/path/to/python` says another.
PYTHON := $(shell for python in python3 python3.11 python3.12 python3.13 python3.14 python; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$python"; break; }; done)

.PHONY: demo test bench docs clean
.DEFAULT_GOAL := demo

$(STAMP): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "civicgraph needs Python 3.11 or later: install it, or say make PYTHON=/path/to/python" >&2; exit 2; }
	@echo "Setting up $(VENV) (once, about a minute) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@PIP_CONSTRAINT=constraints.txt PIP_DISABLE_PIP_VERSION_CHECK=1 \
		$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[dev]"
	@touch $@

demo: $(STAMP)
	@$(BIN)/civicgraph build data/documents --out build
	@echo
	@$(BIN)/civicgraph query referred-onward --param board="Scrutiny Board 2" --graph build
	@echo
	@echo "Try next:"
	@echo "  $(BIN)/civicgraph query                        the questions, a line each"
	@echo "  $(BIN)/civicgraph show data/documents/coventry-scrutiny-board-2-2017-10-12-minutes.md --stage extract"
	@echo "  $(BIN)/civicgraph check                        every fact against its shapes and the words it came from"
	@echo "  $(BIN)/civicgraph export tables --out tables   the same as CSV files"

test: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest --numprocesses=2 --dist=loadfile

bench: $(STAMP)
	@$(BIN)/python bench/run.py
	@$(BIN)/python bench/pages.py
	@$(BIN)/python bench/leave_one_out.py
	@$(BIN)/python bench/identity.py --quiet
	@$(BIN)/python bench/councillors.py
	@$(BIN)/python bench/linking.py
	@$(BIN)/python bench/questions.py
	@$(BIN)/python bench/viewers.py

docs: $(STAMP)
	@$(BIN)/python docs/page.py build/docs

clean:
	rm -rf build .mypy_cache .ruff_cache .pytest_cache .hypothesis
