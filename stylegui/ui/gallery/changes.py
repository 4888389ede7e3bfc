"""What has to be taken out of a list and put into it to make another one of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

RUN_LIMIT = 48


@dataclass(frozen=True)
class Changes:
    """Rows to take out and rows to put in, as (first row, number of rows).

    `removals` are rows of the old list from its end to its beginning; `insertions` are rows of the new list from its
    beginning to its end. Done in this order, one after the other, each row is where it says.
    """

    removals: tuple[tuple[int, int], ...]
    insertions: tuple[tuple[int, int], ...]


def changes_between(old: Sequence[str], new: Sequence[str], run_limit: int = RUN_LIMIT) -> Changes | None:
    """The way from `old` to `new`, or None where what stays changes its order or more than `run_limit` runs change.

    The entries of each list are unlike each other.
    """
    old_set, new_set = set(old), set(new)
    gone = [row for row, entry in enumerate(old) if entry not in new_set]
    fresh = [row for row, entry in enumerate(new) if entry not in old_set]
    if [entry for entry in old if entry in new_set] != [entry for entry in new if entry in old_set]:
        return None
    removals, insertions = tuple(_runs(gone)), tuple(_runs(fresh))
    if len(removals) + len(insertions) > run_limit:
        return None
    return Changes(tuple(reversed(removals)), insertions)


def _runs(rows: list[int]) -> Iterator[tuple[int, int]]:
    """Rows that follow each other, together."""
    start = 0
    for place in range(1, len(rows) + 1):
        if place == len(rows) or rows[place] != rows[place - 1] + 1:
            yield rows[start], place - start
            start = place
