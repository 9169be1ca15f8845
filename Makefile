# make run   set up, then open the window on a sample pair (without a display: write the HTML report and name it)
# make test  set up, then run all tests
# make check ruff, mypy, import-linter
# make docs  the pages of docs/ as HTML (build/docs), without a network; make pictures takes their pictures anew
# make coverage  all tests but the window's and the browser's, and what of the core they reach
# make bench what is measured, as tables (out/bench.md, out/bench.json); make bench-short sees that it runs
# make translations  bring resources/translations up to date with what the window says
# make fuzz  read 20,000 damaged files and count what came of them
# make bundle  a folder with the program and all it needs, without Python or PyTorch to install (build/bundle/diffview)
# make packages  the .deb and the tarball from it (dist)
# make bundle-check  lintian, and a clean Debian without Python or network, as root; takes some minutes
PYTHON ?= python3
BIN := .venv/bin
EXAMPLE := seeds/harbour-ferry

.PHONY: run test check docs pictures coverage bench bench-short fuzz bundle packages bundle-check translations format clean

.venv/.installed: pyproject.toml
	@echo "Setting up .venv: about 2 GB, which takes some minutes…"
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

.venv/.ready: .venv/.installed
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

run: .venv/.installed
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	    packaging/system-packages.sh run && exec $(BIN)/diffview $(EXAMPLE)/left.txt $(EXAMPLE)/right.txt; \
	else \
	    mkdir -p out && $(BIN)/diffview compare $(EXAMPLE)/left.txt $(EXAMPLE)/right.txt --html out/report.html && \
	    echo "No display here. The report is in $(CURDIR)/out/report.html"; \
	fi

test: .venv/.ready
	packaging/system-packages.sh test
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest

check: .venv/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: .venv/.ready
	$(BIN)/python -m sphinx -W --keep-going -q -b html docs build/docs
	@echo "$(CURDIR)/build/docs/index.html"

pictures: .venv/.ready
	$(BIN)/python packaging/pictures.py

coverage: .venv/.ready
	$(BIN)/python -m coverage erase
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m coverage run -m pytest -q -m "not browser and not display" --ignore tests/ui
	$(BIN)/python -m coverage combine -q
	$(BIN)/python -m coverage report
	@mkdir -p build
	@$(BIN)/python -m coverage json -q -o build/coverage.json
	@$(BIN)/python -c "import json; found = json.load(open('build/coverage.json'))['totals']; \
	    print(f\"branches: {found['covered_branches'] / found['num_branches']:.1%} of {found['num_branches']}\")"

bench: .venv/.ready
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.alignment
	$(BIN)/python -m benchmarks.wording
	$(BIN)/python -m benchmarks.findings
	$(BIN)/python -m benchmarks.html_extraction

bench-short: .venv/.ready
	$(BIN)/python -m benchmarks.speed --short

fuzz: .venv/.ready
	$(BIN)/python -m tests.reading.fuzzing 20000

bundle: .venv/.ready
	$(BIN)/python -m pip install --quiet --group bundle
	$(BIN)/python packaging/bundle.py

translations: .venv/.ready
	QT_QPA_PLATFORM=offscreen $(BIN)/python packaging/translations.py

packages: bundle
	$(BIN)/python packaging/linux.py

bundle-check:
	packaging/system-packages.sh bundle
	lintian --fail-on error dist/diffview_*.deb
	packaging/try-in-clean-root.sh build/bundle/diffview $(EXAMPLE)/left.txt $(EXAMPLE)/right.txt
	packaging/try-in-clean-root.sh dist/diffview_*.deb $(EXAMPLE)/left.txt $(EXAMPLE)/right.txt build/clean-root-out-deb

format: .venv/.ready
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf .venv out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
