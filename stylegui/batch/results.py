"""What comes out of a batch: files in its folder, and their records in the manifest."""

from __future__ import annotations

import errno
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from stylegui.batch.errors import BatchError
from stylegui.batch.manifest import Manifest, Record
from stylegui.batch.order import Painted
from stylegui.batch.plan import Job
from stylegui.batch.resume import differences
from stylegui.engine.imageio.source import display_name
from stylegui.files import replacing

WAY = ("program", "network", "start_network", "encoder", "device", "dtype", "threads", "processor", "torch")
"""What of a recipe decides the pixels beside what was asked for: how it was computed."""
MADE = (*WAY, "width", "height", "steps")
"""What of a recipe is kept in the manifest."""


@dataclass(frozen=True)
class Batch:
    """All that a batch is: where to, what, and how.

    `arguments` are what was asked for in all, to tell changes by. `file` are the `SaveOptions` as JSON has them, with
    "recipe" for whether a file holds its own. `threads` of 0 leaves their number to the workers, and so does an empty
    `tuning` (how Instant computes, as JSON has it).
    """

    folder: Path
    jobs: Sequence[Job]
    arguments: Mapping[str, Any]
    file: Mapping[str, Any]
    seed: int = 0
    device: str = "auto"
    threads: int = 0
    tuning: Mapping[str, Any] = field(default_factory=dict)

    def record(self, job: Job, **known: Any) -> Record:
        """A record of a job: what is asked for, and what else is known."""
        return Record(
            output=job.output,
            photo=str(job.photo.path),
            style=job.style.id,
            title=job.style.title,
            engine=job.engine,
            params=job.params,
            drawn=job.drawn,
            seed=self.seed,
            file=self.file,
            **known,
        )


@dataclass
class Tally:
    """How far a batch came: pictures that were there before, that were painted now, and that could not be."""

    kept: int = 0
    painted: int = 0
    failed: list[Record] = field(default_factory=list)


class Show(Protocol):
    """Where a batch tells how far it is."""

    def progress(self, done: float, total: int, name: str, left_s: float | None) -> None:
        """`done` counts pictures, those in work by their share; `name` is that of the latest one."""
        ...

    def note(self, text: str) -> None:
        """One sentence for the user."""
        ...


class Results:
    """Saves results and writes down what became of each job."""

    def __init__(self, batch: Batch, manifest: Manifest, tally: Tally, show: Show, kept: Iterable[Record] = ()) -> None:
        """`kept` are the records of pictures that were there already."""
        self._batch = batch
        self._manifest = manifest
        self._tally = tally
        self._show = show
        self._told: set[str] = set()
        self._ways = Counter(_way(record) for record in kept)

    @property
    def painted(self) -> int:
        """Pictures that were saved."""
        return self._tally.painted

    def save(self, job: Job, painted: Painted, photo_sha256: str, style_sha256: str) -> None:
        """Save a result. Raises BatchError where nothing can be saved any more."""
        record = self._batch.record(
            job,
            state="done",
            sha256=hashlib.sha256(painted.data).hexdigest(),
            photo_sha256=photo_sha256,
            style_sha256=style_sha256,
            made={name: painted.recipe[name] for name in MADE if name in painted.recipe},
            seconds=round(painted.seconds, 3),
            notes=painted.notes,
        )
        for note in painted.notes:
            self._tell(f"{display_name(job.photo.path)}: {note}")
        with saving_to(self._batch.folder):
            # In this order, see `manifest`: a file that appears is known already.
            self._manifest.add(record)
            try:
                put(self._batch.folder / job.output, painted.data)
            except OSError as error:
                if error.errno != errno.ENAMETOOLONG:
                    raise
                self.fail(job, f"“{job.output}” cannot be saved: its name is too long.")
                return
        self._tally.painted += 1
        self._compare(_way(record))

    def fail(self, job: Job, text: str) -> None:
        """Write down why there is no result. Raises BatchError where that cannot be written."""
        record = self._batch.record(job, state="failed", error=text)
        self._tally.failed.append(record)
        with saving_to(self._batch.folder):
            self._manifest.add(record)
        self._tell(text)

    def _compare(self, way: str) -> None:
        """Say so, once for each way, where pictures are not computed as earlier ones in the folder were."""
        if self._ways and way not in self._ways:
            usual, _ = self._ways.most_common(1)[0]
            changes = differences(json.loads(usual), json.loads(way))
            count = self._ways.total()
            which = "1 earlier picture here was" if count == 1 else f"{count} earlier pictures here were"
            self._show.note(f"{which} painted otherwise ({changes}): delete such files to have all painted alike.")
        self._ways[way] += 1

    def _tell(self, text: str) -> None:
        """Show a sentence, the first time: one bad photo fails in every style."""
        if text not in self._told:
            self._told.add(text)
            self._show.note(text)


def _way(record: Record) -> str:
    """How a picture was computed, as text that can be compared."""
    return json.dumps({name: record.made[name] for name in WAY if name in record.made}, sort_keys=True)


def put(path: Path, data: bytes) -> None:
    """Write a file, whole or not at all, with the folders that it needs. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as file:
        file.write(data)


@contextmanager
def saving_to(folder: Path) -> Iterator[None]:
    """Turn what hinders saving into a BatchError."""
    try:
        yield
    except OSError as error:
        reason = f"{error.strerror or error}."
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            reason = "there is no space left on the disk."
        raise BatchError(f"Nothing can be saved in {folder}: {reason}") from error
