"""Several versions on the canvas at once: which, how they are rated, and the one that is worked on."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, Qt, Slot
from PySide6.QtGui import QColor, QImage, QUndoStack

from stylegui.project.document import Change, Document, Version
from stylegui.ui.canvas import CanvasView, CompareMode
from stylegui.ui.canvas.compare import MAX_CONTACTS, Contact
from stylegui.ui.history.commands import RateVersions
from stylegui.ui.version_reading import VersionReader

CONTACT_PX = 2560
"""The long side of pictures that are seen several at once: nine whole ones of 40 megapixels would take a gigabyte."""
PLACEHOLDER_PX = 96
PLACEHOLDER = QColor(90, 90, 90)


class Several(QObject):
    """Joins the document's versions with the canvas' way of showing up to nine of them."""

    def __init__(
        self,
        canvas: CanvasView,
        document: Document,
        reader: VersionReader,
        undo_stack: QUndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._document = document
        self._reader = reader
        self._undo_stack = undo_stack
        self._before = CompareMode.OFF
        self._known: set[str] = set()
        """The versions there were when these were chosen: what comes later is new."""
        canvas.compare_mode_changed.connect(self._on_mode)
        canvas.contact_chosen.connect(self._adopt)
        canvas.contact_rated.connect(self._rate)
        canvas.contact_left.connect(self.leave)
        document.observe(self._on_document_changed)

    @property
    def before(self) -> CompareMode:
        """The way of looking to go back to."""
        return self._before

    def show(self, versions: Sequence[Version] = ()) -> None:
        """Show these; without any the newest of this photo."""
        chosen = list(versions or self._candidates())[-MAX_CONTACTS:]
        if not chosen:
            return
        self._reader.forget()
        self._known = {version.id for version in self._document.versions}
        self._canvas.set_contact([self._placeholder(version) for version in chosen])
        self._show_ratings()
        if self._canvas.compare_mode is not CompareMode.N_UP:
            self._before = self._canvas.compare_mode
        self._canvas.set_compare_mode(CompareMode.N_UP)
        for version in chosen:
            self._read(version)

    @Slot()
    def leave(self) -> None:
        """Back to the way of looking before."""
        if self._canvas.compare_mode is CompareMode.N_UP:
            self._canvas.set_compare_mode(self._before)

    def _candidates(self) -> list[Version]:
        """The versions that are worth seeing together: those of this photo, where it has several."""
        photo, versions = self._document.photo, self._document.versions
        own = [version for version in versions if version.is_of(photo)]
        return own if len(own) > 1 else list(versions)

    def _placeholder(self, version: Version) -> Contact:
        """What stands for a version until its picture is read: grey, in its shape."""
        longest = QSize(PLACEHOLDER_PX, PLACEHOLDER_PX)
        size = QSize(*version.size).scaled(longest, Qt.AspectRatioMode.KeepAspectRatio)
        image = QImage(size.expandedTo(QSize(1, 1)), QImage.Format.Format_RGB32)
        image.fill(PLACEHOLDER)
        return Contact(image, self._reader.name_of(version), version.id)

    def _read(self, version: Version) -> None:
        self._reader.read(version, CONTACT_PX, functools.partial(self._show_picture, version.id))

    def _show_picture(self, key: str, image: QImage) -> None:
        contacts = self._canvas.contacts
        self._canvas.set_contact([each._replace(image=image) if each.key == key else each for each in contacts])

    @Slot(str)
    def _on_mode(self, mode: str) -> None:
        if mode != CompareMode.N_UP and self._canvas.contacts:
            self._reader.forget()
            self._canvas.set_contact([])

    @Slot(str)
    def _adopt(self, key: str) -> None:
        version = self._document.version_by_id(key)
        self.leave()
        if version is not None:
            self._document.select_version(version)

    @Slot(str, int)
    def _rate(self, key: str, rating: int) -> None:
        version = self._document.version_by_id(key)
        if version is not None and self._document.rating(version) != rating:
            self._undo_stack.push(RateVersions(self._document, [version], rating))

    def _show_ratings(self) -> None:
        for contact in self._canvas.contacts:
            version = self._document.version_by_id(contact.key)
            if version is not None:
                self._canvas.set_contact_rating(contact.key, self._document.rating(version))

    def _on_document_changed(self, change: Change) -> None:
        if change is Change.RATINGS:
            self._show_ratings()
        elif change is Change.VERSIONS and self._canvas.compare_mode is CompareMode.N_UP:
            self._follow_versions()

    def _follow_versions(self) -> None:
        """Versions that are gone go, and one that was painted meanwhile joins, where there is room."""
        before = self._canvas.contacts
        contacts = [each for each in before if self._document.version_by_id(each.key) is not None]
        for version in self._document.versions:
            if version.id in self._known:
                continue
            self._known.add(version.id)
            if version.is_of(self._document.photo) and len(contacts) < MAX_CONTACTS:
                contacts.append(self._placeholder(version))
                self._read(version)
        if not contacts:
            self.leave()
        elif contacts != list(before):
            self._canvas.set_contact(contacts)
