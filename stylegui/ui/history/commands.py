"""Undoable changes of versions: removing, rating, marking, renaming, and going on from one in another direction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from stylegui.engine.images import Picture
from stylegui.project.document import Document, Version
from stylegui.ui.history.marks import VersionMarks
from stylegui.ui.history.words import REJECTED


class DeleteVersions(QUndoCommand):
    """Versions taken out. They come back in their places, with their ratings, and what was shown is shown again."""

    icon = "trash"

    def __init__(self, document: Document, versions: Sequence[Version]) -> None:
        text = _tr("Delete version {}") if len(versions) == 1 else _tr("Delete {} versions")
        super().__init__(text.format(versions[0].number if len(versions) == 1 else len(versions)))
        self._document = document
        self._versions = tuple(versions)
        self._places: list[tuple[int, Version]] = []
        self._shown: Version | None = None

    def redo(self) -> None:
        document = self._document
        self._shown = document.current if document.current in self._versions else None
        self._places = [(place, each) for place, each in enumerate(document.versions) if each in self._versions]
        for _, version in reversed(self._places):
            document.remove_version(version)

    def undo(self) -> None:
        for place, version in self._places:
            self._document.restore_version(version, place)
        if self._shown is not None and self._document.current is None:
            self._document.select_version(self._shown)


class RateVersions(QUndoCommand):
    """Other ratings than before: 0 to 5, -1 for rejected."""

    icon = "star"

    def __init__(self, document: Document, versions: Sequence[Version], rating: int) -> None:
        super().__init__(_rating_words(versions, rating))
        self._document = document
        self._before: Mapping[Version, int] = {version: document.rating(version) for version in versions}
        self._rating = rating

    def redo(self) -> None:
        for version in self._before:
            self._document.set_rating(version, self._rating)

    def undo(self) -> None:
        for version, rating in self._before.items():
            self._document.set_rating(version, rating)


class MarkVersions(QUndoCommand):
    """Favourites, or no favourites any more."""

    icon = "star-filled"

    def __init__(self, marks: VersionMarks, versions: Sequence[Version], favourite: bool) -> None:
        super().__init__(_tr("Mark {} as favourite" if favourite else "Take the mark from {}").format(_named(versions)))
        self._marks = marks
        self._versions = [version for version in versions if marks.is_favourite(version) != favourite]
        self._favourite = favourite

    def redo(self) -> None:
        self._marks.set_favourites(self._versions, self._favourite)

    def undo(self) -> None:
        self._marks.set_favourites(self._versions, not self._favourite)


class RenameVersion(QUndoCommand):
    """Another title."""

    icon = "tag"

    def __init__(self, document: Document, version: Version, title: str) -> None:
        super().__init__(_tr("Rename {}").format(_named([version])))
        self._document = document
        self._version = version
        self._before, self._after = version.title, title

    def redo(self) -> None:
        self._document.rename_version(self._version, self._after)

    def undo(self) -> None:
        self._document.rename_version(self._version, self._before)


class BranchVersion(QUndoCommand):
    """Photo, styles and settings of a version, with Paint starting from it or from a picture of its making."""

    icon = "branch"

    def __init__(self, document: Document, version: Version, start: Picture | None) -> None:
        """Raises StoreError where the version cannot be read back."""
        super().__init__(_tr("Branch from {}").format(_named([version])))
        self._document = document
        self._before = document.working
        self._after = document.working.branched(version, start)

    def redo(self) -> None:
        self._document.resume(self._after)

    def undo(self) -> None:
        self._document.resume(self._before)


def _rating_words(versions: Sequence[Version], rating: int) -> str:
    words = {REJECTED: _tr("Reject {}"), 0: _tr("Take the rating from {}")}
    text = words.get(rating, _tr("Rate {}"))
    stars = " " + "★" * rating if rating > 0 else ""
    return text.format(_named(versions)) + stars


def _named(versions: Sequence[Version]) -> str:
    """What a change is about."""
    if len(versions) == 1:
        return _tr("version {}").format(versions[0].number)
    return _tr("{} versions").format(len(versions))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Commands", text)
