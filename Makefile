# Everything this project does is a target; `make` alone lists them.
# PYTHON chooses the interpreter that .venv is made of.
PYTHON ?= python3

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Tests and tools start Python hundreds of times: without its cache, each start compiles everything anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup demo sandbox test test-fast test-all test-lowest test-next generate check-generated check-breaking add-endpoint endpoints \
	verify-live sync-twins check-sync-twins lint format types bench fuzz mutants docs build clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-17s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup: $(READY) ## make .venv with everything this project needs (the other targets do it by themselves)
	@:

# The stamp comes last, so a setup that broke off is started afresh.
$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "error: $(PYTHON) is not Python 3.11 or newer; choose one with: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
		{ echo "error: $(PYTHON) lacks venv; install it (on Debian: apt install python3-venv) or choose another PYTHON" >&2; exit 1; }
	@echo "Setting up $(VENV), which takes about a minute ..."
	@test -e $@ || $(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install -qq --upgrade 'pip>=25.1'
	@$(BIN)/python -m pip install -qq --editable '.[testing,cli]' --group dev
	@touch $@

demo: $(READY) ## a publisher's day against a local sandbox (LIVE=1: read-only from the real API)
	@$(BIN)/python -m tools.demo $(if $(LIVE),--live)

sandbox: $(READY) ## serve the local sandbox of the API until interrupted
	@$(BIN)/python -m beyondwords.testing

test: $(READY) ## run all tests
	@$(BIN)/python -m pytest -q -rs -n auto --dist loadfile --no-loadscope-reorder

test-fast: $(READY) ## run the tests of the wrapper and the contract, without the slow ones
	@$(BIN)/python -m pytest -q -n auto -m "not slow" tests/wrapper tests/contract/test_models.py tests/contract/test_spec.py

test-all: $(READY) ## run all tests on every Python 3.11, 3.12 and 3.13 that uv finds or can fetch (TESTS=tests/wrapper)
	@$(BIN)/python -m pip install -qq --group matrix
	@$(BIN)/nox --session tests $(if $(TESTS),-- $(TESTS))

test-lowest: $(READY) ## run all tests with the oldest releases of httpx, attrs and the extras that are allowed
	@$(BIN)/python -m pip install -qq --group matrix
	@$(BIN)/nox --session lowest $(if $(TESTS),-- $(TESTS))

# WebAssembly's stack is too small for JSON as deep as in test_what_is_no_json_is_shown and in
# test_a_bad_page_costs_what_its_length_costs.
test-next: $(READY) ## run what needs no network on Python 3.14, by Pyodide: needs Node and npm
	@node --version >/dev/null 2>&1 && npm --version >/dev/null 2>&1 || \
		{ echo "error: test-next needs Node 20 or newer, and npm: Python 3.14 runs in it" >&2; exit 1; }
	@rm -rf .venv-next && mkdir .venv-next
	@npm install --silent --no-audit --no-fund --prefix .venv-next pyodide@314.0.7
	@$(BIN)/python -m pip install -qq --target .venv-next/site --python-version 3.14 --implementation py --abi none \
		--platform any --only-binary=:all: . pytest hypothesis
	@node tests/next/run.mjs .venv-next/site -q -c /dev/null --rootdir=/project --import-mode=importlib --noconftest \
		-p no:cacheprovider -p tests.sides -k "not async and not no_json and not costs" tests/next \
		$(addprefix tests/wrapper/test_,models.py arguments.py paging.py errors.py resources.py)

generate: $(READY) ## generate the low-level client from openapi.yaml; tell what changes (FORMAT=json, ACCEPT=all)
	@$(BIN)/python -m tools.generate $(if $(ACCEPT),--accept "$(ACCEPT)")
	@$(BIN)/python -m tools.coverage

check-generated: $(READY) ## check that the low-level client is what openapi.yaml gives, to the byte
	@$(BIN)/python -m tools.check_generated

check-breaking: $(READY) ## check that nothing breaks for callers since a git revision: BASE=origin/main
	@$(BIN)/python -m tools.check_breaking "$(BASE)"

add-endpoint: $(READY) ## bring in the vendor's pages and generate: PAGE="a.md b.md" (TAKE=theirs or ours where they differ)
	@$(BIN)/python -m tools.add_endpoint $(PAGE) \
		$(if $(TAKE),$(if $(filter theirs ours,$(firstword $(TAKE))),--$(TAKE),$(error TAKE begins with theirs or ours, not $(firstword $(TAKE)))))
	@$(BIN)/python -m tools.coverage

endpoints: $(READY) ## list every operation: how to call it, how sure it is, its tests (FORMAT=json)
	@$(BIN)/python -m tools.endpoints

verify-live: $(READY) ## ask the real API, read-only, whether openapi.yaml is right; needs BEYONDWORDS_API_KEY (FORMAT=json)
	@$(BIN)/python -m tools.live

sync-twins: $(READY) ## derive the wrapper's sync modules from its async ones
	@$(BIN)/python -m tools.sync_twins

check-sync-twins: $(READY) ## check that the derived sync modules are up to date
	@$(BIN)/python -m tools.sync_twins --check

lint: $(READY) check-sync-twins ## check style and formatting
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

format: $(READY) ## format the code and mend what can be mended without thinking
	@$(BIN)/ruff check --fix-only
	@$(BIN)/ruff format

types: $(READY) ## check types with mypy and pyright, and that every public name is typed
	@$(BIN)/mypy
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/pyright
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/pyright --verifytypes beyondwords --ignoreexternal

bench: $(READY) ## measure what the wrapper costs (ONLY="calls pages starts", PROFILE=2: the functions of page() of 2 rows)
	@$(BIN)/python -m benchmarks $(if $(ONLY),--only $(ONLY)) $(if $(PROFILE),--profile $(PROFILE))

fuzz: $(READY) ## send the wrapper responses that nobody would think of, new ones each time: CASES=12000
	@FUZZ_NEW=1 FUZZ_CASES=$(or $(CASES),12000) $(BIN)/python -m pytest -q --show-capture=no tests/wrapper/test_fuzz.py

mutants: $(READY) ## break the wrapper in many small ways and list what no test notices (ONLY="beyondwords._retries*")
	@$(BIN)/python -m pip install -qq --group mutation
	@rm -rf .mutants && mkdir .mutants && cp -r wrapper .mutants/src && cp -r generated_client/beyondwords_api .mutants/src
	@cp -r tests tools openapi.yaml generator-config.yml pyproject.toml .mutants
	@cd .mutants && ../$(BIN)/mutmut run $(foreach pattern,$(ONLY),'$(pattern)')
	@cd .mutants && ../$(BIN)/mutmut results | grep -v 'not checked' || echo "no mutant survived"

docs: $(READY) ## build the documentation's site into build/site; a warning is an error
	@$(BIN)/python -m tools.pictures docs/pictures
	@$(BIN)/zensical build --strict --clean

build: $(READY) ## build wheel and sdist into dist/ and check what is in them
	@rm -rf dist
	@$(BIN)/python -m build --quiet --outdir dist .
	@$(BIN)/python -m tools.check_dist dist

clean: ## remove environments, caches and builds
	@rm -rf $(VENV) .venv-* .mutants dist build htmlcov .coverage .coverage.* .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
