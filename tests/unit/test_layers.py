"""What runs without a window must run where there is no Qt: checked by really importing it, each in a fresh Python.

And the program stays a composition of small parts.
"""

import subprocess
import sys
from pathlib import Path

import pytest

import stylegui

MOST_LINES = 400

IMPORT_ALL = """
import importlib, pkgutil, sys
module = importlib.import_module(sys.argv[1])
for info in pkgutil.walk_packages(getattr(module, "__path__", []), module.__name__ + "."):
    if not info.name.endswith(".__main__"):  # to be run, not imported
        importlib.import_module(info.name)
print(*sorted(name for name in sys.modules if name.startswith(("PySide6", "shiboken6", "torch"))))
"""

WITHOUT_QT = [
    "stylegui.batch",
    "stylegui.cli",
    "stylegui.commands",
    "stylegui.engine",
    "stylegui.files",
    "stylegui.folder_cache",
    "stylegui.library",
    "stylegui.log",
    "stylegui.machine",
    "stylegui.painters",
    "stylegui.paths",
    "stylegui.project",
    "stylegui.resources",
    "stylegui.settings",
    "stylegui.training",
]


def loaded_by(module: str, code: str = IMPORT_ALL) -> set[str]:
    done = subprocess.run([sys.executable, "-c", code, module], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


@pytest.mark.parametrize("module", WITHOUT_QT)
def test_no_qt_is_loaded(module: str) -> None:
    loaded = loaded_by(module)
    assert not [name for name in loaded if name.startswith(("PySide6", "shiboken6"))]


def test_jobs_need_only_the_core_of_qt() -> None:
    loaded = loaded_by("stylegui.jobs")
    assert "PySide6.QtCore" in loaded
    assert not loaded & {"PySide6.QtGui", "PySide6.QtWidgets"}


IMPORT_ONE = """
import importlib, sys
importlib.import_module(sys.argv[1])
print(*(name for name in ("torch", "PySide6") if name in sys.modules))
"""


@pytest.mark.parametrize("module", ["stylegui.__main__", "stylegui.cli", "stylegui.engine.engines", "stylegui.library"])
def test_torch_is_loaded_only_once_it_is_needed(module: str) -> None:
    assert "torch" not in loaded_by(module, IMPORT_ONE)


def test_every_module_is_small() -> None:
    root = Path(stylegui.__file__).parent
    lines = {path.relative_to(root): len(path.read_bytes().splitlines()) for path in root.rglob("*.py")}
    assert len(lines) > 100
    assert {path: count for path, count in lines.items() if count > MOST_LINES} == {}
