"""The engine that paints, and what each engine is set to: one value that can be compared and undone. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias, TypeVar

from stylegui.engine.request import InstantParams, PaintParams

EngineId = Literal["instant", "paint"]
Params: TypeAlias = InstantParams | PaintParams
P = TypeVar("P", InstantParams, PaintParams)

SHARED = ("strength", "brush_size", "colour")
"""Parameters that mean the same in both engines."""


@dataclass(frozen=True)
class Setup:
    """Which engine is active, and what each engine is set to."""

    engine: EngineId = "instant"
    instant: InstantParams = field(default_factory=InstantParams)
    paint: PaintParams = field(default_factory=PaintParams)

    @property
    def params(self) -> Params:
        """What the active engine is set to."""
        return self.instant if self.engine == "instant" else self.paint

    def with_params(self, params: Params) -> Setup:
        """The same with other parameters for the engine that they belong to, which need not be the active one."""
        return replace(self, instant=params) if isinstance(params, InstantParams) else replace(self, paint=params)

    def switched(self, engine: EngineId) -> Setup:
        """The other engine, set to what the artist has chosen of the look and the size.

        What is as usual becomes the other engine's usual: Paint is bolder than Instant at the same strength, and the
        size that takes Instant a second would take Paint minutes.
        """
        if engine == self.engine:
            return self
        if engine == "instant":
            return replace(self, engine=engine, instant=_carried(self.paint, self.instant))
        return replace(self, engine=engine, paint=_carried(self.instant, self.paint))

    def preview(self, size_px: int) -> InstantParams:
        """What Instant paints of this setup at another size: exactly its own look, or where Paint begins."""
        if self.engine == "instant":
            return self.instant.model_copy(update={"size_px": size_px})
        return InstantParams(size_px=size_px, **{name: getattr(self.paint, name) for name in SHARED})


def _carried(source: Params, target: P) -> P:
    """`target` with the values of `source` that were chosen and are possible there."""
    values: dict[str, Any] = {}
    for name in (*SHARED, "size_px"):
        value = getattr(source, name)
        if value == getattr(target, name):
            continue
        if value == type(source).model_fields[name].default:
            values[name] = type(target).model_fields[name].default
        elif name != "size_px" or value <= _largest_px(target):
            values[name] = value
    return type(target).model_validate(target.model_dump() | values)


def _largest_px(params: Params) -> int:
    bounds = type(params).model_fields["size_px"].metadata
    return int(next(bound.le for bound in bounds if hasattr(bound, "le")))
