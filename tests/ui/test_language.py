"""The window speaks the language that was chosen, sentences of modules without Qt included."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from stylegui.ui import language
from stylegui.ui.actions import Command, command_name


@pytest.fixture
def german(qapp: QApplication) -> Iterator[QApplication]:
    before = QLocale()
    language.install(qapp, "de")
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)
    language.install(qapp, "en")


def test_commands_are_translated(german: QApplication) -> None:
    assert command_name(Command("undo", "&Undo")) == "Rückgängig"


def test_a_sentence_with_gaps_is_put_together_in_the_language(german: QApplication) -> None:
    told = language.in_words("“dusk.png” cannot be saved: there is not enough space on the disk.")
    assert "dusk.png" in told
    assert "cannot" not in told and "space" not in told


def test_what_nobody_knows_stays_as_it_is(german: QApplication) -> None:
    assert language.in_words("Quite another sentence.") == "Quite another sentence."
    assert language.in_words("") == ""


def test_english_needs_no_translation(qapp: QApplication) -> None:
    assert language.install(qapp, "en") == language.current() == "en"
    sentence = "“dusk.png” cannot be saved: there is not enough space on the disk."
    assert language.in_words(sentence) == sentence


def test_an_unknown_choice_falls_back_to_one_that_is_spoken() -> None:
    assert language.chosen("tlh") in language.LANGUAGES
    assert language.chosen("fr") == "fr"
