"""Brings pictures and packs into the library and out of it, with a sentence about what became of them."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from stylegui.engine.control import RunControl
from stylegui.engine.images import PictureError
from stylegui.library import LibraryError, Style, StyleLibrary
from stylegui.library.pack import PACK_SUFFIX, ExportReport, PackReport, export_pack, import_pack
from stylegui.library.styles import Located
from stylegui.ui.gallery.background import GalleryWork, Progress

Source = Path | bytes

_log = logging.getLogger(__name__)


@dataclass
class ImportReport:
    """What became of a batch: new styles, styles that were there before, and a sentence for each refused picture.

    `similar` are new styles that are probably pictures the library has in another size or file.
    """

    added: list[Style] = field(default_factory=list)
    known: list[Style] = field(default_factory=list)
    similar: list[tuple[Style, Style]] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)


class StyleImporter(QObject):
    """Adds pictures, and imports and exports packs, in the background."""

    styles_added = Signal(object)
    """What became of a batch, as an `ImportReport`."""
    pack_imported = Signal(object)
    pack_exported = Signal(object, object)
    """The `ExportReport` and the path of the pack."""

    located = Signal(object, object)
    """The library's `Located`, and the path of the picture."""

    def __init__(self, library: StyleLibrary, work: GalleryWork, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._work = work

    def add(self, sources: Iterable[Source], collection: str | None = None) -> None:
        """Add these pictures, and the styles in those that are packs."""
        pictures: list[Source] = []
        for source in sources:
            if isinstance(source, Path) and source.suffix.lower() == PACK_SUFFIX:
                self.add_pack(source)
            else:
                pictures.append(source)
        if pictures:
            text = self.tr("Adding pictures") if len(pictures) > 1 else self.tr("Adding a picture")
            work = partial(_add_pictures, self._library, pictures, collection)
            self._work.start(text, work, self.styles_added.emit)

    def add_pack(self, path: Path) -> None:
        """Take over all styles of a pack."""
        text = self.tr("Opening “{}”").format(path.name)

        def work(control: RunControl, progress: Progress) -> PackReport:
            return import_pack(self._library, path, control, progress)

        self._work.start(text, work, self.pack_imported.emit)

    def export(self, style_ids: Sequence[str], path: Path, title: str) -> None:
        """Write these styles into a pack."""
        ids = list(style_ids)

        def work(control: RunControl, progress: Progress) -> ExportReport:
            return export_pack(self._library, ids, path, title, control, progress)

        def take(report: ExportReport) -> None:
            self.pack_exported.emit(report, path)

        self._work.start(self.tr("Writing “{}”").format(path.name), work, take)

    def locate(self, style: Style, path: Path) -> None:
        """Take a file for the picture of a style whose own is missing."""

        def work(_control: RunControl, _progress: Progress) -> Located:
            return self._library.locate(style.id, path)

        def take(located: Located) -> None:
            self.located.emit(located, path)

        self._work.start(self.tr("Opening “{}”").format(path.name), work, take)


def _add_pictures(
    library: StyleLibrary, sources: list[Source], collection: str | None, control: RunControl, progress: Progress
) -> ImportReport:
    report = ImportReport()
    for done, source in enumerate(sources):
        progress(done, len(sources))
        if control.cancelled:
            break
        try:
            added = library.add(source, collection=collection)
        except (PictureError, LibraryError) as error:
            report.refusals.append(str(error))
        except Exception:  # noqa: BLE001  whatever it is, the batch must go on and the log must tell
            _log.exception("A picture could not be added")
            report.refusals.append("One picture could not be added; the log says why.")
        else:
            (report.added if added.is_new else report.known).append(added.style)
            if added.is_new and added.similar:
                report.similar.append((added.style, added.similar[0]))
    progress(len(sources), len(sources))
    return report
