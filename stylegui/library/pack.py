"""Style packs (`.stylepack`): a zip of pictures and one JSON file that describes them, to be given to others."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from stylegui import __version__
from stylegui.engine.control import RunControl
from stylegui.engine.imageio.source import display_name, read_file
from stylegui.engine.images import PictureError
from stylegui.files import replacing
from stylegui.library.archive import ArchiveError, SafeArchive
from stylegui.library.card import HexColour, StyleCard
from stylegui.library.errors import LibraryError, reason
from stylegui.library.header import size_in_header
from stylegui.library.shelf import suffix_of
from stylegui.library.style import Style
from stylegui.library.styles import StyleLibrary
from stylegui.library.text import clean, clean_all

PACK_SUFFIX = ".stylepack"
LIST_NAME = "pack.json"
VERSION = 1

MAX_LIST_BYTES = 8 * 2**20
MAX_STYLES = 4000
MAX_PIXELS = 100_000_000
"""Of one picture. A style is looked at in far fewer; this is what a pack may cost in memory while it is imported."""

_EARLIEST = (1980, 1, 1, 0, 0, 0)

Progress = Callable[[int, int], None]
Text = Annotated[str, Field(max_length=2000)]
Texts = Annotated[tuple[Text, ...], Field(max_length=200)]


class PackError(LibraryError):
    """A pack cannot be read or written as a whole. Its text is one sentence for the user."""


class PackEntry(BaseModel):
    """One style of a pack. `file` is the name of its picture in the archive. Other keys are of no concern."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    file: Annotated[str, Field(min_length=1, max_length=100)]
    title: Text = ""
    artist: Text = ""
    year: Text = ""
    source: Text = ""
    licence: Text = ""
    credit: Text = ""
    tags: Texts = ()
    collections: Texts = ()
    palette: Annotated[tuple[HexColour, ...], Field(max_length=32)] = ()

    def card(self, added: float) -> StyleCard:
        """The card of the style, which came at `added` (seconds since 1970); all else follows from the picture."""
        return StyleCard(
            title=clean(self.title) or clean(Path(self.file).stem) or "Untitled",
            collections=clean_all(self.collections, names=True),
            artist=clean(self.artist),
            year=clean(self.year),
            source=clean(self.source),
            licence=clean(self.licence),
            credit=clean(self.credit),
            tags=clean_all(self.tags),
            palette=self.palette,
            added=added,
        )


class Pack(BaseModel):
    """What a pack's list says. Keys of a newer version are of no concern as long as `version` is known."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    format: Literal["stylegui-pack"]
    version: Annotated[int, Field(ge=1)]
    title: Text = ""
    styles: Annotated[tuple[PackEntry, ...], Field(max_length=MAX_STYLES)]


@dataclass
class ExportReport:
    """How many styles were written, and a sentence for each that was not."""

    count: int = 0
    left_out: list[str] = field(default_factory=list)


@dataclass
class PackReport:
    """What became of a pack: new styles, styles that were there before, and a sentence for each that was left out."""

    title: str
    added: list[Style] = field(default_factory=list)
    known: list[Style] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def read_pack(path: Path) -> Pack:
    """What a pack holds, without its pictures. Raises PackError."""
    with _opened(path) as archive:
        return _list_of(archive, path)


def import_pack(
    library: StyleLibrary, path: Path, control: RunControl | None = None, progress: Progress | None = None
) -> PackReport:
    """Copy a pack's styles into the library. Pictures that cannot be used are left out, the others come in.

    `progress` gets the numbers of styles done and of all. Raises PackError where the pack is none or is not safe;
    nothing has been imported then. Raises Cancelled if `control` says so, and LibraryError where the library cannot be
    written; what was imported so far stays.
    """
    control = control or RunControl()
    with _opened(path) as archive:
        pack = _list_of(archive, path)
        report = PackReport(clean(pack.title) or clean(path.stem))
        used: set[str] = set()
        now = time.time()
        for done, entry in enumerate(pack.styles):
            control.checkpoint()
            if progress is not None:
                progress(done, len(pack.styles))
            shown = clean(entry.title) or clean(entry.file)
            if entry.file in used:
                report.left_out.append(f"“{shown}” was left out: its picture is in the pack under another title.")
                continue
            used.add(entry.file)
            try:
                content = _picture(archive, entry)
            except (PictureError, ArchiveError) as error:
                report.left_out.append(str(error))
                continue
            try:
                added = library.add(content, card=entry.card(now))
            except PictureError as error:
                report.left_out.append(str(error))
                continue
            (report.added if added.is_new else report.known).append(added.style)
        if progress is not None:
            progress(len(pack.styles), len(pack.styles))
    return report


def export_pack(
    library: StyleLibrary,
    ids: Iterable[str],
    path: Path,
    title: str = "",
    control: RunControl | None = None,
    progress: Progress | None = None,
) -> ExportReport:
    """Write styles and their pictures into a pack, which takes the place of any file at `path` when it is whole.

    Ratings and favourites are the artist's own and stay at home. Styles whose picture is gone are left out. Raises
    PackError where nothing can be written, or where there is no style to write; Cancelled if `control` says so.
    """
    control = control or RunControl()
    styles = library.fetch(list(dict.fromkeys(ids)))
    if len(styles) > MAX_STYLES:
        raise PackError(f"A pack holds up to {MAX_STYLES} styles: choose fewer.")
    report = ExportReport()
    entries: list[PackEntry] = []
    try:
        with replacing(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, allowZip64=False) as archive:
            for done, style in enumerate(styles):
                control.checkpoint()
                if progress is not None:
                    progress(done, len(styles))
                try:
                    content = read_file(style.path)
                except PictureError as error:
                    report.left_out.append(f"“{style.title}” was left out. {error}")
                    continue
                name = f"{len(entries) + 1:04d}{suffix_of(content)}"
                archive.writestr(zipfile.ZipInfo(name, _EARLIEST), content)
                entries.append(_entry(style, name))
            if not entries:
                raise PackError("There is no style to export." if not styles else report.left_out[0])
            pack = Pack(format="stylegui-pack", version=VERSION, title=clean(title), styles=tuple(entries))
            text = pack.model_dump_json(indent=1, exclude_defaults=True)
            listing = zipfile.ZipInfo(LIST_NAME, time.gmtime()[:6])
            archive.writestr(listing, text, zipfile.ZIP_DEFLATED)
            archive.comment = f"Styles for stylegui {__version__}".encode()
    except zipfile.LargeZipFile as error:
        raise PackError("These styles are too large for one pack: choose fewer.") from error
    except OSError as error:
        raise PackError(f"“{display_name(path)}” could not be written: {reason(error)}.") from error
    report.count = len(entries)
    if progress is not None:
        progress(len(styles), len(styles))
    return report


def _entry(style: Style, name: str) -> PackEntry:
    return PackEntry(
        file=name,
        title=style.title,
        artist=style.artist,
        year=style.year,
        source=style.source,
        licence=style.licence,
        credit=style.credit,
        tags=style.tags,
        collections=style.collections,
        palette=style.palette,
    )


def _opened(path: Path) -> SafeArchive:
    try:
        return SafeArchive(path)
    except ArchiveError as error:
        raise PackError(str(error)) from error


def _list_of(archive: SafeArchive, path: Path) -> Pack:
    name = display_name(path)
    if LIST_NAME not in archive:
        raise PackError(f"“{name}” is no style pack: it has no list of styles.")
    try:
        pack = Pack.model_validate_json(archive.read(LIST_NAME, MAX_LIST_BYTES))
    except ArchiveError as error:
        raise PackError(f"The list of styles in “{name}” cannot be read.") from error
    except ValidationError as error:
        raise PackError(f"“{name}” is no style pack: its list of styles is not as it should be.") from error
    if pack.version > VERSION:
        raise PackError(f"“{name}” was made by a newer version of the program.")
    return pack


def _picture(archive: SafeArchive, entry: PackEntry) -> bytes:
    """The bytes of a picture that is not too large to decode. Raises ArchiveError or PictureError."""
    content = archive.read(entry.file)
    width, height = size_in_header(content, clean(entry.title) or entry.file)
    if width * height > MAX_PIXELS:
        raise PictureError(f"“{clean(entry.title) or entry.file}” is too large: {width} × {height} pixels.")
    return content
