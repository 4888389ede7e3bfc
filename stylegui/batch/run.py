"""A batch from beginning to end: what is missing is painted, saved, written down, and shown on contact sheets."""

from __future__ import annotations

import hashlib
import os
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from stylegui.batch.contact import make_contact_sheets
from stylegui.batch.errors import BatchError
from stylegui.batch.lock import locked
from stylegui.batch.manifest import Manifest, Record
from stylegui.batch.order import Answer, Order, Painted, Source, Workers
from stylegui.batch.results import Batch, Results, Show, Tally, saving_to
from stylegui.batch.resume import Standing, differences, take_stock, usual_way
from stylegui.engine.control import RunControl
from stylegui.engine.imageio.source import display_name, read_file
from stylegui.engine.images import PictureError

POLL_S = 0.2

Hire = Callable[[int, Batch], Workers]
"""Brings workers for so many jobs of a batch, which says how they compute; it may raise BatchError."""


def run_batch(
    batch: Batch,
    hire: Hire,
    control: RunControl,
    show: Show,
    tally: Tally,
    *,
    force: bool = False,
    contact_sheets: bool = True,
) -> list[Path]:
    """Make what is missing of a batch; the contact sheets. `tally` tells how far it came, also after an error.

    Raises Cancelled, and BatchError where it cannot begin or makes no sense to go on. What is finished by then is saved
    and written down, and the same call goes on from there. A job that fails is told, and the others go on. Nothing is
    overwritten that is not the same job's result, unless `force` says so.
    """
    with saving_to(batch.folder):
        batch.folder.mkdir(parents=True, exist_ok=True)
    with saving_to(batch.folder), locked(batch.folder), Manifest(batch.folder) as manifest:
        standing = take_stock(batch.jobs, batch.folder, manifest, batch.file, control.checkpoint)
        protect_sources(batch, standing)
        if not force:
            refuse_to_overwrite(batch, standing, manifest)
        tell_changes(batch, standing, manifest, show)
        tally.kept = len(standing.kept)
        _begin(batch, standing, manifest)
        if tally.kept < len(batch.jobs):
            kept = [manifest.records[batch.jobs[number].output] for number in standing.kept]
            batch = as_before(batch, kept)
            workers = hire(len(batch.jobs) - tally.kept, batch)
            try:
                paint_all(batch, standing, workers, Results(batch, manifest, tally, show, kept), control, show)
            finally:
                workers.close()
        sheets = make_contact_sheets(batch, manifest, control, show, force=force) if contact_sheets else []
        manifest.tidy()
        return sheets


def paint_all(
    batch: Batch, standing: Standing, workers: Workers, results: Results, control: RunControl, show: Show
) -> None:
    """Paint what is not kept. Raises Cancelled and BatchError."""
    desk = _Desk(batch, results)
    kept = set(standing.kept)
    waiting = deque(number for number in range(len(batch.jobs)) if number not in kept)
    todo, started = len(waiting), 0.0
    while waiting or desk.in_work:
        control.checkpoint()
        for _ in range(workers.room()):
            if waiting:
                started = started or time.monotonic()
                desk.give(waiting.popleft(), workers)
        news = workers.wait(POLL_S)
        for number, answer in news.answers:
            desk.take(number, answer)
        shares = sum(news.shares.values())
        done = todo - len(waiting) - len(desk.in_work) + shares
        # What fails takes no time, so it says nothing of the time that the others will take.
        worked = results.painted + shares
        left = (time.monotonic() - started) / worked * (todo - done) if worked > 0 else None
        if desk.latest:
            show.progress(len(kept) + done, len(batch.jobs), desk.latest, left)


class _Desk:
    """Where orders go out and answers come in."""

    def __init__(self, batch: Batch, results: Results) -> None:
        self._batch = batch
        self._results = results
        self._last_photo: tuple[Path, bytes, str] | None = None
        self.in_work: dict[int, tuple[str, str]] = {}
        """The sha256 of photo and style of the jobs that are out, by their numbers."""
        self.latest = ""

    def give(self, number: int, workers: Workers) -> None:
        """Read a job's pictures and hand it over; where they cannot be read, the job has failed."""
        job = self._batch.jobs[number]
        self.latest = self.latest or job.output
        try:
            photo, photo_sha256 = self._read_photo(job.photo.path)
            style = read_file(job.style.path)
        except PictureError as error:
            self._results.fail(job, str(error))
            return
        save = dict(self._batch.file)
        order = Order(
            photo=Source(photo, display_name(job.photo.path)),
            style=Source(style, display_name(job.style.path), job.style.title),
            engine=job.engine,
            params=job.params,
            recipe=bool(save.pop("recipe")),
            save=save,
            name=job.output,
            device=self._batch.device,
            threads=self._batch.threads,
            tuning=self._batch.tuning,
        )
        workers.give(number, order)
        self.in_work[number] = photo_sha256, hashlib.sha256(style).hexdigest()

    def take(self, number: int, answer: Answer) -> None:
        """Save a result, or write down why there is none. Raises BatchError where all others would fail as well."""
        job, digests = self._batch.jobs[number], self.in_work.pop(number)
        self.latest = job.output
        if isinstance(answer, Painted):
            self._results.save(job, answer, *digests)
            return
        self._results.fail(job, answer.text)
        if answer.hopeless:
            raise BatchError(answer.text)

    def _read_photo(self, path: Path) -> tuple[bytes, str]:
        """A photo and its sha256; read once for the jobs of one photo, which come in a row."""
        if self._last_photo is None or self._last_photo[0] != path:
            data = read_file(path)
            self._last_photo = path, data, hashlib.sha256(data).hexdigest()
        return self._last_photo[1:]


def as_before(batch: Batch, kept: Sequence[Record]) -> Batch:
    """The batch computed as the pictures that are there already, as far as nothing else is asked for.

    Without that a batch that goes on where less memory is free, or after the machine was measured, would go on with
    pictures that differ in their last bits.
    """
    way = usual_way(kept)
    return replace(batch, threads=batch.threads or way.threads, tuning=batch.tuning or way.tuning)


def protect_sources(batch: Batch, standing: Standing) -> None:
    """Raise BatchError where a result would take the place of a photo or style, which `force` does not allow either."""
    sources = {os.path.realpath(path) for job in batch.jobs for path in (job.photo.path, job.style.path)}
    for number in (*standing.strangers, *standing.others):
        path = batch.folder / batch.jobs[number].output
        if os.path.realpath(path) in sources:
            raise BatchError(f"{path} is one of the pictures to work from: take another folder for the results.")


def refuse_to_overwrite(batch: Batch, standing: Standing, manifest: Manifest) -> None:
    """Raise BatchError where a file is in the way that is not the same job's result."""
    if standing.strangers:
        name = batch.jobs[standing.strangers[0]].output
        count = len(standing.strangers)
        what = f"{name} is there and is" if count == 1 else f"{count} files such as {name} are there and are"
        text = f"In {batch.folder} {what} not from this batch"
        raise BatchError(f"{text}: take another folder, or overwrite with --force.")
    if standing.others:
        changes = differences(manifest.arguments, batch.arguments)
        count = len(standing.others)
        what = "1 picture that was" if count == 1 else f"{count} pictures that were"
        why = f"painted with other arguments ({changes})" if changes else "made from other photos or styles"
        raise BatchError(f"{batch.folder} holds {what} {why}: take another folder, or paint them anew with --force.")


def tell_changes(batch: Batch, standing: Standing, manifest: Manifest, show: Show) -> None:
    """Say what is there already, and in what this run differs from the last one here."""
    if manifest.is_new:
        return
    if changes := differences(manifest.arguments, batch.arguments):
        show.note(f"The last run here had other arguments: {changes}.")
    if standing.kept:
        show.note(f"{len(standing.kept)} of {len(batch.jobs)} pictures are there already.")


def _begin(batch: Batch, standing: Standing, manifest: Manifest) -> None:
    """Clear away what a killed run has left half-written, and list all jobs in the manifest. Raises OSError."""
    for folder in {(batch.folder / job.output).parent for job in batch.jobs}:
        for part in folder.glob(".stylegui-*.part"):
            part.unlink(missing_ok=True)
    kept = {batch.jobs[number].output for number in standing.kept}
    known = manifest.records
    manifest.begin(
        batch.arguments,
        [known[job.output] if job.output in kept else batch.record(job, state="waiting") for job in batch.jobs],
    )
