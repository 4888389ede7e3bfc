"""Folders of the artist's whose pictures are styles and stay where they are."""

from __future__ import annotations

import json
import logging
import os
import sqlite3
import stat
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from stylegui.engine.control import RunControl
from stylegui.engine.images import PictureError
from stylegui.files import replacing
from stylegui.library import records
from stylegui.library.catalogue import Catalogue
from stylegui.library.errors import LibraryError, reason
from stylegui.library.found import Look, ScanReport, settle, take_in
from stylegui.library.header import PICTURE_SUFFIXES, size_in_header
from stylegui.library.identity import file_state
from stylegui.library.records import FileState, Kind
from stylegui.library.search import IN_FOLDER
from stylegui.library.shelf import Shelf

BATCH = 32
"""Files that are read before the next short write to the database."""

Progress = Callable[[int, int], None]

_log = logging.getLogger(__name__)


class WatchedFolders:
    """Which folders are watched, and how their pictures become styles. Any thread; two programs may scan at once."""

    def __init__(self, catalogue: Catalogue, shelf: Shelf, list_file: Path) -> None:
        self._catalogue = catalogue
        self._shelf = shelf
        self._file = list_file
        self._lock = threading.Lock()

    def watched(self) -> list[Path]:
        """All watched folders, in the order in which they came."""
        try:
            names = json.loads(self._file.read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            return []
        except (OSError, ValueError) as error:
            _log.warning("The list of watched folders cannot be read: %s", error)
            return []
        return [Path(name) for name in names if isinstance(name, str)] if isinstance(names, list) else []

    def watch(self, folder: Path) -> Path:
        """Watch a folder from now on; `scan` then finds its pictures. The folder as it is called in `watched`.

        Raises LibraryError if there is no such folder, if it holds the library itself, or if it lies inside a watched
        one or around it.
        """
        folder = folder.resolve()
        with self._lock:
            others = self.watched()
            if folder in others:
                return folder
            if not folder.is_dir():
                raise LibraryError(f"There is no folder “{folder.name}”.")
            for other in others:
                if folder.is_relative_to(other):
                    raise LibraryError(f"“{folder.name}” is in “{other.name}”, which is watched already.")
                if other.is_relative_to(folder):
                    raise LibraryError(f"“{folder.name}” holds “{other.name}”, which is watched already.")
            own = self._shelf.folder.parent.resolve()
            if own.is_relative_to(folder) or folder.is_relative_to(own):
                raise LibraryError(f"“{folder.name}” cannot be watched: the program keeps its own files there.")
            self._save([*others, folder])
        return folder

    def unwatch(self, folder: Path) -> None:
        """Watch a folder no more: its pictures leave the gallery, and stay where they are.

        What the artist noted about them is kept and comes back with them when the folder is watched again.
        """
        with self._lock:
            others = [other for other in self.watched() if other not in (folder, folder.resolve())]
            self._save(others)
            for gone in {folder, folder.resolve()}:
                self._forget(gone)

    @staticmethod
    def collection(folder: Path) -> str:
        """What `StyleLibrary.search` takes to find the pictures of a watched folder."""
        return f"{IN_FOLDER}{folder}"

    def places(self, folder: Path) -> list[Path]:
        """The folders inside a watched one, and itself, in which the last scan has found pictures."""
        rows = self._catalogue.ask(partial(_files_of, folder=folder))
        return sorted({Path(os.fsdecode(path)).parent for path, (digest, _, _) in rows.items() if digest})

    def scan(self, folder: Path, control: RunControl | None = None, progress: Progress | None = None) -> ScanReport:
        """Look through a folder: new pictures become styles, others are found again or noted as missing.

        Nothing is decoded: only files that are new or look changed are read, for their content's digest and their
        header. `progress` gets the numbers of files done and of all. Raises Cancelled if `control` says so, and
        LibraryError if the folder is not watched or the library cannot be written; what was found so far stays.
        """
        control = control or RunControl()
        if folder not in self.watched():
            raise LibraryError(f"“{folder.name}” is not watched.")
        report, now = ScanReport(), time.time()
        known = self._catalogue.ask(partial(_files_of, folder=folder))
        present: dict[bytes, os.stat_result] = {}
        for path, status in _pictures(folder, self._shelf.folder.parent):
            control.checkpoint()
            present[os.fsencode(path)] = status
        fresh = [path for path, status in present.items() if _differs(known.get(path), status)]
        done = len(present) - len(fresh)
        for batch in records.chunks(fresh, BATCH):
            looks = []
            for path in batch:
                control.checkpoint()
                if progress is not None:
                    progress(done, len(present))
                looks.append(_look(Path(os.fsdecode(path)), report.left_out))
                done += 1
            seen = [look for look in looks if look is not None]
            report.join(
                self._catalogue.change(
                    partial(take_in, folder=folder, looks=seen, now=now, note_of=self._shelf.note_of)
                )
            )
        control.checkpoint()
        report.join(self._catalogue.change(partial(settle, folder=folder, present=present.keys())))
        if progress is not None:
            progress(len(present), len(present))
        return report

    def scan_all(self, control: RunControl | None = None, progress: Progress | None = None) -> ScanReport:
        """Look through all watched folders, one after the other."""
        report = ScanReport()
        for folder in self.watched():
            report.join(self.scan(folder, control, progress))
        return report

    def _save(self, folders: list[Path]) -> None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with replacing(self._file) as file:
                file.write(json.dumps([str(folder) for folder in folders], indent=1).encode())
        except OSError as error:
            raise LibraryError(f"The watched folders could not be saved: {reason(error)}.") from error

    def _forget(self, folder: Path) -> None:
        for record in self._catalogue.ask(partial(records.in_folder, folder=folder)):
            if record.removed and record.kind is Kind.LINKED:
                # Taken out by hand: whoever watches the folder anew sees all of it again.
                self._shelf.write(replace(record, removed=0.0))

        def change(db: sqlite3.Connection) -> None:
            name = os.fsencode(folder)
            db.execute("DELETE FROM styles WHERE folder = ? AND kind = ?", (name, int(Kind.LINKED)))
            db.execute("DELETE FROM files WHERE folder = ?", (name,))

        self._catalogue.change(change)


def _pictures(folder: Path, own: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """Files below a folder that end like pictures, without hidden ones and what the program itself keeps."""
    pending = [folder]
    while pending:
        try:
            with os.scandir(pending.pop()) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            _log.info("A folder cannot be looked through: %s", error)
            continue
        for entry in found:
            if entry.name.startswith("."):
                continue
            path = Path(entry.path)
            try:
                if entry.is_dir(follow_symlinks=False):
                    if path != own:
                        pending.append(path)
                elif path.suffix.lower() in PICTURE_SUFFIXES and stat.S_ISREG((status := path.stat()).st_mode):
                    yield path, status
            except OSError as error:
                _log.info("A file cannot be looked at: %s", error)


def _files_of(db: sqlite3.Connection, folder: Path) -> dict[bytes, tuple[str, int, int]]:
    rows = db.execute("SELECT path, file, mtime_ns, bytes FROM files WHERE folder = ?", (os.fsencode(folder),))
    return {path: (digest, mtime_ns, size) for path, digest, mtime_ns, size in rows}


def _differs(known: tuple[str, int, int] | None, status: os.stat_result) -> bool:
    return known is None or known[1:] != (status.st_mtime_ns, status.st_size)


def _look(path: Path, left_out: list[str]) -> Look | None:
    """Read a file for the first time, or again. None if it went away meanwhile."""
    try:
        size = size_in_header(path)
        return Look(path, file_state(path), size)
    except PictureError as error:
        left_out.append(str(error))
    except OSError as error:
        _log.info("A picture in a watched folder cannot be read: %s", error)
        return None
    try:
        status = path.stat()
    except OSError:
        return None
    return Look(path, FileState("", status.st_mtime_ns, status.st_size), (0, 0))
