"""Reading a zip file that somebody sent: nothing is believed, nothing is written to disk, everything is bounded."""

from __future__ import annotations

import re
import stat
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from stylegui.engine.imageio.source import display_name
from stylegui.library.errors import LibraryError
from stylegui.library.text import clean

MAX_FILE_BYTES = 4 * 2**30
MAX_DIRECTORY_BYTES = 4 * 2**20
MAX_MEMBERS = 5000
MAX_MEMBER_BYTES = 256 * 2**20
MAX_TOTAL_BYTES = 8 * 2**30
MAX_RATIO = 200
"""How many times larger a member may be than what is packed. Pictures are packed already, text hardly reaches 20."""
RATIO_FREE_BYTES = 2**20
"""A member up to this size may have any ratio: it cannot do harm."""

_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}")
_END = b"PK\x05\x06"
_END_BYTES = 22
_LARGE_LOCATOR = b"PK\x06\x07"
_LOCATOR_BYTES = 20
_LARGE_END = b"PK\x06\x06"
_LARGE_END_BYTES = 56
_PIECE = 2**16
_UNREADABLE = (OSError, zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError)


class ArchiveError(LibraryError):
    """An archive, or a member of it, is not taken. Its text is one sentence for the user."""


@dataclass(frozen=True)
class Limits:
    """What such a file is called, and how large it and its parts may be. `large` files need more than 32 bits."""

    noun: str = "pack"
    file_bytes: int = MAX_FILE_BYTES
    directory_bytes: int = MAX_DIRECTORY_BYTES
    members: int = MAX_MEMBERS
    member_bytes: int = MAX_MEMBER_BYTES
    total_bytes: int = MAX_TOTAL_BYTES
    large: bool = False


PACK = Limits()


class SafeArchive:
    """The members of a zip file by name. To be used as a context manager.

    Only what this program itself would write is taken: plain files with plain names in no folder, each name once,
    stored or deflated, not encrypted, of bounded size. Names are keys and nothing else: they never become a path.
    """

    def __init__(self, path: Path, limits: Limits | None = None) -> None:
        """Open a file and look at its directory. Raises ArchiveError."""
        self._limits = limits or PACK
        self._name = display_name(path)
        self._read_bytes = 0
        try:
            self._file: BinaryIO = path.open("rb")
        except OSError as error:
            raise ArchiveError(f"“{self._name}” cannot be opened: {(error.strerror or str(error)).lower()}.") from error
        try:
            self._check_end()
            self._zip = zipfile.ZipFile(self._file)
            self._members = self._checked(self._zip.infolist())
        except ArchiveError:
            self._file.close()
            raise
        except (OSError, zipfile.BadZipFile, struct.error, ValueError, NotImplementedError, EOFError) as error:
            self._file.close()
            raise ArchiveError(f"“{self._name}” is damaged or incomplete and cannot be opened.") from error
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> SafeArchive:
        return self

    def __exit__(self, *_error: object) -> None:
        self._zip.close()
        self._file.close()

    def __contains__(self, name: str) -> bool:
        return name in self._members

    @property
    def names(self) -> tuple[str, ...]:
        """All members, in their order."""
        return tuple(self._members)

    def read(self, name: str, limit_bytes: int | None = None) -> bytes:
        """The content of a member. Raises ArchiveError where it is missing, damaged, or larger than the limit."""
        info = self._members.get(name)
        limit_bytes = self._limits.member_bytes if limit_bytes is None else limit_bytes
        noun = self._limits.noun
        if info is None:
            raise ArchiveError(f"“{clean(name)}” is missing in the {noun}.")
        if info.file_size > limit_bytes:
            raise ArchiveError(f"“{name}” is too large: {noun}s hold files of up to {limit_bytes // 2**20} MB.")
        try:
            content = self._unpacked(info, limit_bytes)
        except _UNREADABLE as error:
            raise ArchiveError(f"“{name}” is damaged and cannot be read.") from error
        self._read_bytes += len(content)
        if self._read_bytes > self._limits.total_bytes:
            raise ArchiveError(f"“{self._name}” holds more than {self._limits.total_bytes // 2**30} GB.")
        return content

    def _unpacked(self, info: zipfile.ZipInfo, limit_bytes: int) -> bytes:
        """What is really inside counts, not what the directory says."""
        pieces, held = [], 0
        with self._zip.open(info) as member:
            while piece := member.read(_PIECE):
                held += len(piece)
                if held > limit_bytes or held > info.file_size:
                    raise ArchiveError(f"“{info.filename}” is larger inside than it says, and was not read.")
                pieces.append(piece)
        if held != info.file_size:
            raise zipfile.BadZipFile("shorter than the directory says")
        return b"".join(pieces)

    def _check_end(self) -> None:
        """Look at the end record before `zipfile` does, which would take memory for any number of entries."""
        limits, noun = self._limits, self._limits.noun
        size = self._file.seek(0, 2)
        if size > limits.file_bytes:
            raise ArchiveError(f"“{self._name}” is too large: {noun}s have up to {limits.file_bytes // 2**30} GB.")
        tail_bytes = min(size, 2**16 + _END_BYTES + _LOCATOR_BYTES + _LARGE_END_BYTES)
        self._file.seek(size - tail_bytes)
        tail = self._file.read(tail_bytes)
        start = tail.rfind(_END)
        if start < 0 or len(tail) < start + _END_BYTES:
            what = "style pack" if noun == "pack" else noun
            raise ArchiveError(f"“{self._name}” is no {what}, or only a part of one.")
        _, count, directory_bytes = struct.unpack("<HHI", tail[start + 8 : start + 16])
        is_large = tail[max(0, start - _LOCATOR_BYTES) : start].startswith(_LARGE_LOCATOR)
        if is_large and limits.large:
            count, directory_bytes = self._large_end(tail[: start - _LOCATOR_BYTES])
        if (is_large and not limits.large) or count > limits.members or directory_bytes > limits.directory_bytes:
            raise ArchiveError(f"“{self._name}” holds too many files: {noun}s have up to {limits.members}.")
        self._file.seek(0)

    def _large_end(self, before_locator: bytes) -> tuple[int, int]:
        """Number of entries and bytes of the directory where 16 and 32 bits are too few for them."""
        record = before_locator[-_LARGE_END_BYTES:]
        if len(record) < _LARGE_END_BYTES or not record.startswith(_LARGE_END):
            raise ArchiveError(f"“{self._name}” is damaged or incomplete and cannot be opened.")
        count, directory_bytes = struct.unpack("<QQ", record[32:48])
        return count, directory_bytes

    def _checked(self, members: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        limits = self._limits
        if len(members) > limits.members:
            raise ArchiveError(f"“{self._name}” holds too many files: {limits.noun}s have up to {limits.members}.")
        found: dict[str, zipfile.ZipInfo] = {}
        seen: set[str] = set()
        for info in members:
            self._check_member(info)
            if info.filename.casefold() in seen:
                raise ArchiveError(f"“{self._name}” holds two files that are called “{info.filename}”.")
            seen.add(info.filename.casefold())
            found[info.filename] = info
        if sum(info.file_size for info in members) > limits.total_bytes:
            raise ArchiveError(f"“{self._name}” holds more than {limits.total_bytes // 2**30} GB.")
        return found

    def _check_member(self, info: zipfile.ZipInfo) -> None:
        if info.orig_filename != info.filename or not _NAME.fullmatch(info.filename):
            shown = clean(info.orig_filename.replace("\0", " "))[:60]
            raise ArchiveError(f"“{self._name}” holds a file with an unsafe name (“{shown}”) and was not opened.")
        kind = stat.S_IFMT(info.external_attr >> 16)
        if kind not in (0, stat.S_IFREG):
            raise ArchiveError(f"“{self._name}” holds a link (“{info.filename}”) and was not opened.")
        if info.flag_bits & 0x41:
            raise ArchiveError(f"“{self._name}” is encrypted and cannot be opened.")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ArchiveError(f"“{self._name}” is packed in a way that {self._limits.noun}s are not.")
        if info.file_size > RATIO_FREE_BYTES and info.file_size > MAX_RATIO * info.compress_size:
            raise ArchiveError(f"“{self._name}” would grow too large when it is unpacked, and was not opened.")
