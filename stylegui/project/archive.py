"""Project files: a zip of one JSON text and the pictures it refers to, each once. No Qt.

Inside: `document.json`, `<digest>.png` for every picture, `<sha256>.bin` for profiles and metadata, and
`<version id>.making` for makings-of. Pictures are packed already and are stored as they are.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import time
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

from stylegui import __version__
from stylegui.engine.imageio.source import display_name
from stylegui.files import replacing
from stylegui.library.archive import ArchiveError, Limits, SafeArchive
from stylegui.project.contents import pack_content, pictures_of, unpack_content
from stylegui.project.document import Document
from stylegui.project.errors import ProjectError, StoreError, because
from stylegui.project.store import PictureStore
from stylegui.project.working import Content

SUFFIX = ".stylegui"
DOCUMENT = "document.json"
MAKING_SUFFIX = ".making"
LIMITS = Limits(
    noun="project",
    file_bytes=256 * 2**30,
    directory_bytes=64 * 2**20,
    members=100_000,
    member_bytes=2 * 2**30,
    total_bytes=256 * 2**30,
    large=True,
)
MAX_DOCUMENT_BYTES = 256 * 2**20
REMAINS_S = 3600.0

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_PICTURE_NAME = re.compile(r"[0-9a-f]{64}\.(png|bin)")
_TAIL_BYTES = 2**18


def is_project(source: object) -> TypeGuard[Path]:
    """Whether this is a project file, by its name."""
    return isinstance(source, Path) and source.suffix.lower() == SUFFIX


@dataclass(frozen=True)
class Opened:
    """What was in a project file, and sentences about what is missing in it."""

    content: Content
    notes: list[str]


@dataclass(frozen=True)
class Fingerprint:
    """How a file was when it was last read or written: enough to tell whether another program has written it since.

    `tail` is the sha256 of its end, where a zip file has the checksums of all that is in it.
    """

    size: int
    modified_ns: int
    tail: str

    @classmethod
    def of(cls, path: Path) -> Fingerprint | None:
        """How a file is now; None where it is not there or cannot be read."""
        try:
            with path.open("rb") as file:
                facts = os.fstat(file.fileno())
                file.seek(max(0, facts.st_size - _TAIL_BYTES))
                return cls(facts.st_size, facts.st_mtime_ns, hashlib.sha256(file.read(_TAIL_BYTES)).hexdigest())
        except OSError:
            return None

    def is_of(self, path: Path) -> bool:
        """Whether the file is still the same. One that is gone, or cannot be read, was not written by another."""
        with suppress(OSError):
            facts = path.stat()
            if (facts.st_size, facts.st_mtime_ns) == (self.size, self.modified_ns):
                return True
        now = Fingerprint.of(path)
        return now is None or (now.size, now.tail) == (self.size, self.tail)


def save_project(document: Document, path: Path) -> None:
    """Save a document in the calling thread. Raises ProjectError and StoreError; an older file is whole then."""
    content = document.content()
    write_project(content, document.store, path)
    document.mark_saved(content.revision)


def load_project(path: Path, document: Document) -> list[str]:
    """Open a project in the calling thread, in place of what the document holds. Raises ProjectError and StoreError.

    Gives sentences about what is missing. What was unsaved in the document is gone: ask first.
    """
    opened = read_project(path, document.store)
    document.show(opened.content)
    return opened.notes


def write_project(content: Content, store: PictureStore, path: Path) -> Fingerprint | None:
    """Write a project file whole or not at all; how it is then. Raises ProjectError and StoreError."""
    name = display_name(path)
    if path.is_dir():
        raise ProjectError(f"“{name}” cannot be saved: there is a folder of that name.")
    if path.exists() and not os.access(path, os.W_OK):
        raise ProjectError(f"“{name}” cannot be saved: there is a file of that name that may not be changed.")
    packed = pack_content(content, store)
    _check_pictures(content, store)
    try:
        with replacing(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            for picture in sorted(pictures_of(packed)):
                _add_picture(archive, store, picture)
            for version in content.versions:
                _add_making(archive, store, version.id)
            text = json.dumps(packed, ensure_ascii=False, separators=(",", ":"))
            info = zipfile.ZipInfo(DOCUMENT, _EARLIEST)
            archive.writestr(info, text.encode(), zipfile.ZIP_DEFLATED)
            archive.comment = f"A project of stylegui {__version__}".encode()
    except MemoryError:
        raise ProjectError(f"There is not enough memory to save “{name}”.") from None
    except OSError as error:
        reason = because(error, display_name(path.absolute().parent))
        raise ProjectError(f"“{name}” cannot be saved: {reason}.") from error
    _sweep(path.absolute().parent)
    return Fingerprint.of(path)


def read_project(path: Path, store: PictureStore) -> Opened:
    """What is in a project file; its pictures go into the store. Raises ProjectError and StoreError.

    Whatever the file does: nothing is written outside of the store, and nothing grows beyond what it says.
    """
    name = display_name(path)
    try:
        with SafeArchive(path, LIMITS) as archive:
            if DOCUMENT not in archive:
                raise ProjectError(f"“{name}” is no project of stylegui.")
            packed = _parsed(archive.read(DOCUMENT, MAX_DOCUMENT_BYTES), name)
            # First what it is: a newer format may keep its pictures in another way.
            unpack_content({**packed, "versions": [], "photo": None, "styles": [], "start": None}, store, name)
            for member in archive.names:
                if _PICTURE_NAME.fullmatch(member):
                    store.take(member, archive.read(member))
            content, notes = unpack_content(packed, store, name)
            for version in content.versions:
                _take_making(archive, store, version.id)
    except ArchiveError as error:
        raise ProjectError(str(error)) from error
    except MemoryError:
        raise ProjectError(f"There is not enough memory to open “{name}”.") from None
    return Opened(content, notes)


def _check_pictures(content: Content, store: PictureStore) -> None:
    """Have the store hold every version's pictures again, if somebody has removed files of it behind our back.

    Raises StoreError where memory has them no more either: a file that still has them must not be written over.
    """
    for version in content.versions:
        for held in (version.held_photo, version.held_picture):
            if held.refer().digest not in store:
                store.put(held.get())


def _sweep(folder: Path) -> None:
    """Remove what writings that were killed have left in a folder; none takes as long as they are old."""
    for part in folder.glob(".stylegui-*.part"):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > REMAINS_S:
                part.unlink()


def _parsed(text: bytes, name: str) -> dict[str, object]:
    try:
        packed = json.loads(text)
    except (ValueError, RecursionError):
        packed = None
    if not isinstance(packed, dict):
        raise ProjectError(f"“{name}” is damaged and cannot be opened.")
    return packed


def _add_picture(archive: zipfile.ZipFile, store: PictureStore, digest: str) -> None:
    """The file of that picture, or blob; nothing where it only looks like the digest of one."""
    if store.folder is None:
        if digest in store:
            archive.writestr(zipfile.ZipInfo(f"{digest}.png", _EARLIEST), store.file_bytes(digest))
        with suppress(StoreError):
            archive.writestr(zipfile.ZipInfo(f"{digest}.bin", _EARLIEST), store.blob(digest))
        return
    for path in (store.path(digest), store.blob_path(digest)):
        if path.is_file():
            _add_file(archive, path)


def _add_making(archive: zipfile.ZipFile, store: PictureStore, version_id: str) -> None:
    """The making-of a version, where there is one: it may go at any moment, to make room for that of another."""
    if store.makings is not None:
        with suppress(FileNotFoundError):
            _add_file(archive, store.makings / f"{version_id}{MAKING_SUFFIX}")


def _add_file(archive: zipfile.ZipFile, path: Path) -> None:
    info = zipfile.ZipInfo(path.name, _EARLIEST)
    info.file_size = path.stat().st_size
    with path.open("rb") as source, archive.open(info, "w") as member:
        shutil.copyfileobj(source, member, 2**20)


def _take_making(archive: SafeArchive, store: PictureStore, version_id: str) -> None:
    """The making-of a version, where there is one. It is a comfort: the work is whole without it."""
    name = f"{version_id}{MAKING_SUFFIX}"
    if store.makings is None or name not in archive:
        return
    with suppress(OSError):
        store.makings.mkdir(parents=True, exist_ok=True)
        with replacing(store.makings / name, durable=False) as file:
            file.write(archive.read(name))
