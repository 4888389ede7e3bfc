"""How results are exported: format, size, metadata, name and what to do about a taken one, as one value. No Qt."""

from __future__ import annotations

from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from stylegui.engine.imageio.picture import scaled_size
from stylegui.engine.images import SaveOptions
from stylegui.project.naming import USUAL_TEMPLATE, Conflict

CM_PER_INCH = 2.54
LONGEST_PX = 65_500
USUAL_DPI = 300.0

SUFFIXES: dict[str, tuple[str, ...]] = {
    "png": (".png",),
    "jpeg": (".jpg", ".jpeg"),
    "webp": (".webp",),
    "tiff": (".tif", ".tiff"),
    "ora": (".ora",),
}
"""The endings of each format's files, the usual one first."""

Unit = Literal["px", "cm"]
M = TypeVar("M", bound=BaseModel)


class ExportPlan(BaseModel):
    """How a result is exported, wherever it goes.

    `side` is the long side in `unit`, None for the result's own; it is in centimetres at `save.dpi`. `save.size_px` is
    not used. `template` gives the name (see `naming`), `on_conflict` says what happens where that is taken.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    save: SaveOptions = SaveOptions(dpi=USUAL_DPI, allow_upscaling=False)
    unit: Unit = "px"
    side: float | None = Field(default=None, gt=0, le=LONGEST_PX, allow_inf_nan=False)
    with_recipe: bool = True
    template: str = USUAL_TEMPLATE
    on_conflict: Conflict = "unique"

    @property
    def suffix(self) -> str:
        return SUFFIXES[self.save.format][0]

    def wanted_px(self, own: tuple[int, int]) -> int:
        """The long side that was asked for, of a picture of the size `own`."""
        if self.side is None:
            return max(own)
        if self.unit == "px":
            return max(1, min(LONGEST_PX, round(self.side)))
        dpi = self.save.dpi or USUAL_DPI
        return max(1, min(LONGEST_PX, round(self.side / CM_PER_INCH * dpi)))

    def long_px(self, own: tuple[int, int]) -> int:
        """The long side that is written: where a picture may not be enlarged, its own at most."""
        wanted = self.wanted_px(own)
        return wanted if self.save.allow_upscaling else min(wanted, max(own))

    def size(self, own: tuple[int, int]) -> tuple[int, int]:
        """Width and height of the file for a picture of the size `own`."""
        return scaled_size(own, self.long_px(own))

    def options(self, own: tuple[int, int]) -> SaveOptions:
        """How to write a picture of the size `own`."""
        long_px = self.long_px(own)
        return self.save.model_copy(update={"size_px": None if long_px == max(own) else long_px})


def plan_from(content: object) -> ExportPlan:
    """A plan out of JSON; what is not understood any more is as usual."""
    if not isinstance(content, dict):
        return ExportPlan()
    save = content.get("save")
    known: dict[str, Any] = {name: value for name, value in content.items() if name in ExportPlan.model_fields}
    known["save"] = _understood(SaveOptions, save if isinstance(save, dict) else {}, ExportPlan().save)
    return _understood(ExportPlan, known, ExportPlan())


def as_json(plan: ExportPlan) -> dict[str, JsonValue]:
    """A plan for `plan_from`."""
    return plan.model_dump(mode="json")


def _understood(kind: type[M], values: dict[str, Any], usual: M) -> M:
    known = dict(usual) | {name: value for name, value in values.items() if name in kind.model_fields}
    try:
        return kind.model_validate(known)
    except ValidationError as error:
        wrong = {str(detail["loc"][0]) for detail in error.errors()}
    return kind.model_validate(known | {name: getattr(usual, name) for name in wrong})


def built_in() -> dict[str, ExportPlan]:
    """The presets that come with the program, by id."""
    return {
        "web": ExportPlan(
            save=SaveOptions(format="jpeg", quality=88, dpi=72, metadata=("description",), allow_upscaling=False),
            side=2048,
        ),
        "print": ExportPlan(save=SaveOptions(format="tiff", profile="adobe-rgb", dpi=USUAL_DPI), unit="cm", side=30.0),
        "archive": ExportPlan(
            save=SaveOptions(
                format="tiff", bit_depth=16, profile="source", compression=6, dpi=USUAL_DPI, allow_upscaling=False
            )
        ),
        "layers": ExportPlan(save=SaveOptions(format="ora", dpi=USUAL_DPI, allow_upscaling=False)),
    }


def without_suffix(name: str) -> str:
    """A typed name without the ending of a picture format: the format says that."""
    endings = [suffix for suffixes in SUFFIXES.values() for suffix in suffixes]
    typed = next((suffix for suffix in endings if name.lower().endswith(suffix)), "")
    return name[: len(name) - len(typed)]
