"""The shape of the project: what a reader may rely on in every folder."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models

from petajalan.cli.arguments import parser

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("petajalan", "tests", "scripts")
READERS = {
    *("env_address", "env_choice", "env_flag", "env_folder", "env_int", "env_list", "env_text"),
    *("secret_key", "database", "mail"),
}
LONGEST = 500  # lines of a file


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", *patterns], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).exists()]


def own_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("petajalan.")]


def test_imports_go_down_only() -> None:
    done = subprocess.run([Path(sys.executable).parent / "lint-imports"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_every_agency_owned_model_has_visible_to() -> None:
    owned = [model for model in own_models() if "agency" in {field.name for field in model._meta.get_fields()}]
    assert len(owned) > 10
    assert [model.__name__ for model in owned if not hasattr(model._default_manager, "visible_to")] == []


def test_every_agency_owned_model_begins_its_keys_with_the_agency() -> None:
    wrong = []
    for model in own_models():
        if not any(field.name == "agency" and not field.null for field in model._meta.fields):
            continue
        unique = [item for item in model._meta.constraints if isinstance(item, models.UniqueConstraint)]
        wrong += [item.name for item in [*unique, *model._meta.indexes] if item.fields and item.fields[0] != "agency"]
    assert wrong == []


def test_every_model_is_in_the_glossary() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text()
    assert [model.__name__ for model in own_models() if f"`{model.__name__}`" not in glossary] == []


def environment_variables() -> Iterator[str]:
    """Names read by the settings' typed readers and through os.environ."""
    for path in (ROOT / "petajalan").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            match node:
                case ast.Call(func=ast.Name(id=reader), args=[ast.Constant(value=str(name)), *_]) if reader in READERS:
                    yield name
                case ast.Call(
                    func=ast.Attribute(value=ast.Attribute(attr="environ")), args=[ast.Constant(value=name), *_]
                ):
                    yield str(name)
                case ast.Subscript(value=ast.Attribute(attr="environ"), slice=ast.Constant(value=name), ctx=ast.Load()):
                    yield str(name)


def test_every_environment_variable_is_documented_and_the_reverse() -> None:
    documented = set(re.findall(r"^\| `([A-Z_]+)`", (ROOT / "docs" / "configuration.md").read_text(), re.MULTILINE))
    of_the_tests = {"TEST_DATABASE_URL", "PETAJALAN_BROWSER", "PETAJALAN_SEED"}
    assert set(environment_variables()) == documented - of_the_tests


def test_no_file_is_longer_than_five_hundred_lines() -> None:
    files = [path for path in tracked("*.py", "*.html", "*.css", "*.js") if path.parent.name != "migrations"]
    assert len(files) > 100
    assert [path.relative_to(ROOT) for path in files if len(path.read_text().splitlines()) > LONGEST] == []


def test_no_file_is_named_for_nothing() -> None:
    assert [path for path in tracked("*.py") if path.stem in {"utils", "helpers", "misc"}] == []


def test_no_unfinished_marks_and_no_paths_of_one_machine() -> None:
    # Written in two parts, so that this file does not hold them itself.
    unwanted = re.compile(
        "|".join(["TO" + "DO", "FIX" + "ME", "/ro" + "ot/", "/wo" + "rk/", "raise NotImplemented" + "Error"])
    )
    found = []
    for path in tracked("*.py", "*.html", "*.css", "*.js", "*.md", "*.yaml", "*.toml", "Makefile", ".ci/*"):
        found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in unwanted.finditer(path.read_text())]
    assert found == []


def test_lock_files_name_no_registry() -> None:
    for name in ("requirements.lock", "requirements-dev.lock", "package-lock.json", "package.json", ".npmrc"):
        lines = (ROOT / name).read_text().splitlines()
        assert [line for line in lines if "://" in line and '"url"' not in line] == [], name


def test_documents_name_only_commands_that_exist() -> None:
    known = set(re.findall(r"^    ([a-z-]+)(?: |$)", parser().format_help(), re.MULTILINE))
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    unknown = []
    for path in tracked("*.md"):
        text = path.read_text()
        unknown += [
            name for name in re.findall(r"(?:^|[`/])petajalan ([a-z-]+)", text, re.MULTILINE) if name not in known
        ]
        unknown += [name for name in re.findall(r"(?:^|`)make ([a-z-]+)", text, re.MULTILINE) if name not in targets]
    assert unknown == []


def test_files_linked_in_documents_exist() -> None:
    broken = []
    for path in tracked("*.md"):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text()):
            # The pictures of the manual are taken when it is built; `test_manual` knows which.
            if not target.startswith("gambar/") and not (path.parent / target).exists():
                broken.append(f"{path.relative_to(ROOT)}: {target}")
    assert broken == []


def test_the_page_of_finding_codes_is_current() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/findings_doc.py", "--check"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def test_texts_are_marked_under_names_that_the_catalogue_collects() -> None:
    """A text marked under another name would stay Indonesian for readers of English, and no lint would tell."""
    aliases = re.compile(r"^(?:from|    ).*\bn?p?gettext(?:_lazy|_noop)? as (?!_\b)(\w+)", re.MULTILINE)
    found = {(file.name, name) for file in tracked("petajalan/*.py") for name in aliases.findall(file.read_text())}
    assert found == set()
