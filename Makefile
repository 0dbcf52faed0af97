# Every target works on a bare machine: Python 3.11 or newer, make, the package registries.
SHELL := /bin/sh
PORT ?= 8000
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo $$python; break; fi; done)
BIN := .venv/bin

.PHONY: help setup run test check check-seed bench check-dist dist manual translations clean

help:
	@echo 'make setup         .venv, dependensi, berkas muka / environment, dependencies, front-end files'
	@echo 'make run           kota contoh di / demonstration city at http://127.0.0.1:$(PORT)  (PORT=8080)'
	@echo 'make test          semua pengujian / every test (SQLite, browser, PostgreSQL)'
	@echo 'make check         format, tipe, batas impor, terjemahan / format, types, import contracts, translations'
	@echo 'make check-seed    pengujian atas peraturan nyata / tests on a real regulation (PETAJALAN_SEED=file)'
	@echo 'make bench         lama tiap halaman kota contoh dibanding view kosong / each page beside a bare view'
	@echo 'make dist          paket siap pasang / an installable wheel in dist/'
	@echo 'make check-dist    memasang paket itu dan mencobanya / install that wheel and try it'
	@echo 'make manual        panduan dengan gambar di build/manual / the manual with pictures'
	@echo 'make translations  memperbarui katalog terjemahan / refresh the translation catalogue'

setup:
	@if [ -z "$(PYTHON)" ]; then \
		echo 'Python 3.11 atau lebih baru tidak ditemukan. Contoh: sudo apt-get install python3 python3-venv' >&2; \
		echo 'Python 3.11 or newer was not found. For example: sudo apt-get install python3 python3-venv' >&2; exit 1; fi
	@$(PYTHON) scripts/setup.py

run: setup
	@PORT=$(PORT) exec $(BIN)/petajalan demo

test: setup
	@$(BIN)/python scripts/run_tests.py

check: setup
	@$(BIN)/python scripts/run_checks.py

check-seed: setup
	@if [ -z "$$PETAJALAN_SEED" ]; then \
		echo 'Isi PETAJALAN_SEED dengan letak berkas peraturan. / Set PETAJALAN_SEED to the file of the regulation.' >&2; exit 2; fi
	@$(BIN)/python -m pytest tests/seed

bench: setup
	@$(BIN)/python scripts/bench.py

dist: setup
	@rm -rf dist
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist .

check-dist: dist
	@$(BIN)/python scripts/check_dist.py

manual: setup
	@$(BIN)/python scripts/build_manual.py

translations: setup
	@$(BIN)/python scripts/translations.py extract
	@$(BIN)/python scripts/translations.py compile

clean:
	@rm -rf .venv node_modules build dist petajalan/common/static/vendor .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
