"""What of a plan is done already, and what stands in its way: the manifest and the folder compared with the plan."""

from __future__ import annotations

import functools
import hashlib
import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from stylegui.batch.manifest import Manifest, Record
from stylegui.batch.plan import Job


@dataclass
class Standing:
    """Numbers of jobs, counted in the plan.

    `kept` are finished, and finished as they are asked for now; `todo` are not there. `strangers` have a file of
    somebody else in their place, and `others` a picture of an earlier run that was asked for differently.
    """

    kept: list[int] = field(default_factory=list)
    todo: list[int] = field(default_factory=list)
    strangers: list[int] = field(default_factory=list)
    others: list[int] = field(default_factory=list)


def take_stock(
    jobs: Sequence[Job], folder: Path, manifest: Manifest, file: Mapping[str, Any], check: Callable[[], None]
) -> Standing:
    """Compare the plan with what is there. `file` is how results are saved; `check` is called now and then, may raise.

    Files are known by their content: what was changed, cut short or put there by others is not taken for a result, and
    a photo that was edited since is another photo.
    """
    standing = Standing()
    digest = functools.lru_cache(maxsize=None)(file_digest)
    for number, job in enumerate(jobs):
        check()
        path = folder / job.output
        record = manifest.records.get(job.output)
        if not os.path.lexists(path):
            standing.todo.append(number)
        elif record is None or not record.sha256 or file_digest(path) != record.sha256:
            standing.strangers.append(number)
        elif asked(job, file, digest(job.photo.path), digest(job.style.path)) == record.asks_for():
            standing.kept.append(number)
        else:
            standing.others.append(number)
    return standing


@dataclass(frozen=True)
class Way:
    """How pictures were computed: with how many threads (0 where that is not known), and in Instant's tuning."""

    threads: int = 0
    tuning: Mapping[str, Any] = field(default_factory=dict)


def usual_way(records: Iterable[Record]) -> Way:
    """How most of the pictures were computed, so that the others can be computed alike, to the last bit."""
    ways = Counter(json.dumps(_way(record.made), sort_keys=True) for record in records)
    return Way(**json.loads(ways.most_common(1)[0][0])) if ways else Way()


def _way(made: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a `Way`, as far as a record knows them; somebody may have edited it."""
    threads, network = made.get("threads"), made.get("network")
    if not isinstance(threads, int) or threads < 1:
        return {}
    if not isinstance(network, Mapping) or "channels_last" not in network:
        return {"threads": threads}
    tuning = {"dtype": made.get("dtype"), "channels_last": network["channels_last"], "threads": "all"}
    return {"threads": threads, "tuning": tuning}


def asked(job: Job, file: Mapping[str, Any], photo_sha256: str, style_sha256: str) -> tuple[Any, ...]:
    """What a job asks for, to be compared with what a record says was asked for."""
    return Record(
        job.output,
        "waiting",
        engine=job.engine,
        params=job.params,
        file=file,
        photo_sha256=photo_sha256,
        style_sha256=style_sha256,
    ).asks_for()


def file_digest(path: Path) -> str:
    """sha256 (hexadecimal) of a file; "" where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def differences(before: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """What changed between two runs or pictures, such as "strength 75 → 60, other styles"; "" for nothing."""
    told = []
    for name in dict.fromkeys([*before, *now]):
        old, new = before.get(name), now.get(name)
        if old == new:
            continue
        if isinstance(old, list | Mapping) or isinstance(new, list | Mapping):
            told.append(f"other {name}")
        else:
            told.append(f"{name} {_word(old)} → {_word(new)}")
    return ", ".join(told)


def _word(value: Any) -> str:
    if value is None:
        return "none"
    return f"{value:g}" if isinstance(value, float) else str(value)
