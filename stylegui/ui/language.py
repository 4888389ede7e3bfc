"""The language of the window: which one, and how sentences get into it that come from modules without Qt."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Literal, get_args

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from stylegui.resources import resource

Choice = Literal["system", "en", "de", "fr"]
LANGUAGES: tuple[str, ...] = tuple(each for each in get_args(Choice) if each != "system")

_SENTENCES = "Messages"
_PROPERTY = "stylegui_language"


def chosen(choice: str) -> str:
    """The language to use: the artist's, or the first of the computer's that the program speaks, else English."""
    if choice in LANGUAGES:
        return choice
    spoken = (name.partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((name for name in spoken if name in LANGUAGES), "en")


def install(app: QCoreApplication, choice: str) -> str:
    """Let the program speak the language from now on; to be called before the first window. Its short name."""
    language = chosen(choice)
    app.setProperty(_PROPERTY, language)
    if language == "en":
        return language
    QLocale.setDefault(QLocale(language))
    # Qt's own words first: of two translators the one that was installed last is asked first.
    own_of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{language}", own_of_qt), (language, str(resource("translations")))):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
    return language


def current() -> str:
    """The short name of the language in use."""
    app = QCoreApplication.instance()
    return str(app.property(_PROPERTY) or "en") if app is not None else "en"


def in_words(sentence: str) -> str:
    """A sentence of a module without Qt, with what was put into it, in the language in use.

    The English sentence comes back where it is not known, as with one that has been translated already.
    """
    if not sentence or current() == "en":
        return sentence
    whole = QCoreApplication.translate(_SENTENCES, sentence)
    if whole != sentence:
        return whole
    for template, pattern in _templates():
        match = pattern.fullmatch(sentence)
        if match:
            translated = QCoreApplication.translate(_SENTENCES, template)
            # What was put in may be a sentence of its own.
            return translated.format(*(in_words(each) for each in match.groups()))
    return sentence


@cache
def _templates() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Sentences with gaps, those with most words of their own first: "{}: {}" fits everything."""
    found = json.loads(resource("translations/sentences.json").read_text(encoding="utf-8"))
    found.sort(key=lambda template: -len(template.replace("{}", "")))
    return tuple((each, re.compile("(.+?)".join(map(re.escape, each.split("{}"))), re.DOTALL)) for each in found)
