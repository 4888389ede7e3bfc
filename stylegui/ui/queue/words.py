"""Jobs in words: where each stands, and when all will be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from stylegui.jobs.record import JobRecord, JobState
from stylegui.ui.language import in_words
from stylegui.ui.parameters.words import duration_text

CONTEXT = "Queue"


def tr(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)


def title_text(record: JobRecord) -> str:
    """The styles of a job, or its photo where they have no names."""
    return record.title or record.job.request.photo.name or tr("Untitled")


def photo_text(record: JobRecord) -> str:
    return record.job.request.photo.name


def standing_text(record: JobRecord, place: int = 0) -> str:
    """Where a job stands; `place` is its place among those that wait, from 1."""
    progress = record.progress
    if record.stopping and not record.state.ended:
        return tr("Stopping…")
    match record.state:
        case JobState.QUEUED:
            words = tr("Next") if place == 1 else tr("Waits")
            return _with(words, "" if record.left_s is None else tr("about {}").format(duration_text(record.left_s)))
        case JobState.RUNNING if progress is None:
            return tr("Preparing…")
        case JobState.RUNNING | JobState.PAUSED if progress is not None:
            words = tr("Paused") if record.state is JobState.PAUSED else tr("Painting")
            left = "" if progress.eta_s is None else tr("{} left").format(duration_text(progress.eta_s))
            return _with(words, f"{100 * record.share_done:.0f} %", left)
        case JobState.PAUSED:
            return tr("Paused")
        case JobState.FINISHED:
            if progress is None:
                return tr("Painted")
            size = f"{progress.width} × {progress.height} px"
            return _with(tr("Painted in {}").format(duration_text(progress.elapsed_s)), size)
        case JobState.CANCELLED:
            return tr("Stopped") if progress is not None else tr("Not painted")
    return in_words(record.error)


def whole_left_s(running: JobRecord | None, waiting: Sequence[JobRecord]) -> tuple[float, bool]:
    """Seconds until all is painted, and whether that is known of every job.

    Estimates of those that wait are corrected by how the running job keeps to its own: the computer may be busy.
    """
    pace = 1.0
    if (
        running is not None
        and running.estimate_s
        and running.progress is not None
        and running.progress.eta_s is not None
    ):
        pace = max(0.25, (running.progress.elapsed_s + running.progress.eta_s) / running.estimate_s)
    lefts = [record.left_s for record in waiting]
    total = sum(left for left in lefts if left is not None) * pace
    if running is None:
        return total, None not in lefts
    left = running.left_s
    return total + (left or 0.0), left is not None and None not in lefts


def summary_text(running: JobRecord | None, waiting: Sequence[JobRecord], held: bool) -> str:
    """The whole queue in a few words, "" where it is empty."""
    if running is None and not waiting:
        return tr("On hold") if held else ""
    seconds, known = whole_left_s(running, waiting)
    count = tr("1 waits") if len(waiting) == 1 else tr("{} wait").format(len(waiting)) if waiting else ""
    if held:
        left = tr("on hold")
    elif seconds and known:
        left = tr("{} left").format(duration_text(seconds))
    else:
        left = tr("at least {} left").format(duration_text(seconds)) if seconds else ""
    return _with(count, left)


def more_text(waiting: int) -> str:
    """How many wait, for the status bar."""
    if waiting == 1:
        return tr("1 more in the queue")
    return tr("{} more in the queue").format(waiting) if waiting else ""


def tip_text(record: JobRecord, place: int = 0) -> str:
    """All that is known of a job, line by line."""
    request = record.job.request
    size = f"{request.params.size_px} px"
    engine = tr("Paint") if request.engine == "paint" else tr("Instant")
    lines = [title_text(record), _with(photo_text(record), engine, size), standing_text(record, place)]
    return "\n".join(line for line in [*lines, *(in_words(notice) for notice in record.notices)] if line)


def plain_text(record: JobRecord, place: int = 0) -> str:
    """A job for those who listen."""
    return ", ".join(each for each in (title_text(record), photo_text(record), standing_text(record, place)) if each)


def _with(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
