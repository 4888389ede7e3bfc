"""What the artist and the program note beside versions: favourites, and how long the painting took."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeGuard

from pydantic import JsonValue

from stylegui.project.document import Change, Document
from stylegui.project.version import Version

SECTION = "history"


class VersionMarks:
    """A part of the document, kept with it: versions by their ids."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._favourites: frozenset[str] = frozenset()
        self._seconds: dict[str, float] = {}
        document.observe(self._on_document_changed)
        self._read()

    def is_favourite(self, version: Version) -> bool:
        """Whether the artist has marked it."""
        return version.id in self._favourites

    def set_favourites(self, versions: Iterable[Version], favourite: bool) -> None:
        """Mark versions, or take the mark from them."""
        ids = {version.id for version in versions}
        self._write(self._favourites | ids if favourite else self._favourites - ids, self._seconds)

    def seconds(self, version: Version) -> float | None:
        """How long it was painted, where that is known."""
        return self._seconds.get(version.id)

    def set_seconds(self, version: Version, seconds: float) -> None:
        """Note how long it was painted."""
        self._write(self._favourites, {**self._seconds, version.id: round(seconds, 1)})

    def _on_document_changed(self, change: Change) -> None:
        if change is Change.SECTIONS:
            self._read()

    def _read(self) -> None:
        """Take up what is noted; anything that makes no sense is left out, for it may come from any file."""
        section = self._document.section(SECTION)
        known = section if isinstance(section, dict) else {}
        favourites, seconds = known.get("favourites"), known.get("seconds")
        ids = favourites if isinstance(favourites, list) else []
        self._favourites = frozenset(each for each in ids if isinstance(each, str))
        times = seconds if isinstance(seconds, dict) else {}
        self._seconds = {key: float(value) for key, value in times.items() if _is_number(value)}

    def _write(self, favourites: frozenset[str], seconds: dict[str, float]) -> None:
        self._document.set_section(SECTION, {"favourites": [*sorted(favourites)], "seconds": {**seconds}})


def _is_number(value: JsonValue) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool)
