"""Every painter has a mark of its own: what painters share are helpers and scenes, never what leaves the mark."""

from __future__ import annotations

import ast
import functools
import sys
from pathlib import Path

import pytest

import stylegui.painters
from stylegui.painters import PAINTERS

PACKAGE, HOME = "stylegui.painters.", Path(stylegui.painters.__path__[0])
HELPERS = {
    "cells", "colour", "contours", "crackle", "field", "lines", "placing", "relief", "study", "triangles", "wood",
}  # fmt: skip
PAINTER_MODULES = sorted({painter.paint.__module__.removeprefix(PACKAGE) for painter in PAINTERS.values()})


@functools.cache
def imports(name: str) -> frozenset[str]:
    """The modules of the package that a module names in its imports."""
    tree = ast.parse(HOME.joinpath(*name.split(".")).with_suffix(".py").read_text("utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(PACKAGE):
            module = str(node.module).removeprefix(PACKAGE)
            whole = HOME.joinpath(*module.split(".")).is_dir()  # a package, whose modules are named
            found |= {f"{module}.{part.name}" for part in node.names} if whole else {module}
    return frozenset(found)


@functools.cache
def needs(name: str) -> frozenset[str]:
    """All modules of the package that a module is made of, itself too."""
    found, waiting = {name}, [name]
    while waiting:
        for other in imports(waiting.pop()) - found:
            found.add(other)
            waiting.append(other)
    return frozenset(found)


def test_no_painter_is_made_of_another() -> None:
    for name in PAINTER_MODULES:
        assert needs(name) & set(PAINTER_MODULES) == {name}


def test_painters_share_only_helpers_and_scenes() -> None:
    for name in {module for painter in PAINTER_MODULES for module in needs(painter)}:
        users = [painter for painter in PAINTER_MODULES if name in needs(painter)]
        assert len(users) == 1 or name in HELPERS or name.startswith("scenes."), (name, users)


def test_every_tool_in_marks_belongs_to_one_painter() -> None:
    marks = [path.stem for path in HOME.joinpath("marks").glob("*.py") if path.stem != "__init__"]
    assert len(marks) >= 8
    for mark in marks:
        assert len([painter for painter in PAINTER_MODULES if f"marks.{mark}" in needs(painter)]) == 1


@pytest.mark.parametrize("module", PAINTER_MODULES)
def test_painters_of_one_module_press_different_stamps(module: str) -> None:
    paints = [painter.paint for painter in PAINTERS.values() if painter.paint.__module__ == PACKAGE + module]
    assert len(set(paints)) == len(paints)
    if len(paints) > 1:
        functions = {name for name, value in vars(sys.modules[PACKAGE + module]).items() if callable(value)}
        used = [set(paint.__code__.co_names) & functions for paint in paints]
        shared = set.intersection(*used)
        assert all(len(own - shared) == 1 for own in used)
        assert len(set.union(*used) - shared) == len(paints)
