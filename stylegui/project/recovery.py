"""What a window keeps on disk while it is open, so that no crash costs any work. No Qt.

Each window has a folder of its own below `recovery`, with a lock that ends with its process. It is removed when the
window closes in peace; one that is still there without its window is what a crash has left.

Inside: `pictures` (the document's store), `makings`, `document.json`, and the queue's `queue.json` and `jobs`.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, JsonValue, ValidationError

from stylegui.engine.images import Picture, PictureError, load_reduced
from stylegui.files import replacing
from stylegui.project.archive import Fingerprint
from stylegui.project.contents import FORMAT, pack_content, unpack_content
from stylegui.project.errors import ProjectError, because
from stylegui.project.locking import FileLock
from stylegui.project.store import PictureRef, PictureStore
from stylegui.project.version import new_id
from stylegui.project.working import Content

DOCUMENT = "document.json"
QUEUE = "queue.json"
YOUNG_S = 60.0
"""A folder without a lock that is younger is one that another window is making just now."""

log = logging.getLogger(__name__)


class About(BaseModel):
    """What is told of a document that was put aside, before it is taken up again.

    `project` is the project file it belongs to ("" for none) and `fingerprint` how that was; `worth` is False where
    everything is in that file. `adopted` are folders whose content this one has taken over.
    """

    model_config = ConfigDict(extra="ignore")

    saved: AwareDatetime = Field(default_factory=lambda: datetime.now(UTC))
    name: str = ""
    project: str = ""
    fingerprint: Fingerprint | None = None
    worth: bool = True
    adopted: list[str] = Field(default_factory=list)


class _Glance(BaseModel):
    """As much of a document as its offer shows."""

    model_config = ConfigDict(extra="ignore")

    about: About
    format: int = 0
    photo: PictureRef | None = None
    versions: list[dict[str, JsonValue]] = Field(default_factory=list)


class RecoveryFolder:
    """The folder of a window that runs."""

    def __init__(self, folder: Path, lock: FileLock) -> None:
        self.folder = folder
        self._lock = lock
        self._adopted: list[str] = []

    @classmethod
    def create(cls, root: Path) -> RecoveryFolder:
        """A new folder below `root`, locked. Raises OSError."""
        folder = root / new_id()
        folder.mkdir(parents=True)
        lock = FileLock(folder / "lock")
        if not lock.acquire():
            raise OSError("a new folder is locked already")
        return cls(folder, lock)

    @property
    def pictures(self) -> Path:
        """The folder of the document's `PictureStore`."""
        return self.folder / "pictures"

    @property
    def queue_file(self) -> Path:
        """Where the queue keeps its jobs, as JSON."""
        return self.folder / QUEUE

    @property
    def jobs(self) -> Path:
        """The folder for the snapshots of jobs, which need not be there."""
        return self.folder / "jobs"

    def write(self, content: Content, store: PictureStore, about: About) -> None:
        """Put a document aside as it is. For any thread, one at a time. Raises ProjectError and StoreError."""
        packed = pack_content(content, store, whole=False)
        packed["about"] = about.model_copy(update={"adopted": self._adopted}).model_dump(mode="json")
        try:
            with replacing(self.folder / DOCUMENT) as file:
                file.write(json.dumps(packed, ensure_ascii=False, separators=(",", ":")).encode())
        except OSError as error:
            raise ProjectError(f"Your work cannot be put aside on the disk: {because(error)}.") from error

    def adopt(self, lost: Lost, store: PictureStore) -> Content | None:
        """Take over all that a lost window has left, but its folder; None where there is no document, only a queue.

        Its folder stays as it is, and counts until `take_over` is called. Raises ProjectError and StoreError.
        """
        try:
            for name in ("pictures", "makings", "jobs"):
                _take_files(lost.folder / name, self.folder / name)
            if (lost.folder / QUEUE).is_file():
                _take_file(lost.folder / QUEUE, self.queue_file)
        except OSError as error:
            raise ProjectError(f"What was lost cannot be taken up again: {because(error)}.") from error
        if not (lost.folder / DOCUMENT).is_file():
            return None
        try:
            packed = json.loads((lost.folder / DOCUMENT).read_bytes())
        except (OSError, ValueError) as error:
            raise ProjectError("What was lost is damaged and cannot be opened.") from error
        content, notes = unpack_content(packed, store, lost.about.name, recovered=True)
        for note in notes:
            log.info("recovered %s: %s", lost.about.name, note)
        return content

    def take_over(self, lost: Lost) -> None:
        """What is written from now on holds all that the lost window has left: its own folder counts no more."""
        self._adopted.append(lost.folder.name)

    def close(self, *, keep: bool = False) -> None:
        """The window closes. With `keep` what is here is offered at the next start."""
        if not keep:
            shutil.rmtree(self.folder, ignore_errors=True)
        self._lock.release()
        if not keep:
            shutil.rmtree(self.folder, ignore_errors=True)


@dataclass(frozen=True, eq=False)
class Lost:
    """What a window that is gone has left. It is locked, so that no other window offers it meanwhile."""

    folder: Path
    lock: FileLock
    about: About
    versions: int
    jobs: int
    picture: str
    """The digest of a picture to show for it, "" for none."""
    photo_file: str

    def thumbnail(self, px: int) -> Picture | None:
        """The newest painting, or the photo, with a long side of at most `px`; None where there is none."""
        with suppress(PictureError, ValueError):
            if self.picture:
                return PictureStore(self.folder / "pictures").thumbnail(self.picture, px)
            if self.photo_file:
                photo, _ = load_reduced(Path(self.photo_file), px)
                return photo.resized(px, allow_up=False)
        return None

    def discard(self) -> None:
        """Delete it for good."""
        self.lock.release()
        shutil.rmtree(self.folder, ignore_errors=True)

    def leave(self) -> None:
        """Leave it for another time."""
        self.lock.release()


def find_recoverable(root: Path) -> list[Lost]:
    """What windows that are gone have left, newest first. Those that run are left alone, and remains are removed."""
    found: list[Lost] = []
    with suppress(OSError):
        for folder in sorted(root.iterdir()):
            lost = _look_into(folder)
            if lost is not None:
                found.append(lost)
    adopted = {name for lost in found for name in lost.about.adopted}
    for lost in [lost for lost in found if lost.folder.name in adopted]:
        found.remove(lost)
        lost.discard()
    return sorted(found, key=lambda lost: lost.about.saved, reverse=True)


def _look_into(folder: Path) -> Lost | None:
    try:
        if not folder.is_dir() or _is_in_the_making(folder):
            return None
        lock = FileLock(folder / "lock")
        if not lock.acquire():
            return None
    except OSError as error:
        log.warning("what may have been left in %s cannot be read: %s", folder.name, error)
        return None
    jobs = _count_jobs(folder / QUEUE)
    try:
        glance = _glance(folder / DOCUMENT)
    except (OSError, ValueError) as error:
        log.warning("what was left in %s cannot be understood: %s", folder.name, error)
        lock.release()
        return None
    lost = _lost(folder, lock, glance, jobs)
    if glance is not None and glance.format > FORMAT:
        lock.release()  # a newer program has left it, and will take it up
        return None
    if not jobs and (glance is None or not glance.about.worth):
        lost.discard()
        return None
    return lost


def _lost(folder: Path, lock: FileLock, glance: _Glance | None, jobs: int) -> Lost:
    if glance is None:
        moment = (folder / QUEUE).stat().st_mtime if jobs else 0
        return Lost(folder, lock, About(saved=datetime.fromtimestamp(moment, UTC)), 0, jobs, "", "")
    newest = glance.versions[-1].get("picture") if glance.versions else None
    digest = newest.get("digest") if isinstance(newest, dict) else ""
    photo_file = glance.photo.source if glance.photo is not None else ""
    if not digest and glance.photo is not None and not photo_file:
        digest = glance.photo.digest
    picture = digest if isinstance(digest, str) else ""
    return Lost(folder, lock, glance.about, len(glance.versions), jobs, picture, photo_file)


def _glance(path: Path) -> _Glance | None:
    if not path.is_file():
        return None
    try:
        return _Glance.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise ValueError("its document is damaged") from error


def _count_jobs(path: Path) -> int:
    """How many jobs wait in a queue's file, whatever they look like."""
    try:
        queue: Any = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return 0
    jobs = queue.get("jobs") if isinstance(queue, dict) else queue
    return len(jobs) if isinstance(jobs, list) else 0


def _is_in_the_making(folder: Path) -> bool:
    """Whether another window may be making this folder just now: nothing is in it yet."""
    return not any(folder.iterdir()) and time.time() - folder.stat().st_mtime < YOUNG_S


def _take_files(source: Path, target: Path) -> None:
    if not source.is_dir():
        return
    target.mkdir(parents=True, exist_ok=True)
    for path in source.iterdir():
        if path.is_file() and not (target / path.name).exists():
            _take_file(path, target / path.name)


def _take_file(source: Path, target: Path) -> None:
    """Have a file there too, without a copy where the disk can do that."""
    with suppress(OSError):
        os.link(source, target)
        return
    with replacing(target) as file, source.open("rb") as content:
        shutil.copyfileobj(content, file)
