"""The contact sheets of a batch: photos down, styles across, or each photo with what was drawn for it."""

from __future__ import annotations

import functools
import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from stylegui.batch.manifest import Manifest, Record
from stylegui.batch.photos import Photo
from stylegui.batch.plan import Job, StyleChoice
from stylegui.batch.results import Batch, Show, put
from stylegui.batch.resume import file_digest
from stylegui.batch.sheet import Cell, Page, draw_page, thumbnail
from stylegui.engine.control import RunControl
from stylegui.engine.imageio.source import display_name

NAME = "contact-sheet"
COLUMNS, ROWS = 8, 10
"""The most results across, and photos down, on one page."""
KEPT = 2 * (COLUMNS + 1) * (ROWS + 1)
"""Small pictures that are kept from one page to the next, 0.1 MB each."""


def make_contact_sheets(
    batch: Batch, manifest: Manifest, control: RunControl, show: Show, *, force: bool = False
) -> list[Path]:
    """Draw the sheets of finished pictures and write them to the batch's folder; their paths.

    A file of that name that is not an earlier sheet stays, which is told, unless `force` says otherwise. Pages that an
    earlier and larger sheet had are removed. Raises Cancelled, and OSError where nothing can be saved.
    """
    done = {output for output, record in manifest.records.items() if record.state == "done"}
    plans, is_grid = list(_pages(batch.jobs)), _is_grid(batch.jobs)
    # Where there are more styles than fit across, the next page has the same photos.
    reduce = functools.lru_cache(maxsize=KEPT)(thumbnail)
    written = []
    for index, rows in enumerate(plans):
        control.checkpoint()
        name = _name(index)
        path = batch.folder / name
        if not force and os.path.lexists(path) and not _is_ours(path, manifest):
            show.note(f"{path} is there and is no contact sheet of this batch, so it is left as it is.")
            continue
        show.progress(len(batch.jobs), len(batch.jobs), name, None)
        corner = f"{index + 1} of {len(plans)}" if len(plans) > 1 else ""
        page = Page(_title(batch, done), corner, [[_cell(each, batch, done, is_grid) for each in row] for row in rows])
        data = draw_page(page, reduce)
        manifest.add(Record(name, "done", sha256=hashlib.sha256(data).hexdigest()))
        put(path, data)
        written.append(path)
    _remove_older(batch.folder, len(plans), manifest)
    return written


Place = Photo | StyleChoice | Job | None
"""What stands in a cell: a photo, a style, the result of a job, or nothing."""


def _pages(jobs: Sequence[Job]) -> Iterator[list[list[Place]]]:
    """The rows of each page: as many styles as fit across, for as many photos as fit down."""
    lines = list(_by_photo(jobs).items())
    styles = [job.style for job in lines[0][1]]
    for top in range(0, len(lines), ROWS):
        part = lines[top : top + ROWS]
        for left in range(0, max(len(line) for _, line in part), COLUMNS):
            across = slice(left, left + COLUMNS)
            rows: list[list[Place]] = [[None, *styles[across]]] if _is_grid(jobs) else []
            for photo, line in part:
                rows.append([photo, *line[across]])
            yield rows


def _by_photo(jobs: Sequence[Job]) -> dict[Photo, list[Job]]:
    lines: dict[Photo, list[Job]] = {}
    for job in jobs:
        lines.setdefault(job.photo, []).append(job)
    return lines


def _is_grid(jobs: Sequence[Job]) -> bool:
    """Whether every photo has the same styles."""
    lines = [[job.style for job in line] for line in _by_photo(jobs).values()]
    return all(line == lines[0] for line in lines)


def _cell(place: Place, batch: Batch, done: set[str], is_grid: bool) -> Cell:
    if place is None:
        return Cell(None)
    if isinstance(place, Photo):
        return Cell(place.path, place.place)
    if isinstance(place, StyleChoice):
        return Cell(place.path, _words(place))
    # The head of a grid says what the styles are.
    style = "" if is_grid else _words(place.style)
    drawn = ", ".join(f"{name.replace('_', ' ')} {place.params[name]:g}" for name in place.drawn)
    return Cell(batch.folder / place.output, style, drawn if place.output in done else "not painted")


def _words(style: StyleChoice) -> str:
    return style.title or display_name(style.path)


def _title(batch: Batch, done: set[str]) -> str:
    photos, styles = len({job.photo for job in batch.jobs}), len({job.style for job in batch.jobs})
    counts = f"{photos} photo{'' if photos == 1 else 's'}, {styles} style{'' if styles == 1 else 's'}"
    results = sum(job.output in done for job in batch.jobs)
    return f"{counts}, {results} result{'' if results == 1 else 's'}, {batch.jobs[0].engine.capitalize()}"


def _name(index: int) -> str:
    return f"{NAME}.jpg" if index == 0 else f"{NAME}-{index + 1}.jpg"


def _is_ours(path: Path, manifest: Manifest) -> bool:
    record = manifest.records.get(path.name)
    return record is not None and bool(record.sha256) and file_digest(path) == record.sha256


def _remove_older(folder: Path, first: int, manifest: Manifest) -> None:
    """Remove sheets from the page `first` on that an earlier run has made."""
    index = first
    while (record := manifest.records.get(_name(index))) is not None:
        path = folder / record.output
        if _is_ours(path, manifest):
            path.unlink()
        del manifest.records[record.output]
        index += 1
