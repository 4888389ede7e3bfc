"""The manual: complete, searchable, and open at the page about what the artist is busy with."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QLineEdit, QTextBrowser
from pytestqt.qtbot import QtBot

from stylegui.ui.actions import commands, key_words, sequences_of
from stylegui.ui.language import LANGUAGES
from stylegui.ui.manual import ManualWindow, pages
from tests.ui.studios import TestStudio


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_a_title_and_links_that_lead_somewhere(language: str) -> None:
    found = pages(language)
    names = {page.name for page in found}
    assert len(found) >= 15
    for page in found:
        assert page.title and page.text.startswith("# ")
        for target in re.findall(r"\]\((\S+?)\)", page.text):
            assert target.removesuffix(".md").partition("-")[2] in names, f"{page.name}: {target}"


def test_keys_that_the_manual_names_are_those_of_the_program() -> None:
    known = {key_words(keys) for command in commands() for keys in sequences_of(command.keys)}
    for page in pages("en"):
        for keys in re.findall(r"\bCtrl\+(?:Shift\+)?[A-Z][a-z]*\b", page.text):
            assert keys in known, f"{page.name}: {keys}"


def test_f1_opens_the_page_about_what_has_the_focus(studio: TestStudio) -> None:
    studio.trigger("find_style")
    studio.trigger("manual")
    manual = studio.session.help.manual
    assert isinstance(manual, ManualWindow)
    assert manual.page == "gallery"
    assert "gallery" in manual.findChild(QTextBrowser).toPlainText()  # type: ignore[union-attr]
    manual.close()


def test_a_search_leaves_the_pages_that_speak_of_it(qtbot: QtBot) -> None:
    manual = ManualWindow()
    qtbot.addWidget(manual)
    search = manual.findChild(QLineEdit)
    assert isinstance(search, QLineEdit)
    search.setText("openraster")
    assert manual.shown() == ["export"]
    assert manual.page == "export"
    search.setText("quantum entanglement")
    assert manual.shown() == []
    search.clear()
    manual.open_page("queue")
    assert manual.page == "queue"


def test_a_link_turns_to_its_page(qtbot: QtBot) -> None:
    manual = ManualWindow()
    qtbot.addWidget(manual)
    text = manual.findChild(QTextBrowser)
    assert isinstance(text, QTextBrowser)
    text.anchorClicked.emit("03-engines.md")
    assert manual.page == "engines"
