"""A sheet of small pictures over two things that are varied at once. No Qt.

An axis is one thing that is varied, with its values; a cell is what a row's and a column's value make of the settings
that the artist has. Engines share strength, brush size and colour, so a sheet painted by Instant tells about both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from stylegui.project.setup import Params, Setup

STYLE = "style"
MIX = "mix"
NUMBERS = ("strength", "brush_size", "detail")
CHOICES = ("colour",)
NAMES = (STYLE, *NUMBERS, *CHOICES, MIX)
LONGEST = 8
"""So many values an axis has at most."""

Value = str | float


class Axis(BaseModel):
    """What is varied, and its values: style ids, numbers, names of choices, or percents of the second style."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str
    values: tuple[Value, ...] = Field(min_length=1, max_length=LONGEST)


class Sheet(BaseModel):
    """Rows, columns, and what the artist thinks of cells: ratings by `cell_key`. As it is kept in a project."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    rows: Axis
    columns: Axis
    ratings: dict[str, int] = Field(default_factory=dict)


@dataclass(frozen=True)
class Cell:
    """One picture of a sheet: its place, its settings, and its styles with their weights by id."""

    row: int
    column: int
    setup: Setup
    weights: Mapping[str, float]

    @property
    def place(self) -> tuple[int, int]:
        return self.row, self.column


def cell_key(row: Value, column: Value) -> str:
    """What a cell is known by: its values, so that ratings stay with them when an axis changes."""
    return f"{row}|{column}"


def read_sheet(kept: Any) -> Sheet | None:
    """A sheet as it was kept; None where there is none, or it cannot be understood."""
    try:
        return Sheet.model_validate(kept)
    except ValidationError:
        return None


def steps(lowest: float, highest: float, count: int) -> tuple[float, ...]:
    """`count` round numbers from `lowest` to `highest`, evenly apart."""
    if count < 2 or lowest == highest:
        return (float(round(lowest)),)
    return tuple(float(round(lowest + (highest - lowest) * place / (count - 1))) for place in range(count))


def range_of(setup: Setup, name: str) -> tuple[float, float]:
    """The lowest and the highest value that a number can have with both engines that know it."""
    if name == MIX:
        return 0.0, 100.0
    lows, highs = [], []
    for params in (setup.instant, setup.paint):
        field = type(params).model_fields.get(name)
        for bound in field.metadata if field is not None else ():
            lows += [float(bound.ge)] if hasattr(bound, "ge") else []
            highs += [float(bound.le)] if hasattr(bound, "le") else []
    return max(lows), min(highs)


def cells(rows: Axis, columns: Axis, setup: Setup, weights: Mapping[str, float]) -> Iterator[Cell]:
    """Every cell, row by row: the artist's own settings and styles with both values put in."""
    for row, high in enumerate(rows.values):
        for column, across in enumerate(columns.values):
            made, mixed = setup, dict(weights)
            # A style first: a mix is of what is chosen, whatever chose it.
            for axis, value in sorted(((rows, high), (columns, across)), key=lambda pair: pair[0].name != STYLE):
                made, mixed = _with_value(axis.name, value, made, mixed)
            yield Cell(row, column, made, mixed)


def _with_value(name: str, value: Value, setup: Setup, weights: dict[str, float]) -> tuple[Setup, dict[str, float]]:
    if name == STYLE:
        return setup, {str(value): 1.0}
    if name == MIX:
        return setup, _mixed(weights, float(value) / 100)
    return _with_params(setup, name, value), weights


def _mixed(weights: dict[str, float], share: float) -> dict[str, float]:
    """The first two styles in this proportion; with a share of 0 or 1 one of them is left out."""
    ids = list(weights)[:2]
    if len(ids) < 2:
        return weights
    pair = {ids[0]: 1 - share, ids[1]: share}
    return {style: weight for style, weight in pair.items() if weight > 0}


def _with_params(setup: Setup, name: str, value: Value) -> Setup:
    """Both engines set to it, where they know it: a sheet is painted by one and kept for the other."""
    for params in (setup.instant, setup.paint):
        setup = setup.with_params(_changed(params, name, value))
    return setup


def _changed(params: Params, name: str, value: Value) -> Params:
    if name not in type(params).model_fields:
        return params
    return type(params).model_validate(params.model_dump() | {name: value})


def usual_sheet(styles: Sequence[str]) -> Sheet:
    """What to begin with: some styles down, strengths across; without styles, brush sizes down."""
    rows = Axis(name=STYLE, values=tuple(styles[:4])) if styles else Axis(name="brush_size", values=(60, 100, 150, 200))
    return Sheet(rows=rows, columns=Axis(name="strength", values=(25, 50, 75, 100)))
