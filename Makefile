# Two commands are enough: `make run` and `make test`. Both set up what they need.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
READY_DEV := .venv/ready-dev
PACKAGES := bot handlers services models knowledge domain locales web

.PHONY: install run test lint bench crash lock clean

install: $(READY)

$(READY): requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --no-deps --editable .
	$(BIN)/python -m compileall -q $(PACKAGES)  # or each start would, where Python writes nothing
	touch $@

$(READY_DEV): requirements-dev.txt $(READY)
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.txt
	touch $@

run: $(READY)
	$(BIN)/hotline learn
	$(BIN)/hotline run

test: lint
	$(BIN)/hotline learn
	$(BIN)/python -m pytest -n auto

lint: $(READY_DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy $(PACKAGES)
	$(BIN)/lint-imports
	$(BIN)/hotline check

bench: $(READY_DEV)
	$(BIN)/hotline learn
	$(BIN)/python -m bench.search
	$(BIN)/python -m bench.throughput --json bench/latest.json
	$(BIN)/python -m bench.escalation

crash: $(READY_DEV)
	$(BIN)/hotline learn
	$(BIN)/python -m bench.crash --kills 100 --updates 2000

lock:
	$(BIN)/pip-compile --quiet --strip-extras --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --output-file requirements.txt pyproject.toml
	$(BIN)/pip-compile --quiet --strip-extras --extra dev --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml

clean:
	rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
