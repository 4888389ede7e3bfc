"""The artist's own styles on disk: a folder each, with the picture and its card; and the trash."""

from __future__ import annotations

import os
import shutil
import time
from contextlib import suppress
from pathlib import Path

from stylegui.files import replacing
from stylegui.library.card import CARD_NAME, StyleCard, read_card, read_card_or_new, write_card
from stylegui.library.records import Record
from stylegui.library.style import Style
from stylegui.paths import Paths

IMAGE_STEM = "image"
TRASH_DAYS = 30
_PART = ".part"


class Shelf:
    """Writes so that an interruption leaves a whole style or none. All methods raise OSError where the disk does.

    Styles whose picture is elsewhere (built-in ones, and those of watched folders) have no folder here; what the artist
    noted about them is a card of its own in `notes`.
    """

    def __init__(self, paths: Paths) -> None:
        self.folder = paths.styles
        self.trash = paths.data / "trash" / "styles"
        self.notes = paths.data / "notes"

    def names(self) -> set[str]:
        """The ids of all styles that have a folder here, sound or not."""
        return _folders(self.folder)

    def trashed(self) -> set[str]:
        """The ids of all styles in the trash."""
        return _folders(self.trash)

    def noted(self) -> set[str]:
        """The ids of all styles that have a card in `notes`."""
        if not self.notes.is_dir():
            return set()
        return {path.stem for path in self.notes.glob("*.json")}

    def home(self, style_id: str) -> Path:
        """The folder of a style."""
        return self.folder / style_id

    def store(self, style_id: str, card: StyleCard, content: bytes) -> Path:
        """Write picture and card into a folder of their own, which gets its name when both are there. The picture."""
        folder = self.home(style_id)
        unfinished = self.folder / f".{style_id}{_PART}"
        name = f"{IMAGE_STEM}{suffix_of(content)}"
        shutil.rmtree(unfinished, ignore_errors=True)
        try:
            unfinished.mkdir(parents=True)
            with replacing(unfinished / name) as file:
                file.write(content)
            write_card(unfinished / CARD_NAME, card)
            shutil.rmtree(folder, ignore_errors=True)  # one that nobody knows, or whose picture is gone
            unfinished.replace(folder)
        except OSError:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise
        return folder / name

    def read(self, folder: Path) -> tuple[StyleCard, Path]:
        """Card and picture in a style's folder. Raises OSError or ValueError if there are none."""
        card = read_card(folder / CARD_NAME)
        pictures = sorted(path for path in folder.iterdir() if path.stem == IMAGE_STEM and path.is_file())
        if not pictures:
            raise FileNotFoundError(f"no {IMAGE_STEM} file in {folder}")
        return card, pictures[0]

    def note_of(self, style_id: str) -> StyleCard | None:
        """What was noted about a picture that is elsewhere, or None."""
        with suppress(OSError, ValueError):
            return read_card(self.notes / f"{style_id}.json")
        return None

    def card_file(self, style: Style) -> Path:
        """Where the card of a style is, or would be."""
        if style.builtin or style.linked:
            return self.notes / f"{style.id}.json"
        return self.home(style.id) / CARD_NAME

    def write(self, record: Record) -> None:
        """Write a style's card with what is known now; keys that are not known here stay.

        A style of the artist's own whose folder is gone gets none: there is nothing that the card could describe.
        """
        style = record.style
        file = self.card_file(style)
        if style.builtin or style.linked:
            file.parent.mkdir(parents=True, exist_ok=True)
        elif not file.parent.is_dir():
            return
        card = read_card_or_new(file, style.title).describing(style)
        if style.linked:
            folder = "" if record.folder is None else record.folder.as_uri()
            place = {"path": style.path.as_uri(), "folder": folder, "file": record.state.digest}
            card = card.model_copy(update={**place, "removed": record.removed})
        write_card(file, card, durable=False)

    def throw_away(self, style_id: str) -> None:
        """Move a style's folder to the trash. The month begins now."""
        target = self.trash / style_id
        self.trash.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(target, ignore_errors=True)
        self.home(style_id).replace(target)
        os.utime(target)

    def lose_picture(self, record: Record) -> None:
        """Move a style's folder to the trash, and leave one in its place that only has the card."""
        folder, style = self.home(record.style.id), record.style
        card = read_card_or_new(folder / CARD_NAME, style.title).describing(style)
        update = {"palette": style.palette, "size": style.size, "file": record.state.digest}
        if folder.is_dir():
            self.throw_away(style.id)
        folder.mkdir(parents=True)
        write_card(folder / CARD_NAME, card.model_copy(update=update))

    def bring_back(self, style_id: str) -> None:
        """Move a style's folder out of the trash."""
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.trash / style_id).replace(self.home(style_id))

    def empty_trash(self) -> list[str]:
        """Delete what has been in the trash for a month. The ids."""
        oldest = time.time() - TRASH_DAYS * 24 * 3600
        gone = []
        for style_id in self.trashed():
            with suppress(OSError):
                if (self.trash / style_id).stat().st_mtime < oldest:
                    shutil.rmtree(self.trash / style_id, ignore_errors=True)
                    gone.append(style_id)
        return gone


def _folders(parent: Path) -> set[str]:
    try:
        with os.scandir(parent) as entries:
            return {entry.name for entry in entries if not entry.name.startswith(".") and entry.is_dir()}
    except (FileNotFoundError, NotADirectoryError):
        return set()


_SIGNATURES = (
    (b"\xff\xd8\xff", ".jpg"),
    (b"\x89PNG", ".png"),
    (b"GIF8", ".gif"),
    (b"BM", ".bmp"),
    (b"II*\0", ".tif"),
    (b"MM\0*", ".tif"),
    (b"RIFF", ".webp"),
)


def suffix_of(content: bytes) -> str:
    """The file suffix that fits what is inside: names lie, and other programs go by them."""
    return next((suffix for signature, suffix in _SIGNATURES if content.startswith(signature)), ".img")
