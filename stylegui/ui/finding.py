"""How well words fit what somebody types: for finding commands and styles by a few letters. No Qt."""

from __future__ import annotations

import unicodedata

NO_FIT = 0.0


def folded(text: str) -> str:
    """Text without case and accents, so that "etoile" finds "Étoilé"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def fit(typed: str, text: str) -> float:
    """How well `text` answers what was typed: `NO_FIT` for not at all, higher is better.

    Every typed word has to be found: at best as the beginning of a word, else inside one, else as letters in their
    order ("ex ag" and "exag" both find "Export again"). Shorter texts win over longer ones.
    """
    words, whole = folded(typed).split(), folded(text)
    score = 0.0
    for word in words:
        value = _fit_of_word(word, whole)
        if value == NO_FIT:
            return NO_FIT
        score += value
    return (score / len(words) if words else 1.0) + 1 / (10 + len(whole))


def _fit_of_word(word: str, whole: str) -> float:
    if whole.startswith(word):
        return 4.0
    if f" {word}" in whole:
        return 3.0
    if word in whole:
        return 2.0
    return 1.0 if len(word) > 1 and _begin_words(word, whole.split()) else NO_FIT


def _begin_words(letters: str, words: list[str]) -> bool:
    """Whether the letters are beginnings of some of the words, in their order."""
    if not letters:
        return True
    for count in range(len(letters), 0, -1):
        for place, word in enumerate(words):
            if word.startswith(letters[:count]) and _begin_words(letters[count:], words[place + 1 :]):
                return True
    return False
