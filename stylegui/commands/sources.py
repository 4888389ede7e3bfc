"""Finding the pictures that a recipe tells of: by what they show, whatever their files are called today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stylegui.batch.errors import BatchError
from stylegui.batch.manifest import Manifest, Record
from stylegui.commands.errors import CommandError
from stylegui.commands.pick import find_style
from stylegui.engine.images import Picture, PictureError, load_picture
from stylegui.library import Style, StyleLibrary
from stylegui.library.header import PICTURE_SUFFIXES, size_in_header


@dataclass(frozen=True)
class Wanted:
    """A picture as a recipe knows it: the sha256 of its pixels, its (width, height), its name, and a style's title."""

    sha256: str
    size: tuple[int, int]
    name: str = ""
    title: str = ""

    @classmethod
    def of(cls, entry: Any) -> Wanted:
        """What stands in a recipe. Raises CommandError where that is something else."""
        try:
            size = int(entry["width"]), int(entry["height"])
            return cls(str(entry["sha256"]), size, str(entry.get("name", "")), str(entry.get("title", "")))
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            text = "The recipe inside this picture does not say from which pictures it was painted."
            raise CommandError(text) from error

    def __str__(self) -> str:
        width, height = self.size
        name = self.title or self.name
        return f"“{name}” ({width} × {height} px)" if name else f"of {width} × {height} px"

    def could_be(self, size: tuple[int, int]) -> bool:
        """Whether a file of this size may show it: headers do not tell which way up, and some not even the size."""
        return 0 in size or sorted(size) == sorted(self.size)


class Places:
    """Where pictures are looked for: beside the painted one, in the current folder, and where its batch had them."""

    def __init__(self, painted: Path) -> None:
        self.folders = list(dict.fromkeys([painted.absolute().parent, Path.cwd()]))
        self.record = _batch_record(painted.absolute())

    def photo(self, wanted: Wanted) -> Picture | None:
        """The wanted picture, where one of the files shows it."""
        recorded = [Path(self.record.photo)] if self.record is not None else []
        return _first(wanted, [*recorded, *self._files(wanted)])

    def style(self, wanted: Wanted, library: StyleLibrary) -> Picture | None:
        """That style: in the library by title and content, then in the folders."""
        recorded = [Path(self.record.style)] if self.record is not None else []
        known = [style for style in library.styles() if not style.missing]
        known.sort(key=lambda style: style.title != wanted.title)
        likely = [style.path for style in known if style.title == wanted.title or wanted.could_be(style.size)]
        return _first(wanted, [*recorded, *likely, *self._files(wanted)])

    def _files(self, wanted: Wanted) -> Iterator[Path]:
        """Files that may be it, those of its name first."""
        if wanted.name:
            yield from (folder / wanted.name for folder in self.folders)
        for folder in self.folders:
            try:
                yield from sorted(path for path in folder.iterdir() if path.suffix.lower() in PICTURE_SUFFIXES)
            except OSError:
                continue


def find_photo(wanted: Wanted, given: Path | None, places: Places, kind: str = "photo") -> Picture:
    """A photo, or a `kind` of picture with an option of that name. Raises CommandError and PictureError."""
    if given is not None:
        picture = load_picture(given)
        if picture.digest != wanted.sha256:
            raise CommandError(f"{given} does not show the same as the {kind} {wanted} that this was painted from.")
        return picture
    found = places.photo(wanted)
    if found is None:
        where = " or ".join(str(folder) for folder in places.folders)
        option = f"--{kind.replace(' ', '-')}"
        raise CommandError(f"The {kind} {wanted} is not in {where}: say where it is with {option} FILE.")
    return found


def find_styles(wanted: Sequence[Wanted], given: Sequence[str], places: Places, library: StyleLibrary) -> list[Picture]:
    """The styles in the order of the recipe. `given` are files and ids in any. Raises CommandError and PictureError."""
    known: dict[str, Picture] = {}
    for word in given:
        found = find_style(word, library)
        picture = load_picture(found.path if isinstance(found, Style) else found)
        if picture.digest not in {each.sha256 for each in wanted}:
            raise CommandError(f"{word} is none of the styles that this was painted in.")
        known[picture.digest] = picture
    styles = []
    for each in wanted:
        style = known.get(each.sha256) or places.style(each, library)
        if style is None:
            where = " or ".join(str(folder) for folder in places.folders)
            text = f"The style {each} is not in the library, nor in {where}"
            raise CommandError(f"{text}: say where it is with --style FILE.")
        styles.append(style)
    return styles


def _first(wanted: Wanted, paths: Iterable[Path]) -> Picture | None:
    """The first file's that shows the wanted picture; only what has its size is decoded."""
    for path in dict.fromkeys(paths):
        try:
            if path.is_file() and wanted.could_be(size_in_header(path)):
                picture = load_picture(path)
                if picture.digest == wanted.sha256:
                    return picture
        except (OSError, PictureError):
            continue
    return None


def _batch_record(painted: Path) -> Record | None:
    """What the manifest of a batch says of one of its pictures, which may lie in folders below it."""
    for folder in painted.parents:
        try:
            records: Mapping[str, Record] = Manifest(folder).records
        except BatchError:
            continue
        if (record := records.get(painted.relative_to(folder).as_posix())) is not None:
            return record
    return None
