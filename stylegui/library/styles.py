"""All styles: finding, adding, renaming, removing and bringing back."""

from __future__ import annotations

import logging
import os
import shutil
import threading
import time
from pathlib import Path

from pydantic import ValidationError

from stylegui.engine.images import decode_picture, load_picture
from stylegui.files import replacing
from stylegui.library.marks import StyleMarks
from stylegui.library.palette import main_colours
from stylegui.library.style import (
    CARD_NAME,
    IMAGE_STEM,
    OWN_COLLECTION,
    Style,
    StyleCard,
    read_style,
    title_from,
)
from stylegui.library.thumbnails import ThumbnailCache
from stylegui.paths import Paths
from stylegui.resources import resources_root

ALL = ""
FAVOURITES = ":favourites"
RECENT = ":recent"
"""Collections that the artist makes by using styles; the colon keeps them apart from named ones."""

TRASH_DAYS = 30

_log = logging.getLogger(__name__)


class LibraryError(Exception):
    """A change to the library is not possible. Its text is one sentence for the user."""


class StyleLibrary:
    """The built-in styles and the user's own, which live in `paths.styles`, one folder each.

    A broken folder is skipped; `problems` says which, one sentence each. Methods may be called from any thread; adding
    a large picture takes a while and does not belong on the window's thread. Nothing is told to listeners: whoever
    changes the library also says so to those who show it.
    """

    def __init__(self, paths: Paths, builtin_folder: Path | None = None) -> None:
        """Read all cards. `builtin_folder` takes the place of the program's own `resources/styles`."""
        self._own_folder = paths.styles
        self._trash_folder = paths.data / "trash" / "styles"
        self._builtin_folder = builtin_folder or resources_root() / "styles"
        self._marks = StyleMarks(paths.data / "style_marks.json")
        self._thumbnails = ThumbnailCache(paths.thumbnails)
        self._lock = threading.RLock()
        self._styles: dict[str, Style] = {}
        self.problems: list[str] = []
        self.reload()

    def reload(self) -> None:
        """Read all cards again."""
        with self._lock:
            self.problems = []
            own = self._read_all(self._own_folder, builtin=False)
            builtin = self._read_all(self._builtin_folder, builtin=True)
            self._styles = {style.id: style for style in (*builtin, *own)}

    def styles(self) -> list[Style]:
        """All styles: the user's own, newest first, then the built-in ones by collection and title."""
        with self._lock:
            return sorted(
                self._styles.values(),
                key=lambda s: (s.builtin, -s.added, s.collection, s.title, s.id),
            )

    def get(self, style_id: str) -> Style | None:
        """The style of that id, or None."""
        with self._lock:
            return self._styles.get(style_id)

    def collections(self) -> list[str]:
        """The names of all collections that hold a style; the user's own come first, the others by name."""
        names = {style.collection for style in self.styles() if style.collection}
        return sorted(names, key=lambda name: (name != OWN_COLLECTION, name.casefold()))

    def search(self, text: str = "", collection: str = ALL) -> list[Style]:
        """The styles of a collection whose title, tags or collection hold every word of `text`.

        `collection` is a name of `collections()`, or ALL, FAVOURITES, or RECENT (the style used last comes first).
        """
        found = [style for style in self.styles() if style.matches(text)]
        if collection == FAVOURITES:
            return [style for style in found if style.id in self._marks.favourites]
        if collection == RECENT:
            place = {style_id: index for index, style_id in enumerate(self._marks.recent)}
            return sorted(
                (style for style in found if style.id in place),
                key=lambda style: place[style.id],
            )
        return [style for style in found if collection in (ALL, style.collection)]

    def is_favourite(self, style_id: str) -> bool:
        """Whether the user marked this style."""
        return style_id in self._marks.favourites

    def set_favourite(self, style_id: str, favourite: bool) -> None:
        """Mark or unmark a style. Raises LibraryError if this cannot be written."""
        try:
            with self._lock:
                self._marks.set_favourite(style_id, favourite)
        except OSError as error:
            raise LibraryError(f"The favourite could not be saved: {_reason(error)}.") from error

    def record_use(self, style_id: str) -> None:
        """Remember that a style was used just now. That this cannot be written is only logged."""
        try:
            with self._lock:
                self._marks.record_use(style_id)
        except OSError as error:
            _log.warning("The recently used styles could not be saved: %s", error)

    def add(self, source: Path | str | bytes, title: str = "") -> Style:
        """Copy a picture, given as a file or as a file's content, into the library.

        The title is made of the file's name if none is given. The same picture again gives the style that is there.
        Raises PictureError if it is no picture that can be used, and LibraryError if it cannot be stored.
        """
        if isinstance(source, bytes):
            name = title or "Pasted picture"
            picture = decode_picture(source, name)
        else:
            source = Path(source)
            name = title or title_from(source.name) or source.name
            picture = load_picture(source)
        style_id = f"own-{picture.digest[:16]}"
        with self._lock:
            if (known := self._styles.get(style_id)) is not None:
                return known
            card = StyleCard(title=name, palette=main_colours(picture.to_uint8()), added=time.time())
            try:
                style = self._store(style_id, card, source)
            except OSError as error:
                raise LibraryError(f"“{name}” could not be added: {_reason(error)}.") from error
            self._styles[style_id] = style
            return style

    def rename(self, style_id: str, title: str) -> Style:
        """Give one of the user's own styles another title. Raises LibraryError if it is built in or cannot be saved."""
        with self._lock:
            style = self._own(style_id, "renamed")
            title = " ".join(title.split())
            if not title:
                raise LibraryError("A style needs a title.")
            folder = style.path.parent
            try:
                card = StyleCard.model_validate_json((folder / CARD_NAME).read_bytes())
                _write_card(folder, card.model_copy(update={"title": title}))
                renamed = read_style(folder, builtin=False)
            except (OSError, ValidationError) as error:
                raise LibraryError(f"“{style.title}” could not be renamed: {_reason(error)}.") from error
            self._styles[style_id] = renamed
            return renamed

    def remove(self, style_id: str) -> None:
        """Move one of the user's own styles to the trash, from where `restore` brings it back for a month.

        Raises LibraryError if it is built in or cannot be moved.
        """
        with self._lock:
            style = self._own(style_id, "removed")
            self._empty_trash()
            target = self._trash_folder / style_id
            try:
                self._trash_folder.mkdir(parents=True, exist_ok=True)
                shutil.rmtree(target, ignore_errors=True)
                style.path.parent.replace(target)
                os.utime(target)  # the month begins now
            except OSError as error:
                raise LibraryError(f"“{style.title}” could not be removed: {_reason(error)}.") from error
            del self._styles[style_id]

    def restore(self, style_id: str) -> Style:
        """Bring a removed style back. Raises LibraryError if it is no longer there."""
        with self._lock:
            if (known := self._styles.get(style_id)) is not None:
                return known
            folder = self._own_folder / style_id
            try:
                self._own_folder.mkdir(parents=True, exist_ok=True)
                (self._trash_folder / style_id).replace(folder)
                style = read_style(folder, builtin=False)
            except (OSError, ValueError) as error:
                raise LibraryError(f"The style could not be brought back: {_reason(error)}.") from error
            self._styles[style_id] = style
            return style

    def thumbnail_path(self, style: Style, size_px: int) -> Path:
        """Where the square thumbnail of a style is or will be. Raises OSError if the style's picture is gone."""
        return self._thumbnails.path(style.path, size_px)

    def make_thumbnail(self, style: Style, size_px: int) -> Path:
        """The thumbnail of a style as a JPEG file of at most `size_px` by `size_px`, made now where it is missing.

        Takes a while: not for the window's thread. Raises PictureError or OSError.
        """
        return self._thumbnails.make(style.path, size_px)

    def _own(self, style_id: str, done: str) -> Style:
        style = self._styles.get(style_id)
        if style is None:
            raise LibraryError("This style is no longer there.")
        if style.builtin:
            raise LibraryError(f"“{style.title}” comes with the program and cannot be {done}.")
        return style

    def _store(self, style_id: str, card: StyleCard, source: Path | bytes) -> Style:
        """Write picture and card into a folder of their own, which gets its name when both are there."""
        folder = self._own_folder / style_id
        unfinished = self._own_folder / f".{style_id}.part"
        shutil.rmtree(unfinished, ignore_errors=True)
        try:
            unfinished.mkdir(parents=True)
            content = source if isinstance(source, bytes) else source.read_bytes()
            with replacing(unfinished / f"{IMAGE_STEM}{_suffix(content)}") as file:
                file.write(content)
            _write_card(unfinished, card)
            shutil.rmtree(folder, ignore_errors=True)  # a broken one, or it would have been found
            unfinished.replace(folder)
        except OSError:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise
        return read_style(folder, builtin=False)

    def _read_all(self, folder: Path, *, builtin: bool) -> list[Style]:
        if not folder.is_dir():
            return []
        styles = []
        for each in sorted(folder.iterdir()):
            if each.name.startswith(".") or not each.is_dir():
                continue
            try:
                styles.append(read_style(each, builtin=builtin))
            except (OSError, ValueError) as error:
                problem = f"The style in “{each.name}” is damaged and was left out."
                _log.warning("%s %s", problem, error)
                self.problems.append(problem)
        return styles

    def _empty_trash(self) -> None:
        if not self._trash_folder.is_dir():
            return
        oldest = time.time() - TRASH_DAYS * 24 * 3600
        for folder in self._trash_folder.iterdir():
            if folder.stat().st_mtime < oldest:
                shutil.rmtree(folder, ignore_errors=True)


def _write_card(folder: Path, card: StyleCard) -> None:
    with replacing(folder / CARD_NAME) as file:
        file.write(card.model_dump_json(indent=1).encode())


_SIGNATURES = (
    (b"\xff\xd8\xff", ".jpg"),
    (b"\x89PNG", ".png"),
    (b"GIF8", ".gif"),
    (b"BM", ".bmp"),
    (b"II*\0", ".tif"),
    (b"MM\0*", ".tif"),
    (b"RIFF", ".webp"),
)


def _suffix(content: bytes) -> str:
    """The file suffix that fits what is inside: names lie, and other programs go by them."""
    return next(
        (suffix for signature, suffix in _SIGNATURES if content.startswith(signature)),
        ".img",
    )


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return "its card cannot be read" if isinstance(error, ValueError) else str(error)
