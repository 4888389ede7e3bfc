"""Everything an artist can do with styles, however it is asked for: by a key, a menu, a button or a dialog."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from stylegui.library import FAVOURITES, OWN_COLLECTION, Style, StyleEdit, StyleLibrary
from stylegui.ui.gallery.asking import FileQuestions, ask_name
from stylegui.ui.gallery.choice import StyleChoice
from stylegui.ui.gallery.details import DetailsDialog
from stylegui.ui.gallery.edits import LibraryEdits
from stylegui.ui.gallery.importer import StyleImporter
from stylegui.ui.gallery.thumbnails import ThumbnailLoader
from stylegui.ui.mime import style_mime


class StyleDeeds(QObject):
    """Acts on styles by id. What concerns painting is only asked for; changes of the library can be undone."""

    use_requested = Signal(str)
    blend_toggle_requested = Signal(str)
    blend_requested = Signal(object)
    rename_requested = Signal(str)
    message = Signal(str, str)

    def __init__(
        self,
        library: StyleLibrary,
        choice: StyleChoice,
        edits: LibraryEdits,
        importer: StyleImporter,
        ask: FileQuestions,
        thumbnails: ThumbnailLoader,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._choice = choice
        self._edits = edits
        self._importer = importer
        self._ask = ask
        self._thumbnails = thumbnails
        self._window = parent

    def chosen_ids(self) -> list[str]:
        """The styles that are painted with."""
        return self._choice.ids

    def collection_names(self) -> list[str]:
        """The artist's own collections, by name."""
        return [each.name for each in self._library.collections() if each.own and each.name != OWN_COLLECTION]

    def use(self, style_id: str) -> None:
        """Paint with this style alone."""
        self.use_requested.emit(style_id)

    def toggle_blend(self, style_id: str) -> None:
        """Add this style to the blend, or take it out."""
        self.blend_toggle_requested.emit(style_id)

    def blend(self, style_ids: Sequence[str]) -> None:
        """Paint with exactly these."""
        self.blend_requested.emit(list(style_ids))

    @Slot(object)
    def toggle_favourite(self, style_ids: Sequence[str]) -> None:
        """Mark as favourites, or take the mark away."""
        self._edits.toggle_favourite(style_ids)

    @Slot(object, int)
    def rate(self, style_ids: Sequence[str], rating: int) -> None:
        """Give a rating, 0 (none) to 5."""
        self._edits.rate(style_ids, rating)

    @Slot(object)
    def remove(self, style_ids: Sequence[str]) -> None:
        """Take out of the gallery, and of the blend; one step undoes both."""
        own = [style for style in self._library.fetch(style_ids) if not style.builtin]
        if own and not self._ask.may_delete(self._question(own)):
            return
        chosen = [style.id for style in own if style.id in self._choice.ids]
        if not chosen:
            self._edits.remove(style_ids)
            return
        with self._edits.one_step(self._edits.removal_text(own)):
            for style_id in chosen:
                self.blend_toggle_requested.emit(style_id)
            self._edits.remove(style_ids)

    def _question(self, styles: Sequence[Style]) -> str:
        if len(styles) == 1:
            return self.tr("Delete the style “{}”?").format(styles[0].title)
        return self.tr("Delete {} styles?").format(len(styles))

    def rename(self, style_id: str) -> None:
        """Let another title be typed."""
        self.rename_requested.emit(style_id)

    def ask_for_tag(self, style_ids: Sequence[str]) -> None:
        """Ask for a tag and add it."""
        known = {tag for style in self._library.fetch(self._library.search()[:500]) for tag in style.tags}
        ask_name(
            self._window,
            title=self.tr("Add a tag"),
            label=self.tr("A word to find them by:") if len(style_ids) > 1 else self.tr("A word to find it by:"),
            button=self.tr("Add"),
            known=known,
            take=partial(self._add_tag, list(style_ids)),
        )

    def _add_tag(self, style_ids: list[str], tag: str) -> None:
        self._edits.change(style_ids, StyleEdit(add_tags=(tag,)), self.tr("Add the tag “{name}” to {what}"), tag)

    def ask_for_collection(self, style_ids: Sequence[str]) -> None:
        """Ask for the name of a collection and put the styles into it."""
        ask_name(
            self._window,
            title=self.tr("New collection"),
            label=self.tr("Its name:"),
            button=self.tr("Create"),
            known=self.collection_names(),
            take=partial(self.put_in, list(style_ids)),
        )

    def put_in(self, style_ids: Sequence[str], name: str) -> None:
        """Put into a collection, which is made if there is none of that name."""
        self._edits.change(style_ids, StyleEdit(add_collections=(name,)), self.tr("Put {what} in “{name}”"), name)

    @Slot(str, object)
    def drop_on(self, key: str, style_ids: Sequence[str]) -> None:
        """Put styles that were dropped on a collection into it."""
        if key == FAVOURITES:
            self._edits.change(style_ids, StyleEdit(favourite=True), self.tr("Mark {what} as favourite"))
        else:
            self.put_in(style_ids, key)

    def take_out(self, style_ids: Sequence[str], name: str) -> None:
        """Take out of a collection; the styles stay in the gallery."""
        self._edits.change(
            style_ids, StyleEdit(remove_collections=(name,)), self.tr("Take {what} out of “{name}”"), name
        )

    def export(self, style_ids: Sequence[str], title: str = "") -> None:
        """Ask where to, and write a style pack."""
        if not title:
            style = self._library.get(style_ids[0]) if len(style_ids) == 1 else None
            title = style.title if style is not None else self.tr("My styles")
        if (path := self._ask.pack_to_write(title)) is not None:
            self._importer.export(style_ids, path, path.stem)

    @Slot(object)
    def copy(self, style_ids: Sequence[str]) -> None:
        """Put on the clipboard: files for other programs, and the picture itself if it is one."""
        styles = [style for style in self._library.fetch(style_ids) if not style.missing]
        if not styles:
            self.message.emit(self.tr("The picture is missing, so there is nothing to copy."), "warning")
            return
        mime = style_mime(styles)
        mime.setText("\n".join(str(style.path) for style in styles))
        if len(styles) == 1 and not (image := QImage(str(styles[0].path))).isNull():
            mime.setImageData(image)
        QGuiApplication.clipboard().setMimeData(mime)
        text = self.tr("“{}” is on the clipboard.").format(styles[0].title)
        if len(styles) > 1:
            text = self.tr("{} styles are on the clipboard.").format(len(styles))
        self.message.emit(text, "info")

    def show_in_folder(self, style_id: str) -> None:
        """Open the folder that holds the picture."""
        if (style := self._library.get(style_id)) is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(style.path.parent)))

    def locate(self, style_id: str) -> None:
        """Ask where a missing picture is now."""
        style = self._library.get(style_id)
        if style is None:
            return
        path = self._ask.picture(self.tr("Where is “{}” now?").format(style.title), style.path)
        if path is not None:
            self._importer.locate(style, path)

    @Slot(str)
    def show_details(self, style_id: str) -> None:
        """Open the window about a style."""
        style = self._library.get(style_id)
        if style is None:
            return
        dialog = DetailsDialog(style, self._thumbnails, self._window)
        dialog.edited.connect(self._take_details)
        dialog.open()

    @Slot(str, object)
    def _take_details(self, style_id: str, edit: StyleEdit) -> None:
        self._edits.change([style_id], edit, self.tr("Change {what}"))
