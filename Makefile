# make            装好所需的一切，付印最新一期，生成公开网站
# make test       装好测试所需，跑全部测试
# make press ISSUE=2020-03    只付印这一期
# make preview    本机预览
# make lint       格式、类型、房间边界
ISSUE ?=
INV = .venv/bin/python -m invoke

.PHONY: all setup setup-dev press publish preview test lint bench
all: setup
	@$(INV) build

setup:
	@bash setup.sh run

setup-dev:
	@bash setup.sh dev

press: setup
	@$(INV) press $(or $(ISSUE),最新)

publish: setup
	@$(INV) publish

preview: setup
	@$(INV) preview

test: setup-dev
	@.venv/bin/python -m pytest

lint: setup-dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

bench: setup-dev
	.venv/bin/python benchmarks/press.py
	.venv/bin/python benchmarks/typesetting.py
	.venv/bin/python benchmarks/website.py
	.venv/bin/python benchmarks/reading.py
	.venv/bin/python benchmarks/incremental_press.py
