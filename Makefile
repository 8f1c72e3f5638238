# make run     set everything up and start the station (SOURCE=camera index, file, folder or address)
# make test    set everything up, check and test
# make test-all  the same with what takes long (ResNet50, benchmarks)
# make install prepare .venv only
# make translations  bring the texts of the sources into the .ts files, and compile them
# make help-images   render the pictures of the help pages again
# make installer        freeze the program and build its Debian package in dist/
# make installer-test   install that package here, as root, and try it
# make constraints   resolve the pinned versions anew (needs uv)
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TRANSLATIONS := resources/translations
SOURCE ?= demo
# More than two cores: many tests wait for a clock, a disk or a child.
WORKERS ?= 4
PYTEST = $(BIN)/python -m pytest -q $(CHOICE)
PARALLEL := -n $(WORKERS) --dist worksteal
# ResNet50, benchmarks and what else takes long and guards no light: make test-all.
CHOICE ?= -m "not slow"
# What keeps times of a few milliseconds with a lamp, or plays the whole program, runs alone.
REAL_TIME := tests/flow tests/uv/test_serial_lamp.py
# What covers every branch of the parts that tests/coverage_floor.py names; following lines takes time.
GUARDS := tests/assessment tests/operators tests/records $(wildcard tests/test_*.py tests/quality/test_model_*.py) \
    tests/quality/test_strict_zip.py tests/explanation/test_trust.py tests/faults/test_storage_faults.py

.PHONY: run test test-all install check style types guards translations help-images constraints clean installer installer-test

run: install
	@$(BIN)/python main.py "$(SOURCE)"

test-all: CHOICE :=
test-all: test

# Types are checked beside the first tests: neither takes all of two cores.
test: style
	@$(MAKE) --no-print-directory -j 2 types guards CHOICE='$(CHOICE)'
	$(PYTEST) $(PARALLEL) $(patsubst %,--ignore %,$(REAL_TIME) $(GUARDS))
	$(PYTEST) $(REAL_TIME)

guards: install
	@mkdir -p build
	$(PYTEST) $(PARALLEL) $(GUARDS) --cov --cov-report=json:build/coverage.json
	$(BIN)/python tests/coverage_floor.py build/coverage.json

check: style types

style: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache

types: install
	$(BIN)/mypy

install: $(READY) $(TRANSLATIONS)/faceqa_ko.qm $(TRANSLATIONS)/faceqa_en.qm

$(READY): constraints.txt pyproject.toml
	@$(PYTHON) installer/check_system.py
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

%.qm: %.ts $(READY)
	@$(BIN)/pyside6-lrelease -silent $< -qm $@

translations: $(READY)
	$(BIN)/python $(TRANSLATIONS)/build.py update
	$(BIN)/python $(TRANSLATIONS)/build.py release

help-images: install
	$(BIN)/python resources/help/render.py

installer: install
	$(BIN)/python -m installer.build
	$(BIN)/python -m installer.build_deb

installer-test: install
	$(BIN)/python -m pytest -q -n 0 -o timeout=900 installer/tests

constraints:
	uv pip compile --universal --python-version 3.11 --group dev --group installer pyproject.toml --generate-hashes \
	    --no-header --no-emit-index-url --no-emit-find-links -q -o constraints.txt
	sed -n 's/^tensorflow==\([0-9.]*\).*/tensorflow-cpu==\1/p' constraints.txt | uv pip compile --universal \
	    --python-version 3.11 --no-deps --generate-hashes --no-header --no-emit-index-url --no-emit-find-links -q \
	    -o installer/tensorflow-cpu.txt -

clean:
	rm -rf $(VENV) build dist faceqa-demo .mypy_cache .ruff_cache .pytest_cache .hypothesis
