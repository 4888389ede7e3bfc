"""Finding the pictures that a recipe tells of: by what they show, whatever their files are called today. No Qt."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from stylegui.engine.images import Picture, PictureError, load_picture
from stylegui.engine.request import StyleInput
from stylegui.files import replacing
from stylegui.library import StyleLibrary
from stylegui.library.header import PICTURE_SUFFIXES, size_in_header
from stylegui.project.recipes import Known, KnownStyle, Recipe
from stylegui.project.version import StyleChoice

log = logging.getLogger(__name__)


class Whereabouts:
    """Where photos lay when something that was painted from them was exported: paths by digest, as JSON.

    They are remembered here, and not told in the exports: those are published, and folders have private names.
    """

    LIMIT = 500

    def __init__(self, store: Path) -> None:
        self._store = store
        try:
            known = json.loads(store.read_bytes())
        except (OSError, ValueError):
            known = {}
        self._paths = (
            {key: path for key, path in known.items() if isinstance(path, str)} if isinstance(known, dict) else {}
        )

    def path(self, digest: str) -> Path | None:
        found = self._paths.get(digest)
        return Path(found) if found is not None else None

    def remember(self, digest: str, path: Path) -> None:
        """Put it down, newest last. That it cannot be written only shortens the memory."""
        text = str(path.absolute())
        if not digest or self._paths.get(digest) == text or text.encode(errors="replace").decode() != text:
            return
        self._paths.pop(digest, None)
        self._paths[digest] = text
        for oldest in list(self._paths)[: max(0, len(self._paths) - self.LIMIT)]:
            del self._paths[oldest]
        try:
            self._store.parent.mkdir(parents=True, exist_ok=True)
            with replacing(self._store) as file:
                file.write(json.dumps(self._paths, ensure_ascii=False, indent=1).encode())
        except OSError as error:
            log.warning("where photos lie could not be saved: %s", error.strerror)


@dataclass(frozen=True, eq=False)
class Places:
    """Where a picture is looked for, in this order.

    `held` gives a picture by its digest where the document or its store has it. `files` are looked into next, and then
    `folders`: for a file of its name, and for any that shows it.
    """

    held: Callable[[str], Picture | None]
    files: Sequence[Path] = ()
    folders: Sequence[Path] = ()

    def find(self, wanted: Known) -> Picture | None:
        """The picture, or None. Slow: not for the window's thread."""
        if not wanted.digest:
            return None
        return self.held(wanted.digest) or first_showing(wanted, self._candidates(wanted))

    def _candidates(self, wanted: Known) -> Iterator[Path]:
        named = [path for path in self.files if path.name == wanted.name]
        yield from named
        if wanted.name and Path(wanted.name).name == wanted.name:
            yield from (folder / wanted.name for folder in self.folders)
        yield from self.files
        for folder in self.folders:
            try:
                yield from sorted(path for path in folder.iterdir() if path.suffix.lower() in PICTURE_SUFFIXES)
            except OSError:
                continue


@dataclass(frozen=True, eq=False)
class Found:
    """What was found of a recipe's pictures. `changed` and `missing` are titles of styles: those that are not what
    they were, and those that are nowhere."""

    photo: Picture | None = None
    start: Picture | None = None
    styles: tuple[StyleChoice, ...] = ()
    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = field(default=())


def find_all(recipe: Recipe, places: Places, library: StyleLibrary) -> Found:
    """Look for everything that a picture was painted from. Slow: not for the window's thread."""
    styles: list[StyleChoice] = []
    changed: list[str] = []
    missing: list[str] = []
    for wanted in recipe.known_styles:
        found = find_style(wanted, places, library)
        if found is None:
            missing.append(wanted.title)
            continue
        styles.append(found)
        if wanted.picture.digest and found.input.picture.digest != wanted.picture.digest:
            changed.append(wanted.title)
    return Found(
        places.find(recipe.photo) if recipe.photo is not None else None,
        places.find(recipe.start) if recipe.start is not None else None,
        tuple(styles),
        tuple(changed),
        tuple(missing),
    )


def find_style(wanted: KnownStyle, places: Places, library: StyleLibrary) -> StyleChoice | None:
    """A style: what shows the same, in the gallery or elsewhere; else the gallery's of that id or title."""
    candidates = [
        *library.showing(wanted.picture.digest),
        *library.fetch([wanted.id] if wanted.id else []),
        *library.fetch(list(library.titled([wanted.title]).values())),
    ]
    likely: StyleChoice | None = None
    for style in candidates:
        try:
            picture = load_picture(style.path)
        except PictureError:
            continue
        choice = StyleChoice(style.id, StyleInput(picture, wanted.weight, style.title))
        if picture.digest == wanted.picture.digest:
            return choice
        likely = likely or choice
    elsewhere = places.find(wanted.picture)
    if elsewhere is not None:
        return StyleChoice("", StyleInput(elsewhere, wanted.weight, wanted.title))
    return likely


def first_showing(wanted: Known, paths: Iterable[Path]) -> Picture | None:
    """The picture of the first file that shows it; only what has its size is decoded."""
    for path in dict.fromkeys(paths):
        try:
            if path.is_file() and wanted.could_be(size_in_header(path)):
                picture = load_picture(path)
                if picture.digest == wanted.digest:
                    return picture
        except (OSError, PictureError):
            continue
    return None
