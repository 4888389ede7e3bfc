"""Fetching published weights, when the user asks for them and at no other time.

What has arrived stays in a `.part` file beside its final place and the next try goes on from there, as long as the
server still has the very same file (If-Range with the ETag or date of the first answer; RFC 9110, section 13.1.5).
Only a file of the right size and hash gets its name.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from stylegui import __version__
from stylegui.engine.control import RunControl
from stylegui.engine.encoders.weights import WeightsEntry, WeightsError, convert, sha256_of

CHUNK_BYTES = 1 << 16
TIMEOUT_S = 10.0
LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
# Answers that another try may change: time-outs, too many requests, and errors on the server's side.
PASSING_STATUS = frozenset({408, 425, 429, 500, 502, 503, 504})

ByteProgress = Callable[[int, int | None], None]
"""Called with the bytes that are there and the bytes there will be, None where the server does not say."""


@dataclass(frozen=True)
class Retry:
    """Failed tries in a row before giving up, and the wait before the second one, doubled each time."""

    tries: int = 5
    first_wait_s: float = 1.0


def install(
    entry: WeightsEntry, folder: Path, progress: ByteProgress, control: RunControl, retry: Retry | None = None
) -> Path:
    """Download `entry`, convert it and delete the original; returns the safetensors file. Errors as `download`.

    A run that is cancelled while it converts keeps the original, and the next call begins there.
    """
    original = download(entry, folder, progress, control, retry)
    try:
        converted = convert(entry, original, folder, between=control.checkpoint)
    except WeightsError:
        original.unlink(missing_ok=True)
        raise
    original.unlink(missing_ok=True)
    return converted


def download(
    entry: WeightsEntry, folder: Path, progress: ByteProgress, control: RunControl, retry: Retry | None = None
) -> Path:
    """Fetch the published file into `folder` (made if missing) and return its path.

    Raises `Cancelled` within one chunk of `control.cancel` (a silent server: within `TIMEOUT_S`), and WeightsError
    where the file cannot be had. What has arrived is kept for the next call in both cases, except for a file that
    came complete and wrong. A dropped connection is taken up again, `retry.tries` times without a byte in between.
    """
    retry = retry or Retry()
    kept = folder / entry.file_name
    if kept.is_file() and sha256_of(kept, between=control.checkpoint).startswith(entry.sha256):
        progress(kept.stat().st_size, kept.stat().st_size)
        return kept
    address = urlsplit(entry.url)
    if address.scheme != "https" and address.hostname not in LOCAL_HOSTS:
        raise WeightsError(f"{entry.url} is not a secure (https) address.")
    part = _Part(folder, entry.file_name)
    failures = 0
    while not part.complete:
        control.checkpoint()
        before = part.size
        try:
            _fetch(entry.url, part, progress, control)
        except _Interrupted as interruption:
            failures = 1 if part.size > before else failures + 1
            if failures >= retry.tries or interruption.final:
                raise WeightsError(str(interruption)) from interruption
            _wait(retry.first_wait_s * 2 ** (failures - 1), control)
    digest = sha256_of(part.path, between=control.checkpoint)
    if not digest.startswith(entry.sha256):
        part.discard()
        begin = digest[: len(entry.sha256)]
        raise WeightsError(
            f"{entry.file_name} came with the wrong content and was deleted: "
            f"its SHA-256 begins with {begin}, not with {entry.sha256}."
        )
    return part.finish()


class _Interrupted(Exception):
    """A try that ended early; `final` where another would end the same way."""

    def __init__(self, text: str, final: bool = False) -> None:
        super().__init__(text)
        self.final = final


class _Part:
    """The unfinished file and, beside it, what the server said of the whole one."""

    def __init__(self, folder: Path, name: str) -> None:
        self.target = folder / name
        self.path = folder / f"{name}.part"
        self._notes_path = folder / f"{name}.part.json"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._notes = self._read_notes()
            self.size = self.path.stat().st_size if self.path.exists() else 0
        except OSError as error:
            raise self._failure(error) from error
        self._ended = False

    def _read_notes(self) -> dict[str, Any]:
        try:
            notes = json.loads(self._notes_path.read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            return {}
        return notes if isinstance(notes, dict) else {}

    @property
    def total(self) -> int | None:
        total = self._notes.get("total")
        return total if isinstance(total, int) else None

    @property
    def validator(self) -> str | None:
        """What tells the server which file this is a part of; without it nothing can be resumed safely."""
        validator = self._notes.get("validator")
        return validator if isinstance(validator, str) else None

    @property
    def complete(self) -> bool:
        return self._ended or (self.total is not None and self.size == self.total)

    def ended(self) -> None:
        """The server closed a file of a length that it had not told."""
        self._ended = True

    def restart(self, total: int | None, validator: str | None) -> None:
        """Begin an empty file of `total` bytes."""
        self._notes = {"total": total, "validator": validator}
        self.size = 0
        try:
            self.path.write_bytes(b"")
            self._notes_path.write_text(json.dumps(self._notes), encoding="utf-8")
        except OSError as error:
            raise self._failure(error) from error

    def check_room(self, total: int) -> None:
        free = shutil.disk_usage(self.path.parent).free
        if total - self.size > free:
            need = round((total - self.size) / 1e6)
            raise WeightsError(
                f"{self.target.name} needs {need} MB and {self.path.parent} has {free / 1e6:.0f} MB of free space."
            )

    def receive(self, chunks: Callable[[], bytes], after: Callable[[], None]) -> None:
        """Append chunks until an empty one; `after` runs behind each and may raise."""
        try:
            file = self.path.open("ab")
        except OSError as error:
            raise self._failure(error) from error
        with file:
            while chunk := chunks():
                try:
                    file.write(chunk)
                    file.flush()
                except OSError as error:
                    raise self._failure(error) from error
                finally:
                    self.size = self.path.stat().st_size
                after()

    def finish(self) -> Path:
        """Give the file its name, once its bytes are on the disk."""
        try:
            with self.path.open("rb+") as file:
                os.fsync(file.fileno())
            self.path.replace(self.target)
            self._notes_path.unlink(missing_ok=True)
        except OSError as error:
            raise self._failure(error) from error
        return self.target

    def discard(self) -> None:
        self.path.unlink(missing_ok=True)
        self._notes_path.unlink(missing_ok=True)
        self._notes, self.size = {}, 0

    def _failure(self, error: OSError) -> WeightsError:
        return WeightsError(f"{self.target.name} cannot be saved in {self.target.parent}: {error.strerror}.")


class _SameSecurity(HTTPRedirectHandler):
    """Follows redirects, except from a secure address to one that is not."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> Request | None:
        if req.type == "https" and urlsplit(newurl).scheme != "https":
            raise WeightsError(f"{req.host} sends the download on to an address that is not secure ({newurl}).")
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def _fetch(url: str, part: _Part, progress: ByteProgress, control: RunControl) -> None:
    """One request: everything that is missing of `part`, or as much as comes. Raises _Interrupted."""
    with _open(url, part) as response:
        length = response.headers.get("Content-Length")
        rest = int(length) if length is not None and length.isdigit() else None
        if response.status != 206 or not _goes_on_at(response, part.size):
            if response.status == 206:
                # An answer to a question that was not asked: the next try asks for the whole file.
                part.discard()
                raise _Interrupted(f"{_host(url)} sends the wrong part of the file.")
            part.restart(rest, _validator(response))
        total = part.total
        if total is not None:
            part.check_room(total)
        progress(part.size, total)

        def chunk() -> bytes:
            try:
                return response.read1(CHUNK_BYTES)
            except (OSError, HTTPException) as error:
                raise _lost(url) from error

        def after() -> None:
            progress(part.size, total)
            control.checkpoint()

        part.receive(chunk, after)
    if total is None:
        part.ended()
    elif part.size != total:
        raise _lost(url)


def _open(url: str, part: _Part) -> HTTPResponse:
    headers = {"User-Agent": f"stylegui/{__version__}", "Accept-Encoding": "identity"}
    if part.size and part.validator:
        headers |= {"Range": f"bytes={part.size}-", "If-Range": part.validator}
    try:
        request = Request(url, headers=headers)  # noqa: S310 - `download` lets only https through
        response = build_opener(_SameSecurity).open(request, timeout=TIMEOUT_S)
    except HTTPError as error:
        status = error.code
        error.close()
        if status == 416:
            part.discard()
            raise _Interrupted(f"{_host(url)} cannot go on with the download.") from error
        if status in PASSING_STATUS:
            raise _Interrupted(f"{_host(url)} answers with error {status}; try again later.") from error
        if status in (404, 410):
            raise WeightsError(f"{url} is not there any more (error {status}).") from error
        raise WeightsError(f"{_host(url)} refuses the download (error {status}).") from error
    except URLError as error:
        # Nothing has come from there so far: waiting helps a lost connection, not a missing one.
        text = f"{_host(url)} cannot be reached: check the network connection ({_reason(error)})."
        raise _Interrupted(text, final=part.size == 0) from error
    except (OSError, HTTPException) as error:
        raise _lost(url) from error
    assert isinstance(response, HTTPResponse)
    return response


def _goes_on_at(response: HTTPResponse, size: int) -> bool:
    return str(response.headers.get("Content-Range", "")).startswith(f"bytes {size}-")


def _validator(response: HTTPResponse) -> str | None:
    """A strong ETag, or else the date; None where parts of this file must not be joined."""
    etag = response.headers.get("ETag")
    if etag and not etag.startswith("W/"):
        return str(etag)
    date = response.headers.get("Last-Modified")
    return str(date) if date else None


def _lost(url: str) -> _Interrupted:
    return _Interrupted(f"The connection to {_host(url)} was lost; what has arrived is kept for the next try.")


def _reason(error: URLError) -> str:
    reason = error.reason
    text = getattr(reason, "verify_message", None) or getattr(reason, "strerror", None) or str(reason)
    return str(text).rstrip(".")


def _host(url: str) -> str:
    return urlsplit(url).hostname or url


def _wait(seconds: float, control: RunControl) -> None:
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        control.checkpoint()
        time.sleep(min(0.05, left))
