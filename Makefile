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
# ResNet50, benchmarks and what else takes long and guards no light: make test-all.
CHOICE ?= -m "not slow"
# What keeps times of a few milliseconds with a lamp, or plays the whole program, runs alone.
REAL_TIME := tests/flow tests/uv/test_serial_lamp.py

.PHONY: run test test-all install check translations help-images constraints clean installer installer-test

run: install
	@$(BIN)/python main.py "$(SOURCE)"

test-all: CHOICE :=
test-all: test

test: check
	@mkdir -p build
	$(BIN)/python -m pytest -q $(CHOICE) -n $(WORKERS) --dist worksteal $(REAL_TIME:%=--ignore %) --cov --cov-report=
	$(BIN)/python -m pytest -q $(CHOICE) $(REAL_TIME) --cov --cov-append --cov-report=json:build/coverage.json
	$(BIN)/python tests/coverage_floor.py build/coverage.json

check: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

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
