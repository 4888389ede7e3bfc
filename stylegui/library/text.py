"""Texts of styles: tidied when they come in, folded when they are compared."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

MAX_TEXT = 300
"""Characters of a title, a name or a tag. What is longer is cut: it may come from a file that somebody sent."""

MAX_MEMBERS = 64
"""Tags, or collections, of one style."""

# Marks that turn the direction of what follows: with them a text can be shown as another one.
_TURNS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str) -> str:
    """`text` on one line, with single spaces, without control characters or halves of characters, of bounded length."""
    visible = "".join(
        letter if unicodedata.category(letter) not in ("Cc", "Cs") else " " for letter in text if letter not in _TURNS
    )
    return " ".join(visible.split())[:MAX_TEXT].rstrip()


def clean_all(texts: Iterable[str], *, names: bool = False) -> tuple[str, ...]:
    """Each text tidied and once, none of them empty.

    With `names` they are names of collections: these do not begin with a colon, which marks the gallery's own ones.
    """
    tidy = (clean(text) for text in texts)
    if names:
        tidy = (text.lstrip(": ") for text in tidy)
    return tuple(dict.fromkeys(text for text in tidy if text))[:MAX_MEMBERS]


def folded(text: str) -> str:
    """`text` without case and accents, for comparing as a person does."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
