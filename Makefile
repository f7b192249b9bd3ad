# Two commands do all the set-up on a machine with Python 3.11 and make:
#   make demo    the terminal screen on a throwaway copy of the sample journal
#   make test    the tests
PYTHON ?= python3
VENV   ?= .venv
# Windows keeps a virtual environment's programs in Scripts.
BIN    := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help demo test check format bench calibration pictures wheel clean

help: ## these lines
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 13

demo: $(VENV)/installed ## the terminal screen on a throwaway copy of the sample journal
	@$(BIN)/tracker demo

test: $(VENV)/developed ## the tests
	$(BIN)/python -m pytest -n auto $(ARGS)

check: $(VENV)/developed $(VENV)/language-server ## format, lint, types, floors, and the schemas in a real editor's language server
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/schema/test_language_server.py

format: $(VENV)/developed ## let ruff put the code in order
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/developed ## speed beside the peers, as ratios (see benchmarks/README.md)
	$(BIN)/python -m benchmarks.bench $(ARGS)

calibration: $(VENV)/developed ## the forecast beside what simulated officers lived (see benchmarks/README.md)
	$(BIN)/python -m benchmarks.calibration $(ARGS)

pictures: $(VENV)/developed ## draw the pictures of the manual again, in docs/images
	$(BIN)/python docs/images/draw.py $(ARGS)

wheel: $(VENV)/developed ## the wheel, in dist/
	$(BIN)/python -m build --wheel

clean: ## remove what these commands made
	rm -rf $(VENV) node_modules dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

$(VENV)/installed: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "textual-tracker needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --editable .
	@touch $@

$(VENV)/developed: $(VENV)/installed
	$(PIP) install --editable '.[dev]'
	@touch $@

# Needed only to see the schemas work in an editor; without npm that test is skipped, and says so.
$(VENV)/language-server: package.json $(VENV)/installed
	@if command -v npm >/dev/null; then npm install --no-audit --no-fund --no-package-lock --silent; else echo 'no npm: the language server is not tried'; fi
	@touch $@
