"""The mood board: pictures, styles, versions, palettes and notes pinned where the artist wants them. No Qt.

It is kept as a section of the document. Its pictures lie in the document's store, and pins refer to them by digest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError, model_validator

from stylegui.project.arranging import Box, bounds
from stylegui.project.version import new_id

SECTION = "board"
MOST_PINS = 2000
LEAST_PX, LARGEST_PX, FARTHEST_PX = 24.0, 20_000.0, 1e6
CAPTION_PX = 26.0
"""So much room a caption takes below its picture."""
NOTE_PX = 15
HEADING_PX = 30

Kind = Literal["picture", "style", "version", "palette", "note"]
Paper = Literal["sun", "rose", "mint", "sky", "plain"]
PAPERS: tuple[Paper, ...] = ("sun", "rose", "mint", "sky", "plain")
PICTURED: tuple[Kind, ...] = ("picture", "style", "version")

Place = Annotated[float, Field(ge=-FARTHEST_PX, le=FARTHEST_PX, allow_inf_nan=False)]
Length = Annotated[float, Field(ge=LEAST_PX, le=LARGEST_PX, allow_inf_nan=False)]
Colour = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]


class Pin(BaseModel):
    """One thing on the board. `x` and `y` are its top left corner.

    `digest` is that of its picture; `ref` is the id of the style or the version that it shows; `text` is what a note
    says, and what stands below anything else.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str = Field(default_factory=new_id, min_length=1, max_length=64)
    kind: Kind
    x: Place
    y: Place
    width: Length
    height: Length
    rotation: float = Field(default=0.0, ge=-360, le=360, allow_inf_nan=False)
    digest: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")
    ref: str = Field(default="", max_length=200)
    text: str = Field(default="", max_length=20_000)
    colours: tuple[Colour, ...] = Field(default=(), max_length=24)
    paper: Paper = "sun"
    text_px: int = Field(default=NOTE_PX, ge=8, le=200)

    @model_validator(mode="after")
    def _has_content(self) -> Pin:
        if self.kind in PICTURED and not self.digest:
            raise ValueError("a picture without its digest")
        if self.kind == "palette" and not self.colours:
            raise ValueError("a palette without colours")
        return self

    @property
    def box(self) -> Box:
        return Box(self.x, self.y, self.width, self.height)

    @property
    def foot_px(self) -> float:
        """How much of the board its caption takes below it."""
        return CAPTION_PX if self.text and self.kind != "note" else 0.0

    @property
    def whole(self) -> Box:
        """It with its caption."""
        return Box(self.x, self.y, self.width, self.height + self.foot_px)

    def placed(self, box: Box) -> Pin:
        """It in another place, or of another size, within what is possible."""
        return self.model_copy(
            update={
                "x": _within(box.x, -FARTHEST_PX, FARTHEST_PX),
                "y": _within(box.y, -FARTHEST_PX, FARTHEST_PX),
                "width": _within(box.width, LEAST_PX, LARGEST_PX),
                "height": _within(box.height, LEAST_PX, LARGEST_PX),
            }
        )


class Board(BaseModel):
    """All pins, from the hindmost to the one on top. It never changes: every deed makes another board."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    pins: tuple[Pin, ...] = ()

    def pin(self, pin_id: str) -> Pin | None:
        return next((pin for pin in self.pins if pin.id == pin_id), None)

    def chosen(self, ids: Collection[str]) -> list[Pin]:
        """The pins with these ids, from back to front."""
        return [pin for pin in self.pins if pin.id in ids]

    def changed(self, pins: Iterable[Pin]) -> Board:
        """These pins in the place of those with the same ids."""
        fresh = {pin.id: pin for pin in pins}
        return Board(pins=tuple(fresh.get(pin.id, pin) for pin in self.pins))

    def placed(self, boxes: Mapping[str, Box]) -> Board:
        """Pins in other places, or of other sizes, by their ids."""
        return self.changed(pin.placed(boxes[pin.id]) for pin in self.pins if pin.id in boxes)

    def added(self, pins: Iterable[Pin]) -> Board:
        """More pins, on top of all. What is too much for a board is left out."""
        return Board(pins=(*self.pins, *pins)[:MOST_PINS])

    def without(self, ids: Collection[str]) -> Board:
        return Board(pins=tuple(pin for pin in self.pins if pin.id not in ids))

    def raised(self, ids: Collection[str]) -> Board:
        """These pins on top of all others; among themselves as they were."""
        return Board(pins=(*self.without(ids).pins, *self.chosen(ids)))

    def lowered(self, ids: Collection[str]) -> Board:
        """These pins below all others; among themselves as they were."""
        return Board(pins=(*self.chosen(ids), *self.without(ids).pins))

    def bounds(self, ids: Collection[str] | None = None) -> Box | None:
        """The box around these pins, or around all, captions included; None where there are none."""
        return bounds(pin.whole for pin in (self.pins if ids is None else self.chosen(ids)))

    def to_json(self) -> JsonValue:
        """As it is kept in a document; None for an empty board. Only what differs from the usual is written."""
        if not self.pins:
            return None
        usual = {"x", "y", "width", "height", "kind", "id"}
        pins: list[JsonValue] = [
            {name: value for name, value in pin.model_dump(mode="json").items() if name in usual or _says(pin, name)}
            for pin in self.pins
        ]
        return {"pins": pins}


def read_board(kept: Any) -> Board:
    """A board as it was kept. What cannot be understood is left out; it never raises."""
    entries = kept.get("pins") if isinstance(kept, dict) else None
    pins: dict[str, Pin] = {}
    for entry in entries if isinstance(entries, list) else ():
        try:
            pin = Pin.model_validate(entry)
        except ValidationError:
            continue
        if len(pins) < MOST_PINS:
            pins.setdefault(pin.id, pin)
    return Board(pins=tuple(pins.values()))


def copies(pins: Iterable[Pin], dx: float, dy: float) -> list[Pin]:
    """The same pins again, a little aside, with ids of their own."""
    return [pin.placed(pin.box.moved(dx, dy)).model_copy(update={"id": new_id()}) for pin in pins]


def _says(pin: Pin, name: str) -> bool:
    return bool(getattr(pin, name) != type(pin).model_fields[name].default)


def _within(value: float, lowest: float, highest: float) -> float:
    return max(lowest, min(highest, float(value)))
