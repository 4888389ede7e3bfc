"""Every text of the window has a translation in every language, and the compiled files are those of the texts."""

from __future__ import annotations

import importlib.util
import string
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def translations() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["translations"] = module
    spec.loader.exec_module(module)
    return module


def places(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def test_texts_are_found_wherever_they_are_marked(translations: ModuleType) -> None:
    texts = translations.all_texts()
    assert ("MainWindow", "Styles") in texts
    assert ("Actions", "&Start") in texts
    assert ("PaintParams", "Brush size") in texts
    assert ("Messages", "“{}” cannot be saved: there is not enough space on the disk.") in texts


@pytest.mark.parametrize("language", ["de", "fr"])
def test_a_language_is_complete(translations: ModuleType, language: str) -> None:
    known = translations.read(language)
    assert set(known) == translations.all_texts(), "run: python packaging/translations.py update"
    assert [source for (_, source), translated in known.items() if not translated] == []


@pytest.mark.parametrize("language", ["de", "fr"])
def test_translations_have_the_same_places_to_fill_in(translations: ModuleType, language: str) -> None:
    wrong = [source for (_, source), words in translations.read(language).items() if places(source) != places(words)]
    assert wrong == []


@pytest.mark.parametrize("language", ["de", "fr"])
def test_what_is_compiled_is_what_is_written(translations: ModuleType, language: str) -> None:
    translator = QTranslator()
    assert translator.load(language, str(translations.FOLDER))
    wrong = [
        (context, source)
        for (context, source), translated in translations.read(language).items()
        if (translator.translate(context, source) or "") != translated
    ]
    assert wrong == [], "run: python packaging/translations.py compile"
