"""What the preview lane has to do and what it has done, behind one lock. Plain Python.

The window's thread puts wishes on the desk; the lane's thread takes the most wanted piece, and hands back what came of
it. Neither waits for the other, but for the rests that the lane takes between tiles while a job has the cores.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from stylegui.engine.control import RunControl

Work: TypeAlias = Callable[[RunControl], Any]
"""Runs in the lane's thread and calls `checkpoint` often, which raises `Cancelled`."""

SPARE = object()
"""The name of what is done when there is nothing else."""
REST = 2.0
"""While a job has the cores, a tile is followed by a rest so many times as long: a third of one core is taken."""


@dataclass(frozen=True, eq=False)
class Piece:
    """Something to do: the one preview (its name is a ticket) or a tile (its name is the tile's key)."""

    name: Any
    work: Work
    is_tile: bool
    control: RunControl = field(default_factory=RunControl)


@dataclass(frozen=True, eq=False)
class Outcome:
    """What came of a piece: what its work returned, or a sentence about what went wrong."""

    name: Any
    result: Any = None
    error: str = ""


class Desk:
    """One wish for a preview, a line of tiles, what is being done, and what is ready to be fetched.

    `take` and `hand_back` belong to the lane's thread, the rest to the window's. Methods that return a bool tell
    whether the other side has to be woken.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._changed = threading.Condition()
        self._clock = clock
        self._wish: Piece | None = None
        self._tiles: deque[Piece] = deque()
        self._spare: Piece | None = None
        self._running: Piece | None = None
        self._oldest_ticket = 0
        self._wanted: set[Hashable] = set()
        self._preview: Outcome | None = None
        self._finished: list[Outcome] = []
        self._awake = False
        self._closed = False
        self._yielding = False
        self._began = self._rest_until = float("-inf")

    # -- the window's side ------------------------------------------------------------------------------------------

    def show(self, ticket: int, work: Work) -> bool:
        """Wish for this preview alone: what runs is cancelled, and results of older tickets are not given out."""
        with self._changed:
            self._oldest_ticket = ticket
            self._preview = None
            if self._running is not None and not self._running.is_tile:
                self._running.control.cancel()
            return self._wish_for(ticket, work)

    def follow(self, ticket: int, work: Work) -> bool:
        """Wish for this preview next: one that runs goes on and is given out, one that only waited is replaced."""
        with self._changed:
            return self._wish_for(ticket, work)

    def drop(self, next_ticket: int) -> None:
        """Forget the wish, and what came or comes of tickets before `next_ticket`."""
        with self._changed:
            self._oldest_ticket = next_ticket
            self._wish = self._preview = None
            if self._running is not None and not self._running.is_tile:
                self._running.control.cancel()

    def set_tiles(self, wanted: Sequence[tuple[Hashable, Work]]) -> bool:
        """Make these tiles, in this order, and no others; one that runs or is ready is not begun again."""
        works = dict(wanted)
        with self._changed:
            self._wanted = set(works)
            self._finished = [outcome for outcome in self._finished if outcome.name in works]
            done = {outcome.name for outcome in self._finished}
            if self._running is not None and self._running.is_tile and not self._running.control.cancelled:
                if self._running.name in works:
                    done.add(self._running.name)
                else:
                    self._break_off(self._running)
            self._tiles = deque(Piece(key, work, True) for key, work in works.items() if key not in done)
            return bool(self._tiles) and self._wake()

    def set_spare(self, work: Work) -> bool:
        """Do this once, when there is nothing else and no job has the cores; whatever comes breaks it off till then."""
        with self._changed:
            self._spare = Piece(SPARE, work, True)
            return self._wake()

    def set_yielding(self, yielding: bool) -> None:
        """Whether a job has the cores."""
        with self._changed:
            self._yielding = yielding
            self._changed.notify_all()

    def fetch_preview(self) -> Outcome | None:
        """The newest preview that is ready, once."""
        with self._changed:
            outcome, self._preview = self._preview, None
            return outcome

    def fetch_tile(self) -> Outcome | None:
        """The oldest tile that is ready and still wanted, once."""
        with self._changed:
            if not self._finished:
                return None
            outcome = self._finished.pop(0)
            self._wanted.discard(outcome.name)
            return outcome

    def close(self) -> None:
        """Cancel and forget everything; nothing is taken any more."""
        with self._changed:
            self._closed = True
            self._wish = self._preview = self._spare = None
            self._tiles.clear()
            self._finished.clear()
            if self._running is not None:
                self._running.control.cancel()
            self._changed.notify_all()

    # -- the lane's side --------------------------------------------------------------------------------------------

    @property
    def yielding(self) -> bool:
        with self._changed:
            return self._yielding

    def take(self) -> Piece | None:
        """The next piece, after a rest where one is due; None where there is nothing (then a later wish wakes)."""
        with self._changed:
            while not self._closed:
                if self._wish is not None:
                    return self._begin(self._wish)
                if not self._tiles:
                    spare, self._spare = (None, self._spare) if self._yielding else (self._spare, None)
                    if spare is None:
                        break
                    return self._begin(spare)
                rest_s = self._rest_until - self._clock()
                if not self._yielding or rest_s <= 0:
                    return self._begin(self._tiles.popleft())
                self._changed.wait(rest_s)
            self._awake = False
            return None

    def hand_back(self, outcome: Outcome | None) -> bool:
        """What came of the piece that was taken, None where it was cancelled. True where it has to be fetched."""
        with self._changed:
            piece, self._running = self._running, None
            if piece is None or self._closed:
                return False
            if piece.is_tile:
                now = self._clock()
                self._rest_until = now + REST * (now - self._began)
            if outcome is None:
                return False
            nothing_ready = self._preview is None and not self._finished
            if piece.is_tile:
                if piece.name not in self._wanted:
                    return False
                # It may have been sent back to the line, and have come to its end before it heard of that.
                self._tiles = deque(tile for tile in self._tiles if tile.name != piece.name)
                self._finished.append(outcome)
            else:
                if piece.name < self._oldest_ticket:
                    return False
                self._preview = outcome
            return nothing_ready

    # -- under the lock ---------------------------------------------------------------------------------------------

    def _wish_for(self, ticket: int, work: Work) -> bool:
        self._wish = Piece(ticket, work, False)
        running = self._running
        if running is not None and running.is_tile and not running.control.cancelled:
            if running.name is not SPARE:
                self._tiles.appendleft(Piece(running.name, running.work, True))
            self._break_off(running)
        return self._wake()

    def _break_off(self, tile: Piece) -> None:
        tile.control.cancel()
        if tile.name is SPARE:
            self._spare = Piece(SPARE, tile.work, True)

    def _begin(self, piece: Piece) -> Piece:
        if piece is self._wish:
            self._wish = None
        self._running = piece
        self._began = self._clock()
        return piece

    def _wake(self) -> bool:
        self._changed.notify_all()
        if self._awake or self._closed:
            return False
        self._awake = True
        return True
