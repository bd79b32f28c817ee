# The one door: everything is done from here, with python3, pip and make only.
# Nothing is installed outside .tools and .venv; ARGS="…" is handed to what runs.

PYTHONS := 3.11 3.12 3.13
UV := .tools/uv-0.13/bin/uv
ENV := .venv/dev/bin

# A Python is whichever is found in PATH, or else under pyenv; none is downloaded.
# Certificates are the system's, as for pip: an office may stand behind a proxy with its own.
empty :=
export PATH := $(subst $(empty) ,:,$(PATH) $(wildcard $(or $(PYENV_ROOT),$(HOME)/.pyenv)/versions/3.1[123].*/bin))
export UV_PYTHON_DOWNLOADS := never
export UV_SYSTEM_CERTS := 1

.PHONY: help setup report proofread check test $(PYTHONS:%=test-%) test-spark bench performance docs lock holidays schema clean

help:  ## list the doors
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-12s%s\n", $$1, $$2 }' Makefile

setup: .venv/dev/.ready  ## the full environment, in .venv/dev

report: .venv/core/.ready  ## print the example report; needs the extra records only
	@.venv/core/bin/python examples/ward_report.py $(ARGS)

proofread: .venv/dev/.ready  ## proofread reports, ARGS="FILE…", or an invented one
	@$(ENV)/python examples/proofread.py $(ARGS)

check: .venv/dev/.ready  ## style, types, floors and spelling
	$(ENV)/ruff check
	$(ENV)/ruff format --check
	$(ENV)/mypy
	$(ENV)/basedpyright
	$(ENV)/lint-imports --no-logo
	$(ENV)/codespell

test: $(UV)  ## all tests, on every Python found of 3.11, 3.12, 3.13
	@found=; missing=; \
	for version in $(PYTHONS); do \
	    if $(UV) python find --quiet --system --no-project $$version >/dev/null 2>&1; \
	    then found="$$found $$version"; else missing="$$missing $$version"; fi; \
	done; \
	pythons="Python found:$${found:- none}; missing:$${missing:- none}"; echo "$$pythons"; \
	test -n "$$found" || exit 1; \
	$(MAKE) --no-print-directory $$(printf 'test-%s ' $$found) && echo "Passed. $$pythons"

# One version. Coverage is held when everything ran, not when ARGS chose some tests.
$(PYTHONS:%=test-%): export COVERAGE_FILE = .venv/$(@:test-%=%)/.coverage
$(PYTHONS:%=test-%): test-%: .venv/%/.ready
	.venv/$*/bin/python -m coverage run -m pytest $(ARGS)
	$(if $(ARGS),,.venv/$*/bin/python -m coverage report)

# The same laws on Spark, on one Python; it needs Java 17 or newer, and fails where there is none.
test-spark: export WARDSTATS_ENGINE = spark
test-spark: .venv/spark/.ready  ## the laws of frames on Spark; needs Java 17 or newer
	.venv/spark/bin/python -m pytest tests/laws/test_frame_laws.py tests/examples/test_national.py $(ARGS)

bench: .venv/dev/.ready  ## measure
	$(ENV)/python -m pytest tests/benchmarks $(ARGS)

performance: export PYTHONPATH = tests
performance: .venv/dev/.ready .venv/spark/.ready  ## measure frames, and write docs/performance.md
	$(ENV)/python -m benchmarks.measure_frames

docs: .venv/dev/.ready  ## build the documentation into site/
	$(ENV)/mkdocs build --strict

lock: $(UV)  ## renew the locks; ARGS=--upgrade for newer versions
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-annotate --all-extras --group dev pyproject.toml -o requirements.lock $(ARGS)
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-annotate --extra frames --extra strategies --group test --group spark --group build \
	    pyproject.toml -o requirements-spark.lock $(ARGS)

holidays: .venv/dev/.ready  ## renew the table of days off from the library holidays
	$(ENV)/python tools/public_holidays.py

schema: .venv/dev/.ready  ## renew the JSON Schema of report files
	$(ENV)/python tools/report_schema.py

clean:  ## remove whatever make has made
	rm -rf .tools .venv .coverage .hypothesis .benchmarks .*_cache site dist
	find . -name __pycache__ -prune -exec rm -rf {} +

# uv lives in a folder of its own: Debian lets pip install nowhere else, and has no venv.
$(UV):
	@echo 'Fetching uv into .tools' >&2
	@python3 -m pip install --quiet --root-user-action=ignore --target .tools/uv-0.13 'uv==0.13.*' >&2

# Environments. The .ready file is the stamp: newer than the lock means nothing to do. What they
# say goes to stderr, so that `make report >file` is the report.
# The core: the run-time dependencies and the extra records, at the versions of the lock.
.venv/core/.ready: requirements.lock pyproject.toml | $(UV)
	@echo 'Setting up .venv/core' >&2
	@$(UV) venv --quiet --clear --no-project --python '>=3.11' .venv/core
	@$(UV) pip install --quiet --python .venv/core --constraint requirements.lock \
	    --build-constraint requirements.lock --editable '.[records]'
	@touch $@

# Spark: its own lock, so that nobody else waits for it.
.venv/spark/.ready: requirements-spark.lock pyproject.toml | $(UV)
	@echo 'Setting up .venv/spark' >&2
	@$(UV) venv --quiet --allow-existing --no-project --python '>=3.11' .venv/spark
	@$(UV) pip sync --quiet --python .venv/spark --require-hashes \
	    --build-constraint requirements-spark.lock requirements-spark.lock
	@$(UV) pip install --quiet --python .venv/spark --no-deps \
	    --build-constraint requirements-spark.lock --editable .
	@touch $@

# All others: exactly the lock. A test environment is named after its Python; dev takes any.
.venv/dev/.ready: python := >=3.11
.venv/%/.ready: requirements.lock pyproject.toml | $(UV)
	@echo 'Setting up .venv/$*' >&2
	@$(UV) venv --quiet --allow-existing --no-project --python '$(or $(python),$*)' .venv/$*
	@$(UV) pip sync --quiet --python .venv/$* --require-hashes requirements.lock
	@$(UV) pip install --quiet --python .venv/$* --no-deps \
	    --build-constraint requirements.lock --editable .
	@touch $@
