"""The mood board as data: what is kept, what is understood again, and where things are put."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from stylegui.project.archive import load_project, save_project
from stylegui.project.arranging import (
    Box,
    aligned,
    bounds,
    clustered,
    distributed,
    free_place,
    reading_order,
    snapped,
    tidied,
)
from stylegui.project.board import CAPTION_PX, FARTHEST_PX, LEAST_PX, MOST_PINS, Board, Pin, copies, read_board
from tests.unit.project.documents import document_in, noise

DIGEST = "ab" * 32


def note(x: float = 0, y: float = 0, text: str = "warmer", **more: Any) -> Pin:
    return Pin(kind="note", x=x, y=y, width=200, height=100, text=text, **more)


def picture(x: float = 0, y: float = 0, **more: Any) -> Pin:
    return Pin(kind="picture", x=x, y=y, width=300, height=200, digest=DIGEST, **more)


@pytest.fixture
def board() -> Board:
    palette = Pin(kind="palette", x=10, y=400, width=264, height=72, colours=("#102030", "#f0e0d0"))
    style = Pin(kind="style", x=400, y=0, width=240, height=240, digest=DIGEST, ref="night-wind", text="Night wind")
    return Board(pins=(picture(), note(320, 20, paper="sky", text_px=30), palette, style))


def test_a_board_is_the_same_after_json(board: Board) -> None:
    assert read_board(board.to_json()) == board


def test_an_empty_board_leaves_nothing_in_the_document() -> None:
    assert Board().to_json() is None
    assert read_board(None) == Board()


@pytest.mark.parametrize(
    "kept",
    [
        17,
        "pins",
        [],
        {"pins": 3},
        {"pins": {"a": 1}},
        {"notes": ["warmer"], "pinned": [DIGEST]},
        {"pins": [None, 4, "x", [], {}]},
        {"pins": [{"kind": "picture", "x": 0, "y": 0, "width": 10, "height": 10}]},
        {"pins": [{"kind": "palette", "x": 0, "y": 0, "width": 99, "height": 99, "colours": []}]},
        {"pins": [{"kind": "note", "x": float("nan"), "y": 0, "width": 99, "height": 99}]},
        {"pins": [{"kind": "note", "x": 0, "y": 0, "width": float("inf"), "height": 99}]},
        {"pins": [{"kind": "note", "x": 0, "y": 0, "width": -5, "height": 99}]},
        {"pins": [{"kind": "video", "x": 0, "y": 0, "width": 99, "height": 99}]},
        {"pins": [{"kind": "picture", "x": 0, "y": 0, "width": 99, "height": 99, "digest": "../../etc/passwd"}]},
    ],
)
def test_what_cannot_be_understood_is_an_empty_board(kept: object) -> None:
    assert read_board(kept) == Board()


def test_what_can_be_understood_is_kept_beside_what_cannot() -> None:
    good = note()
    entries = [{"kind": "note"}, good.model_dump(mode="json") | {"sparkle": True}, good.model_dump(mode="json")]
    assert read_board({"pins": entries}).pins == (good,)


def test_a_board_holds_only_so_many_pins() -> None:
    many = {"pins": [note(text=str(number)).model_dump(mode="json") for number in range(MOST_PINS + 5)]}
    assert len(read_board(many).pins) == MOST_PINS


def test_pins_come_to_the_front_and_go_to_the_back(board: Board) -> None:
    first, second, third, fourth = (pin.id for pin in board.pins)
    assert [pin.id for pin in board.raised({first, third}).pins] == [second, fourth, first, third]
    assert [pin.id for pin in board.lowered({second, fourth}).pins] == [second, fourth, first, third]


def test_places_stay_within_the_board(board: Board) -> None:
    pin = board.pins[0]
    moved = board.placed({pin.id: Box(9e9, -9e9, 1, 1)}).pin(pin.id)
    assert moved is not None
    assert (moved.x, moved.y, moved.width, moved.height) == (FARTHEST_PX, -FARTHEST_PX, LEAST_PX, LEAST_PX)


def test_copies_are_pins_of_their_own(board: Board) -> None:
    again = copies(board.pins, 24, 24)
    assert not {pin.id for pin in again} & {pin.id for pin in board.pins}
    assert [(pin.x - 24, pin.y - 24, pin.kind) for pin in again] == [(pin.x, pin.y, pin.kind) for pin in board.pins]


def test_bounds_have_room_for_captions() -> None:
    captioned = picture(text="Harbour")
    assert Board(pins=(captioned,)).bounds() == Box(0, 0, 300, 200 + CAPTION_PX)
    assert Board().bounds() is None


def test_the_project_file_carries_the_pictures_of_the_board(tmp_path: Path) -> None:
    document = document_in(tmp_path / "here")
    pinned = noise(50, 40, 30)
    pin = picture().model_copy(update={"digest": document.store.put(pinned)})
    document.set_section("board", Board(pins=(pin,)).to_json())
    save_project(document, tmp_path / "one.stylegui")
    elsewhere = document_in(tmp_path / "there")
    assert load_project(tmp_path / "one.stylegui", elsewhere) == []
    (again,) = read_board(elsewhere.section("board")).pins
    assert again == pin
    assert elsewhere.store.get(again.digest).digest == pinned.digest


# -- arranging ----------------------------------------------------------------------------------------------------


def test_what_comes_near_an_edge_snaps_to_it_and_says_where() -> None:
    dx, dy, guides = snapped(Box(103, 300, 50, 50), [Box(100, 0, 80, 40)], reach=5)
    assert (dx, dy) == (-3, 0)
    (guide,) = guides
    assert (guide.axis, guide.at, guide.start, guide.end) == ("across", 100, 0, 350)


def test_middles_snap_too_both_ways_at_once() -> None:
    dx, dy, guides = snapped(Box(22, 101, 60, 60), [Box(0, 0, 100, 100)], reach=4)
    assert (dx, dy) == (-2, -1)
    assert {(guide.axis, guide.at) for guide in guides} == {("across", 50), ("down", 100)}


def test_what_is_far_from_all_others_snaps_to_nothing() -> None:
    assert snapped(Box(500, 500, 50, 50), [Box(0, 0, 80, 40)], reach=5) == (0, 0, ())
    assert snapped(Box(500, 500, 50, 50), [], reach=5) == (0, 0, ())


def test_edges_and_middles_are_brought_in_line() -> None:
    boxes = [Box(0, 0, 100, 50), Box(40, 90, 20, 20), Box(70, 200, 60, 10)]
    assert {box.x for box in aligned(boxes, "left")} == {0}
    assert {box.right for box in aligned(boxes, "right")} == {130}
    assert {box.centre[0] for box in aligned(boxes, "centre")} == {65}
    assert {box.bottom for box in aligned(boxes, "bottom")} == {210}
    assert aligned([], "top") == []


def test_gaps_become_equal_and_the_outermost_stay() -> None:
    boxes = [Box(0, 0, 100, 10), Box(300, 0, 100, 10), Box(110, 0, 50, 10)]
    spread = distributed(boxes, "across")
    assert (spread[0], spread[1]) == (boxes[0], boxes[1])
    assert spread[2].x - spread[0].right == pytest.approx(spread[1].x - spread[2].right)


def test_things_are_read_row_by_row() -> None:
    boxes = [Box(300, 12, 50, 50), Box(0, 400, 50, 50), Box(0, 0, 50, 50), Box(150, 30, 50, 50)]
    assert reading_order(boxes) == [2, 3, 0, 1]


def test_a_tidy_board_has_columns_of_one_width_and_nothing_lies_on_anything() -> None:
    boxes = [
        Box(37 * place % 400, 53 * place % 300, 120 + 17 * place % 90, 90 + 31 * place % 140) for place in range(11)
    ]
    feet = [CAPTION_PX if place % 2 else 0.0 for place in range(11)]
    tidy = tidied(boxes, lambda place, width: boxes[place].height * width / boxes[place].width, feet)
    assert len({box.width for box in tidy}) == 1
    wholes = [Box(box.x, box.y, box.width, box.height + foot) for box, foot in zip(tidy, feet, strict=True)]
    assert not any(one.near(other) for place, one in enumerate(wholes) for other in wholes[:place])
    for before, after in zip(boxes, tidy, strict=True):
        assert after.height / after.width == pytest.approx(before.height / before.width)
    around, started = bounds(tidy), bounds(boxes)
    assert around is not None and started is not None
    assert (around.x, around.y) == (started.x, started.y)
    assert 0.8 < around.width / around.height < 2.6
    assert tidied(tidy, lambda place, width: tidy[place].height * width / tidy[place].width, feet) == tidy


def test_new_things_find_room() -> None:
    others = [Box(0, 0, 200, 200), Box(230, 0, 200, 200)]
    wanted = Box(100, 50, 100, 100)
    found = free_place(wanted, others)
    assert not any(found.near(other, 10) for other in others)
    assert free_place(Box(900, 900, 10, 10), others) == Box(900, 900, 10, 10)


def test_several_things_lie_around_the_point_where_they_were_dropped() -> None:
    boxes = clustered([(300, 200), (200, 300), (100, 100), (400, 100)], [26, 0, 0, 0], (50, 60))
    around = bounds(boxes)
    assert around is not None
    assert around.centre == pytest.approx((50, 60))
    assert not any(one.near(other) for place, one in enumerate(boxes) for other in boxes[:place])
    (alone,) = clustered([(300, 200)], [0], (0, 0))
    assert alone.width / alone.height == pytest.approx(1.5)
    assert alone.centre == pytest.approx((0, 0))
