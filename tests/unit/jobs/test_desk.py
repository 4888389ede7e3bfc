"""What the preview lane does next, and what it gives out: decided without threads, so tested without."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable

import pytest

from stylegui.engine.control import RunControl
from stylegui.jobs.desk import REST, SPARE, Desk, Outcome, Piece, Work


def nothing(_control: RunControl) -> None:
    pass


def tiles(*keys: Hashable) -> list[tuple[Hashable, Work]]:
    return [(key, nothing) for key in keys]


def taken(desk: Desk) -> Piece:
    piece = desk.take()
    assert piece is not None
    return piece


def made(desk: Desk, result: object = None) -> bool:
    """Take the next piece and bring it to its end."""
    return desk.hand_back(Outcome(taken(desk).name, result))


def order(desk: Desk) -> list[Hashable]:
    names = []
    while (piece := desk.take()) is not None:
        names.append(piece.name)
        desk.hand_back(None)
    return names


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_the_lane_is_woken_once_until_it_has_found_nothing(desk: Desk) -> None:
    assert desk.show(1, nothing)
    assert not desk.show(2, nothing)
    assert not desk.set_tiles(tiles("a"))
    assert order(desk) == [2, "a"]
    assert desk.set_tiles(tiles("b"))


def test_no_tiles_are_nothing_to_wake_for(desk: Desk) -> None:
    assert not desk.set_tiles([])


def test_a_newer_wish_replaces_the_one_that_waits_and_cancels_the_one_that_runs(desk: Desk) -> None:
    desk.show(1, nothing)
    first = taken(desk)
    desk.show(2, nothing)
    desk.show(3, nothing)
    assert first.control.cancelled
    desk.hand_back(None)
    assert order(desk) == [3]


def test_a_result_that_a_newer_wish_made_stale_is_not_given_out(desk: Desk) -> None:
    desk.show(1, nothing)
    late = taken(desk)
    desk.show(2, nothing)
    assert not desk.hand_back(Outcome(late.name, "old"))
    assert desk.fetch_preview() is None
    assert made(desk, "ready before the next wish, and not fetched")
    desk.show(3, nothing)
    assert desk.fetch_preview() is None
    assert made(desk, "new")
    newest = desk.fetch_preview()
    assert newest is not None and (newest.name, newest.result) == (3, "new")
    assert desk.fetch_preview() is None


def test_a_wish_that_follows_lets_the_running_one_end_and_be_seen(desk: Desk) -> None:
    desk.show(1, nothing)
    running = taken(desk)
    desk.follow(2, nothing)
    desk.follow(3, nothing)
    assert not running.control.cancelled
    assert desk.hand_back(Outcome(running.name))
    seen = desk.fetch_preview()
    assert seen is not None and seen.name == 1
    assert order(desk) == [3]


def test_what_was_dropped_is_neither_made_nor_given_out(desk: Desk) -> None:
    desk.show(1, nothing)
    running = taken(desk)
    desk.follow(2, nothing)
    desk.drop(3)
    assert running.control.cancelled
    assert not desk.hand_back(Outcome(running.name))
    assert desk.fetch_preview() is None
    assert desk.take() is None
    desk.follow(4, nothing)
    assert made(desk)
    assert desk.fetch_preview() is not None


def test_dropping_the_wish_leaves_the_tiles_alone(desk: Desk) -> None:
    desk.set_tiles(tiles("a", "b"))
    running = taken(desk)
    desk.drop(1)
    assert not running.control.cancelled
    assert desk.hand_back(Outcome("a"))
    assert order(desk) == ["b"]


@pytest.mark.parametrize("wish", ["show", "follow"])
def test_a_wish_goes_before_tiles_and_the_interrupted_one_comes_next(desk: Desk, wish: str) -> None:
    desk.set_tiles(tiles("a", "b", "c"))
    made(desk)
    interrupted = taken(desk)
    assert interrupted.name == "b"
    getattr(desk, wish)(1, nothing)
    assert interrupted.control.cancelled
    desk.hand_back(None)
    assert taken(desk).name == 1
    getattr(desk, wish)(2, nothing)
    desk.hand_back(None)
    assert order(desk) == [2, "b", "c"]


def test_a_tile_that_was_done_before_it_heard_of_the_interruption_is_not_made_again(desk: Desk) -> None:
    desk.set_tiles(tiles("a", "b"))
    interrupted = taken(desk)
    desk.show(1, nothing)
    assert desk.hand_back(Outcome(interrupted.name, "done"))
    assert order(desk) == [1, "b"]
    tile = desk.fetch_tile()
    assert tile is not None and tile.result == "done"


def test_new_tiles_replace_the_line(desk: Desk) -> None:
    desk.set_tiles(tiles("a", "b", "c", "d"))
    running = taken(desk)
    desk.set_tiles(tiles("d", "a", "c"))
    assert not running.control.cancelled
    assert desk.hand_back(Outcome("a"))
    assert order(desk) == ["d", "c"]


def test_a_running_tile_that_is_not_wanted_any_more_is_cancelled_and_not_given_out(desk: Desk) -> None:
    desk.set_tiles(tiles("a", "b"))
    running = taken(desk)
    desk.set_tiles(tiles("b"))
    assert running.control.cancelled
    assert not desk.hand_back(Outcome("a"))
    assert desk.fetch_tile() is None
    assert order(desk) == ["b"]


def test_an_interrupted_tile_that_is_still_wanted_stands_where_the_new_line_has_it(desk: Desk) -> None:
    desk.set_tiles(tiles("a", "b"))
    taken(desk)
    desk.show(1, nothing)
    desk.set_tiles(tiles("b", "a"))
    desk.hand_back(None)
    assert order(desk) == [1, "b", "a"]


def test_a_tile_that_is_ready_is_given_out_once_and_not_made_again(desk: Desk) -> None:
    desk.set_tiles(tiles("a", "b"))
    made(desk)
    desk.set_tiles(tiles("a", "b"))
    assert order(desk) == ["b"]
    tile = desk.fetch_tile()
    assert tile is not None and tile.name == "a"
    assert desk.fetch_tile() is None


def test_a_tile_that_is_ready_goes_when_it_is_not_wanted_any_more(desk: Desk) -> None:
    desk.set_tiles(tiles("a", "b"))
    made(desk)
    desk.set_tiles(tiles("b"))
    assert desk.fetch_tile() is None


def test_the_window_is_told_once_until_it_has_fetched(desk: Desk) -> None:
    desk.set_tiles(tiles("a", "b", "c"))
    assert made(desk)
    assert not made(desk)
    while desk.fetch_tile() is not None:
        pass
    assert made(desk)


def test_a_closed_desk_takes_and_gives_nothing(desk: Desk) -> None:
    desk.set_tiles(tiles("a", "b"))
    running = taken(desk)
    desk.close()
    assert running.control.cancelled
    assert not desk.hand_back(Outcome("a"))
    assert not desk.show(1, nothing)
    assert desk.take() is None
    assert desk.fetch_preview() is None and desk.fetch_tile() is None


class Clock:
    """Stands still until it is set; tells when somebody has looked at it."""

    def __init__(self) -> None:
        self.now_s = 0.0
        self.looked = threading.Event()

    def __call__(self) -> float:
        self.looked.set()
        return self.now_s


class Lane:
    """Takes one piece in a thread of its own."""

    def __init__(self, desk: Desk) -> None:
        self.piece: Piece | None = None
        self._desk = desk
        self._thread = threading.Thread(target=self._take)
        self._thread.start()

    def _take(self) -> None:
        self.piece = self._desk.take()

    def join(self) -> None:
        self._thread.join(30)
        assert not self._thread.is_alive()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def resting(clock: Clock) -> Desk:
    """A desk where a job has the cores, and a tile has just taken a thousand seconds."""
    desk = Desk(clock)
    desk.set_yielding(True)
    desk.set_tiles(tiles("a", "b"))
    taken(desk)
    clock.now_s = 1000.0
    desk.hand_back(Outcome("a"))
    clock.looked.clear()
    return desk


def test_a_tile_is_followed_by_a_rest_while_a_job_has_the_cores(resting: Desk, clock: Clock) -> None:
    clock.now_s = 1000.0 + REST * 1000.0
    assert taken(resting).name == "b"


def test_a_preview_does_not_wait_for_the_end_of_the_rest(resting: Desk, clock: Clock) -> None:
    lane = Lane(resting)
    assert clock.looked.wait(30)
    resting.show(1, nothing)
    lane.join()
    assert lane.piece is not None and lane.piece.name == 1


def test_the_rest_ends_with_the_job(resting: Desk, clock: Clock) -> None:
    lane = Lane(resting)
    assert clock.looked.wait(30)
    resting.set_yielding(False)
    lane.join()
    assert lane.piece is not None and lane.piece.name == "b"


def test_the_rest_ends_with_the_program(resting: Desk, clock: Clock) -> None:
    lane = Lane(resting)
    assert clock.looked.wait(30)
    resting.close()
    lane.join()
    assert lane.piece is None


def test_nothing_rests_while_the_cores_are_free(clock: Clock) -> None:
    desk = Desk(clock)
    desk.set_tiles(tiles("a", "b"))
    taken(desk)
    clock.now_s = 1000.0
    desk.hand_back(Outcome("a"))
    assert taken(desk).name == "b"


def test_what_can_wait_is_done_when_there_is_nothing_else(desk: Desk) -> None:
    desk.set_spare(nothing)
    desk.set_tiles(tiles("a"))
    assert order(desk) == ["a", SPARE]
    assert order(desk) == []


def test_what_can_wait_waits_for_jobs(desk: Desk) -> None:
    desk.set_spare(nothing)
    desk.set_yielding(True)
    assert order(desk) == []
    desk.set_yielding(False)
    desk.show(1, nothing)
    assert order(desk) == [1, SPARE]


def test_what_can_wait_is_broken_off_and_begun_again(desk: Desk) -> None:
    desk.set_spare(nothing)
    wishes: list[Callable[[], bool]] = [lambda: desk.show(1, nothing), lambda: desk.set_tiles(tiles("a"))]
    for wish in wishes:
        piece = taken(desk)
        assert piece.name is SPARE
        wish()
        assert piece.control.cancelled
        desk.hand_back(None)
        assert taken(desk).name in (1, "a")
        desk.hand_back(None)
    assert order(desk) == [SPARE]
