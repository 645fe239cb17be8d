# rolemap: `make run` opens the app (`make run MAP=folder` on a map of yours), `make test` runs every check. Both set up everything they need in .venv first.
.PHONY: run test lint format docs bench clean

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	if $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then echo $$p; break; fi; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

run: .venv/run-ready
	$(BIN)/streamlit run app.py $(if $(MAP),-- "$(MAP)")

test: .venv/test-ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest --numprocesses=logical --maxprocesses=4 --dist=loadfile --cov --cov-report=term

lint: .venv/test-ready
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/mypy

# Writes what is generated: rule pages and the JSON Schema. A test fails when they are stale.
docs: .venv/run-ready
	$(BIN)/rolemap rules --to docs/rules
	$(BIN)/rolemap schema > configs/schema/map.schema.json
	$(BIN)/rolemap schema --change-set > configs/schema/change-set.schema.json

bench: .venv/test-ready
	$(BIN)/python -m benchmarks.reading
	$(BIN)/python -m benchmarks.findings
	$(BIN)/python -m benchmarks.command
	$(BIN)/python -m benchmarks.reports
	$(BIN)/python -m benchmarks.app
	$(BIN)/python -m benchmarks.floor

.venv/run-ready: requirements.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "rolemap needs Python 3.11 or later (https://www.python.org/downloads/)."; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) install --quiet -r requirements.txt
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@

.venv/test-ready: .venv/run-ready requirements-dev.txt
	$(PIP) install --quiet -r requirements-dev.txt
	@touch $@

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
