"""The photos of a batch: files, and folders with everything below them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from stylegui.batch.errors import BatchError
from stylegui.batch.names import fingerprint, tell_apart
from stylegui.library.header import PICTURE_SUFFIXES


@dataclass(frozen=True)
class Photo:
    """A photo, and the name of its results: `place` is "folder/name" below the output folder, without an ending."""

    path: Path
    place: str


def find_photos(sources: Sequence[Path], output: Path) -> list[Photo]:
    """The photos of files and folders, each once, in the order given, those of a folder sorted.

    A photo that was found in a folder keeps its place in that folder's tree. Hidden files stay out, and so does what is
    below `output`: the results of an earlier run are no photos. Raises BatchError where a source is not there, or has
    no picture in it.
    """
    found: dict[str, tuple[Path, PurePosixPath]] = {}
    results = os.path.realpath(output)
    for source in sources:
        if source.is_dir():
            pictures = list(pictures_below(source))
            inside = [path for path in pictures if not _is_below(path, results)]
            if pictures and not inside:
                text = f"All pictures in {source} are in the folder of the results, too"
                raise BatchError(f"{text}: take another one for the results, such as {source / 'painted'}.")
            if not inside:
                raise BatchError(f"There is no picture in the folder {source}.")
            for path in inside:
                found.setdefault(os.path.realpath(path), (path, PurePosixPath(*path.relative_to(source).parts)))
        elif source.exists():
            found.setdefault(os.path.realpath(source), (source, PurePosixPath(source.name)))
        else:
            raise BatchError(f"There is no file or folder {source}.")
    places = tell_apart([_candidates(path, place) for path, place in found.values()])
    return [Photo(path, place) for (path, _), place in zip(found.values(), places, strict=True)]


def pictures_below(folder: Path) -> Iterator[Path]:
    """Files in a folder and the folders in it that have a picture's ending, sorted by name. Hidden ones stay out."""
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in PICTURE_SUFFIXES:
                yield Path(parent, name)


def _is_below(path: Path, folder: str) -> bool:
    real = os.path.realpath(path)
    return real.startswith(os.path.join(folder, ""))  # noqa: PTH118 - adds the last slash, where none is there yet


def _candidates(path: Path, place: PurePosixPath) -> list[str]:
    """The plain name, the one with its ending, the one with its folder, and one with a mark of its own."""
    folder, stem = place.parent, place.stem
    names = [stem, place.name.replace(".", "-")]
    if parent := path.absolute().parent.name:
        names.append(f"{parent}-{stem}")
    names.append(f"{stem}-{fingerprint(path.as_posix())}")
    return [str(folder / name) for name in names]
