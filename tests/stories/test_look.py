"""The language and the size of the interface, as they are set, in a program that starts with them."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from stylegui.paths import Paths
from stylegui.resources import resource
from stylegui.settings import SettingsStore
from tests.stories import neighbour

HELD = re.compile(r"\{[^{}]*\}")
LANGUAGES = ("de", "fr")


def seen(**settings: object) -> dict[str, Any]:
    """What a program that starts with these settings looks like."""
    SettingsStore(Paths.of_user().settings_file).change(**settings)
    with neighbour.begin("tell") as program:
        told, _ = program.communicate()
    assert program.returncode == 0
    facts: dict[str, Any] = json.loads(told.splitlines()[-1])
    return facts


def messages(language: str) -> list[tuple[str, str, bool]]:
    """(text, translation, whether it is finished) of all texts of the window."""
    tree = ET.parse(resource(f"translations/{language}.ts"))
    found = []
    for message in tree.iter("message"):
        source, translation = message.find("source"), message.find("translation")
        assert source is not None and translation is not None
        kind = translation.get("type", "")
        if kind not in ("vanished", "obsolete"):
            found.append((source.text or "", translation.text or "", kind != "unfinished"))
    return found


@pytest.mark.parametrize(("language", "first"), [("en", "&File"), ("de", "&Datei"), ("fr", "&Fichier")])
def test_the_window_speaks_the_language_that_is_set(home: Path, language: str, first: str) -> None:
    menus = seen(language=language)["menus"]
    assert menus[0] == first
    assert len(menus) > 5


def test_the_interface_is_as_large_as_it_is_set(home: Path) -> None:
    assert seen(ui_scale=150)["scale"] == 1.5


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    texts = messages(language)
    assert len(texts) > 1000
    assert [text for text, words, finished in texts if not words or not finished] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_what_is_put_into_sentences(language: str) -> None:
    wrong = [
        (text, words)
        for text, words, _ in messages(language)
        if words and sorted(HELD.findall(text)) != sorted(HELD.findall(words))
    ]
    assert wrong == []
