"""What is to be made: everything that affects the picture, and nothing else.

A parameter is declared once, here, with its range, its words and its place in the panel; the window builds its controls
and the command line its options from these declarations.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from stylegui.engine.images import Picture
from stylegui.engine.replay import Replay

Preset = Literal["draft", "good", "fine"]
Colour = Literal["style", "photo", "luminance"]
EncoderId = Literal["builtin", "squeezenet", "vgg19"]
InstantId = Literal["fast", "fine"]


def control(
    group: str, *, steerable: bool = False, unit: str = "", labels: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Panel data of a parameter: its group, whether it may change during a run, its unit, and words for its choices."""
    return {"group": group, "steerable": steerable, "unit": unit, "labels": dict(labels or {})}


def _layer_weights(weights: dict[str, float]) -> dict[str, float]:
    """Refuse weights that are negative or not finite, and a choice of layers in which none has any weight."""
    if not all(0 <= weight < math.inf for weight in weights.values()):
        raise ValueError("the weight of a layer must be 0 or more")
    if weights and not any(weights.values()):
        raise ValueError("one layer at least must have a weight above 0")
    return weights


class PaintParams(BaseModel):
    """Parameters of the `paint` engine (optimisation)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    preset: Annotated[
        Preset,
        Field(
            title="Quality",
            description="How long to paint: a quick draft, a good picture, or the finest the program can do.",
            json_schema_extra=control("Canvas", labels={"draft": "Draft", "good": "Good", "fine": "Fine"}),
        ),
    ] = "good"
    size_px: Annotated[
        int,
        Field(
            ge=64,
            le=8192,
            title="Size",
            description="Long side of the finished picture.",
            json_schema_extra=control("Canvas", unit="px"),
        ),
    ] = 768
    strength: Annotated[
        float,
        Field(
            ge=0,
            le=100,
            title="Strength",
            description="How far the painting may leave the photo. It means the same for every style.",
            json_schema_extra=control("Look", steerable=True, unit="%"),
        ),
    ] = 60.0
    brush_size: Annotated[
        float,
        Field(
            ge=50,
            le=200,
            title="Brush size",
            description="Size of the style's strokes: smaller for delicate work, larger for bold.",
            json_schema_extra=control("Look", steerable=True, unit="%"),
        ),
    ] = 100.0
    colour: Annotated[
        Colour,
        Field(
            title="Colour",
            description="Whose colours the picture has: the style's, the photo's, or the photo's under painted light.",
            json_schema_extra=control(
                "Look", labels={"style": "Style", "photo": "Photo", "luminance": "Lightness only"}
            ),
        ),
    ] = "style"
    colour_finish: Annotated[
        float,
        Field(
            ge=0,
            le=100,
            title="Colour clean-up",
            description="Removes colour noise and bleeding at the end: 0 leaves the paint as it is.",
            json_schema_extra=control("Look", steerable=True, unit="%"),
        ),
    ] = 40.0
    start: Annotated[
        Literal["photo", "instant", "noise", "style", "picture"],
        Field(
            title="Start from",
            description="What painting begins with: the photo, the photo in one pass of Instant, noise, noise in style "
            "colours, or the last result.",
            json_schema_extra=control(
                "Canvas",
                labels={
                    "photo": "Photo",
                    "instant": "Instant",
                    "noise": "Noise",
                    "style": "Style colours",
                    "picture": "Last result",
                },
            ),
        ),
    ] = "instant"
    seed: Annotated[
        int,
        Field(
            ge=0,
            le=2**31 - 1,
            title="Seed",
            description="The same seed gives the same picture again.",
            json_schema_extra=control("Canvas"),
        ),
    ] = 0
    encoder: Annotated[
        EncoderId,
        Field(
            title="Network",
            description="What the program sees with: its own network, or one that it downloads when you ask for it.",
            json_schema_extra=control(
                "Advanced", labels={"builtin": "Built-in", "squeezenet": "SqueezeNet", "vgg19": "VGG-19"}
            ),
        ),
    ] = "builtin"
    style_loss: Annotated[
        Literal["moments", "gram", "wasserstein"],
        Field(
            title="Style loss",
            description="How style is compared: mean and covariance, Gram matrix, or Wasserstein distance.",
            json_schema_extra=control(
                "Advanced", labels={"moments": "Moments", "gram": "Gram", "wasserstein": "Wasserstein-2"}
            ),
        ),
    ] = "wasserstein"
    optimiser: Annotated[
        Literal["adam", "lbfgs"],
        Field(
            title="Optimiser",
            description="Adam, or L-BFGS as in the original paper (slower, small pictures only).",
            json_schema_extra=control("Advanced", labels={"adam": "Adam", "lbfgs": "L-BFGS"}),
        ),
    ] = "adam"
    smoothness: Annotated[
        float,
        Field(
            ge=0,
            le=100,
            title="Smoothness",
            description="Holds neighbouring pixels together (total variation).",
            json_schema_extra=control("Advanced", steerable=True, unit="%"),
        ),
    ] = 15.0
    content_weights: Annotated[
        dict[str, float],
        Field(
            title="Content layers",
            description="Weight of each layer that holds on to the photo; empty for the network's own.",
            json_schema_extra=control("Advanced", steerable=True),
        ),
        AfterValidator(_layer_weights),
    ] = {}
    style_weights: Annotated[
        dict[str, float],
        Field(
            title="Style layers",
            description="Weight of each layer that takes from the style; empty for the network's own.",
            json_schema_extra=control("Advanced", steerable=True),
        ),
        AfterValidator(_layer_weights),
    ] = {}


class InstantParams(BaseModel):
    """Parameters of the `instant` engine (one pass of a network, any style)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: Annotated[
        InstantId,
        Field(
            title="Network",
            description="Fine for pictures to keep, fast for previews and slow machines.",
            json_schema_extra=control("Canvas", labels={"fine": "Fine", "fast": "Fast"}),
        ),
    ] = "fine"
    size_px: Annotated[
        int,
        Field(
            ge=64,
            le=16384,
            title="Size",
            description="Long side of the finished picture.",
            json_schema_extra=control("Canvas", unit="px"),
        ),
    ] = 1024
    strength: Annotated[
        float,
        Field(
            ge=0,
            le=100,
            title="Strength",
            description="How far the painting may leave the photo.",
            json_schema_extra=control("Look", unit="%"),
        ),
    ] = 75.0
    brush_size: Annotated[
        float,
        Field(
            ge=50,
            le=200,
            title="Brush size",
            description="Size of the style's strokes: smaller for delicate work, larger for bold.",
            json_schema_extra=control("Look", unit="%"),
        ),
    ] = 100.0
    colour: Annotated[
        Colour,
        Field(
            title="Colour",
            description="Whose colours the picture has: the style's, the photo's, or the photo's under painted light.",
            json_schema_extra=control(
                "Look", labels={"style": "Style", "photo": "Photo", "luminance": "Lightness only"}
            ),
        ),
    ] = "style"
    detail: Annotated[
        float,
        Field(
            ge=0,
            le=100,
            title="Detail",
            description="How much of the photo's fine light and shade comes back into the painting.",
            json_schema_extra=control("Look", unit="%"),
        ),
    ] = 0.0


@dataclass(frozen=True, eq=False)
class StyleInput:
    """One style of a job: its picture, its weight among the job's styles (any positive number), and its name."""

    picture: Picture
    weight: float = 1.0
    name: str = ""


@dataclass(frozen=True, eq=False)
class TransferRequest:
    """One job for one engine. `start_picture` is used where the parameters say `start="picture"`.

    `memory_cap_bytes` is the most memory the run may take; 0 leaves it to what is free. `replay` is what happened to a
    run of Paint that is painted again. `tuning` is how Instant is to compute on a CPU, as `Tuning.to_json` gives it;
    empty for what is quickest on this machine.
    """

    photo: Picture
    styles: tuple[StyleInput, ...]
    params: PaintParams | InstantParams = field(default_factory=PaintParams)
    engine: str = "paint"
    start_picture: Picture | None = None
    device: str = "auto"
    memory_cap_bytes: int = 0
    replay: Replay = field(default_factory=Replay)
    tuning: Mapping[str, Any] = field(default_factory=dict)

    @property
    def paint(self) -> PaintParams:
        """The parameters of a request for `paint`. Raises TypeError where it is for another engine."""
        if not isinstance(self.params, PaintParams):
            raise TypeError(f"Paint was asked for with {type(self.params).__name__}.")
        return self.params

    @property
    def instant(self) -> InstantParams:
        """The parameters of a request for `instant`. Raises TypeError where it is for another engine."""
        if not isinstance(self.params, InstantParams):
            raise TypeError(f"Instant was asked for with {type(self.params).__name__}.")
        return self.params
