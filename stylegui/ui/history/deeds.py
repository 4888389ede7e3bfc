"""What an artist does with versions. Each change of the document is one step that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication, QUndoCommand, QUndoStack

from stylegui.engine.images import Picture, PictureError
from stylegui.project.document import Document, Version
from stylegui.ui.commands import SetupCommand
from stylegui.ui.history.commands import BranchVersion, DeleteVersions, MarkVersions, RateVersions, RenameVersion
from stylegui.ui.history.copying import RecipeError, pasted_setup, settings_mime
from stylegui.ui.history.marks import VersionMarks
from stylegui.ui.messages import Messages


class VersionDeeds(QObject):
    """Deeds by hand of the artist; who asks for them knows which versions they are about."""

    def __init__(
        self,
        document: Document,
        marks: VersionMarks,
        undo_stack: QUndoStack,
        messages: Messages,
        may_delete: Callable[[str], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._marks = marks
        self._undo_stack = undo_stack
        self._messages = messages
        self._may_delete = may_delete

    @Slot(object)
    def adopt(self, version: Version) -> None:
        """Go to a version, and to the photo it was made from."""
        self._try(lambda: self._document.select_version(version))

    @Slot(object, int)
    def rate(self, versions: Sequence[Version], rating: int) -> None:
        """Give versions 1 to 5 stars, none (0), or reject them (-1)."""
        if any(self._document.rating(version) != rating for version in versions):
            self._push(RateVersions(self._document, versions, rating))

    @Slot(object)
    def reject(self, versions: Sequence[Version]) -> None:
        """Reject versions; if all of them are rejected already, take them back."""
        rejected = versions and all(self._document.rating(version) == Document.REJECTED for version in versions)
        self.rate(versions, 0 if rejected else Document.REJECTED)

    @Slot(object)
    def toggle_favourite(self, versions: Sequence[Version]) -> None:
        """Mark versions as favourites; if all of them are, take the mark from them."""
        if versions:
            marked = all(self._marks.is_favourite(version) for version in versions)
            self._push(MarkVersions(self._marks, versions, not marked))

    @Slot(object, str)
    def rename(self, version: Version, title: str) -> None:
        """Give a version another title."""
        self._push(RenameVersion(self._document, version, title))

    @Slot(object)
    def remove(self, versions: Sequence[Version]) -> None:
        """Delete versions, and say how they come back."""
        if not versions or not self._may_delete(self._question(versions)):
            return
        self._push(DeleteVersions(self._document, versions))
        self._messages.tell(
            self.tr("Version {} was deleted.").format(versions[0].number)
            if len(versions) == 1
            else self.tr("{} versions were deleted.").format(len(versions)),
            self.tr("Bring it back") if len(versions) == 1 else self.tr("Bring them back"),
            self._undo_stack.undo,
        )

    def _question(self, versions: Sequence[Version]) -> str:
        if len(versions) == 1:
            return self.tr("Delete version {}?").format(versions[0].number)
        return self.tr("Delete {} versions?").format(len(versions))

    def branch(self, version: Version, start: Picture | None = None) -> None:
        """Let Paint go on from a version, or from a picture of its making, with its photo, styles and settings."""
        if not self._try(lambda: self._push(BranchVersion(self._document, version, start))):
            return
        text = self.tr("Ready to go on from version {}: change what you like, then press Start.")
        if start is not None:
            text = self.tr("Ready to go on from the making of version {}: change what you like, then press Start.")
        self._messages.news(text.format(version.number))

    @Slot(object)
    def copy_settings(self, version: Version | None) -> None:
        """Put the settings of a version on the clipboard, or those that are set now where there is none."""
        setup = version.setup if version is not None else self._document.setup
        QGuiApplication.clipboard().setMimeData(settings_mime(setup))
        if version is None:
            self._messages.news(self.tr("Copied the settings."))
        else:
            self._messages.news(self.tr("Copied the settings of version {}.").format(version.number))

    @Slot(object)
    def paste_settings(self, version: Version | None) -> None:
        """Paint with the settings on the clipboard, and the photo of a version where one is meant."""
        before = self._document.setup
        try:
            after = pasted_setup(QGuiApplication.clipboard().mimeData(), before)
        except RecipeError as error:
            self._messages.error(str(error))
            return
        if after is None:
            self._messages.error(self.tr("There are no settings on the clipboard."))
            return
        if version is not None and version is not self._document.current:
            self.adopt(version)
        if after != before:
            self._push(SetupCommand(self.tr("Paste settings"), before, after, self._document.set_setup))
        self._messages.news(self.tr("The settings are pasted."))

    def _push(self, command: QUndoCommand) -> None:
        self._undo_stack.push(command)

    def _try(self, deed: Callable[[], object]) -> bool:
        """Whether it could be done; where a picture cannot be read back, that is said."""
        try:
            deed()
        except PictureError as error:
            self._messages.error(str(error))
            return False
        return True
