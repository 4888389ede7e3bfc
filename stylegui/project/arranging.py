"""Where things lie on a board: boxes, what snaps to what, what is in line, and what a tidy hand would do. No Qt.

Lengths are in the board's own pixels; x grows to the right, y downwards.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

GAP_PX = 28.0
SHAPE = 1.5
"""Width by height that a tidy board comes near to."""
ROWS_PX = 90.0
"""Things whose tops differ by less than this are read as one row."""
SIDE_PX = 240.0
"""As large as the square of this side is what comes to a board."""

Edge = Literal["left", "centre", "right", "top", "middle", "bottom"]
Axis = Literal["across", "down"]


@dataclass(frozen=True)
class Box:
    """A rectangle by its top left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def centre(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2

    def moved(self, dx: float, dy: float) -> Box:
        return Box(self.x + dx, self.y + dy, self.width, self.height)

    def near(self, other: Box, gap: float = 0.0) -> bool:
        """Whether they overlap, or are less than `gap` apart."""
        across = self.x < other.right + gap and other.x < self.right + gap
        return across and self.y < other.bottom + gap and other.y < self.bottom + gap


@dataclass(frozen=True)
class Guide:
    """A line that two things have in common: `axis` is across which way it measures, `at` where it lies there.

    It runs from `start` to `end` the other way.
    """

    axis: Axis
    at: float
    start: float
    end: float


def bounds(boxes: Iterable[Box]) -> Box | None:
    """The smallest box around them all; None for none."""
    all_ = list(boxes)
    if not all_:
        return None
    left, top = min(box.x for box in all_), min(box.y for box in all_)
    right, bottom = max(box.right for box in all_), max(box.bottom for box in all_)
    return Box(left, top, right - left, bottom - top)


def snapped(box: Box, others: Sequence[Box], reach: float) -> tuple[float, float, tuple[Guide, ...]]:
    """How far to move `box` so that its edges or its middle come in line with others no farther than `reach` away.

    Gives the way across, the way down, and the lines that are in common then.
    """
    dx = _nearest(_stops(box, "across"), others, "across", reach)
    dy = _nearest(_stops(box, "down"), others, "down", reach)
    moved = box.moved(dx or 0.0, dy or 0.0)
    guides: list[Guide] = []
    if dx is not None:
        guides += _guides(moved, others, "across")
    if dy is not None:
        guides += _guides(moved, others, "down")
    return dx or 0.0, dy or 0.0, tuple(guides)


def _stops(box: Box, axis: Axis) -> tuple[float, float, float]:
    if axis == "across":
        return box.x, box.centre[0], box.right
    return box.y, box.centre[1], box.bottom


def _nearest(stops: Sequence[float], others: Sequence[Box], axis: Axis, reach: float) -> float | None:
    ways = [their - own for other in others for their in _stops(other, axis) for own in stops]
    best = min(ways, key=abs, default=math.inf)
    return best if abs(best) <= reach else None


def _guides(box: Box, others: Sequence[Box], axis: Axis) -> Iterator[Guide]:
    for at in dict.fromkeys(_stops(box, axis)):
        line = [other for other in others if any(abs(their - at) < 1e-6 for their in _stops(other, axis))]
        if line:
            around = bounds([box, *line])
            assert around is not None
            if axis == "across":
                yield Guide(axis, at, around.y, around.bottom)
            else:
                yield Guide(axis, at, around.x, around.right)


def aligned(boxes: Sequence[Box], edge: Edge) -> list[Box]:
    """The same boxes with one edge, or their middles, in line with the edge or the middle of all together."""
    around = bounds(boxes)
    if around is None:
        return []
    ways: dict[Edge, Callable[[Box], tuple[float, float]]] = {
        "left": lambda box: (around.x - box.x, 0.0),
        "centre": lambda box: (around.centre[0] - box.centre[0], 0.0),
        "right": lambda box: (around.right - box.right, 0.0),
        "top": lambda box: (0.0, around.y - box.y),
        "middle": lambda box: (0.0, around.centre[1] - box.centre[1]),
        "bottom": lambda box: (0.0, around.bottom - box.bottom),
    }
    return [box.moved(*ways[edge](box)) for box in boxes]


def distributed(boxes: Sequence[Box], axis: Axis) -> list[Box]:
    """The same boxes with equal gaps between them; the outermost two stay."""
    if len(boxes) < 3:
        return list(boxes)
    across = axis == "across"
    order = sorted(range(len(boxes)), key=lambda place: boxes[place].centre[0 if across else 1])
    sizes = [boxes[place].width if across else boxes[place].height for place in order]
    first, last = boxes[order[0]], boxes[order[-1]]
    start, end = (first.x, last.right) if across else (first.y, last.bottom)
    gap = (end - start - sum(sizes)) / (len(boxes) - 1)
    result, at = list(boxes), start
    for place, size in zip(order, sizes, strict=True):
        box = boxes[place]
        result[place] = box.moved(at - box.x, 0.0) if across else box.moved(0.0, at - box.y)
        at += size + gap
    return result


def reading_order(boxes: Sequence[Box]) -> list[int]:
    """Their numbers, row by row as one reads. Things with their tops about as high stand in one row."""
    down = sorted(range(len(boxes)), key=lambda place: boxes[place].y)
    rows: list[list[int]] = []
    for place in down:
        if rows and boxes[place].y - boxes[rows[-1][0]].y < ROWS_PX:
            rows[-1].append(place)
        else:
            rows.append([place])
    return [place for row in rows for place in sorted(row, key=lambda each: boxes[each].x)]


def tidied(boxes: Sequence[Box], height_at: Callable[[int, float], float], foot: Sequence[float]) -> list[Box]:
    """The boxes in columns of one width, in reading order, each below the one that ends highest.

    `height_at` tells how high a box is at a width, and `foot` how much is written below each. They begin where the
    topmost and leftmost of them were.
    """
    around = bounds(boxes)
    if around is None:
        return []
    width = _median([box.width for box in boxes])
    heights = [height_at(place, width) for place in range(len(boxes))]
    # Columns that this has made before are found again by their tops; the rows they make are not those they came from.
    as_they_lie = sorted(range(len(boxes)), key=lambda place: (round(boxes[place].y), boxes[place].x))
    order = reading_order(boxes)
    best: list[Box] = []
    best_miss = math.inf
    for columns in range(1, len(boxes) + 1):
        same = [box.moved(around.x, around.y) for box in _in_columns(as_they_lie, width, heights, foot, columns)]
        if all(_is_like(one, other) for one, other in zip(same, boxes, strict=True)):
            return list(boxes)
        placed = _in_columns(order, width, heights, foot, columns)
        whole = bounds(placed)
        assert whole is not None
        miss = abs(math.log(whole.width / whole.height / SHAPE))
        if miss < best_miss:
            best, best_miss = placed, miss
    return [box.moved(around.x, around.y) for box in best]


def _is_like(one: Box, other: Box) -> bool:
    return max(abs(one.x - other.x), abs(one.y - other.y), abs(one.width - other.width)) < 1


def _in_columns(
    order: Sequence[int], width: float, heights: Sequence[float], foot: Sequence[float], columns: int
) -> list[Box]:
    ends = [0.0] * columns
    placed = [Box(0, 0, 0, 0)] * len(order)
    for place in order:
        column = min(range(columns), key=lambda each: (round(ends[each]), each))
        placed[place] = Box(column * (width + GAP_PX), ends[column], width, heights[place])
        ends[column] += heights[place] + foot[place] + GAP_PX
    return placed


def _median(values: Sequence[float]) -> float:
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


def free_place(box: Box, others: Sequence[Box], gap: float = GAP_PX) -> Box:
    """`box`, or the place nearest to it where it lies on none of the others: in line with one of them, beside it."""
    spots = [box]
    for other in others:
        spots += [
            Box(other.x, other.bottom + gap, box.width, box.height),
            Box(other.right + gap, other.y, box.width, box.height),
            Box(other.x - gap - box.width, other.y, box.width, box.height),
            Box(other.x, other.y - gap - box.height, box.width, box.height),
        ]
    spots.sort(key=lambda spot: math.dist(spot.centre, box.centre))
    # Below the lowest of them there is always room.
    return next(spot for spot in spots if not any(spot.near(other, gap * 0.5) for other in others))


def clustered(sizes: Sequence[tuple[float, float]], foot: Sequence[float], centre: tuple[float, float]) -> list[Box]:
    """Places for things of these proportions around a point: one as it likes, several in columns of one width."""
    if len(sizes) == 1:
        width, height = size_of_area(*sizes[0], SIDE_PX)
        return [Box(centre[0] - width / 2, centre[1] - height / 2, width, height)]
    heights = [height * SIDE_PX / width for width, height in sizes]
    placed = _in_columns(range(len(sizes)), SIDE_PX, heights, foot, math.ceil(math.sqrt(len(sizes))))
    around = bounds(placed)
    if around is None:
        return []
    return [box.moved(centre[0] - around.width / 2, centre[1] - around.height / 2) for box in placed]


def size_of_area(width: float, height: float, side: float) -> tuple[float, float]:
    """A size of the same proportions with the area of a square of `side`: pictures of any shape look alike large."""
    scale = side / math.sqrt(width * height)
    return width * scale, height * scale
