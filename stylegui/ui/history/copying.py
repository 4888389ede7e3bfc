"""Settings on the clipboard: as JSON under a type of their own, and as plain text for anyone who wants to read them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QByteArray, QMimeData

from stylegui.project.recipes import RecipeError, parse_recipe
from stylegui.project.setup import Setup

SETTINGS_MIME = "application/x-stylegui-settings"
FORMAT = 1
LONGEST = 100_000
"""No settings are longer than so many letters; other texts on the clipboard may be."""


def settings_mime(setup: Setup) -> QMimeData:
    """The active engine and its parameters, for the clipboard."""
    content = {"format": FORMAT, "engine": setup.engine, "params": setup.params.model_dump(mode="json")}
    text = json.dumps(content, indent=1, ensure_ascii=False)
    mime = QMimeData()
    mime.setData(SETTINGS_MIME, QByteArray(text.encode()))
    mime.setText(text)
    return mime


def pasted_setup(mime: QMimeData | None, before: Setup) -> Setup | None:
    """`before` with the engine and the parameters on the clipboard, None where there are none.

    A recipe, as it stands in pictures, is understood as well. Raises RecipeError where they cannot be used here.
    """
    if mime is None:
        return None
    own = bytes(mime.data(SETTINGS_MIME).data()).decode(errors="replace") if mime.hasFormat(SETTINGS_MIME) else ""
    content = _read(own or mime.text())
    if content is None:
        return None
    recipe = parse_recipe(content)
    return replace(before.with_params(recipe.params), engine=recipe.engine)


def _read(text: str) -> dict[str, Any] | None:
    if len(text) > LONGEST:
        return None
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) and "engine" in content else None


__all__ = ["SETTINGS_MIME", "RecipeError", "pasted_setup", "settings_mime"]
