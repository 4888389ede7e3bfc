"""Taking a recipe out of a picture back into the studio. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from stylegui.engine.replay import Replay
from stylegui.engine.request import InstantParams, PaintParams, TransferRequest
from stylegui.project.setup import EngineId, Params

PARAMS: Mapping[str, type[InstantParams] | type[PaintParams]] = {"instant": InstantParams, "paint": PaintParams}


class RecipeError(Exception):
    """A recipe cannot be used here; the text is one sentence for the user."""


@dataclass(frozen=True)
class Known:
    """A picture as a recipe knows it: the digest of its pixels, (width, height), and what its file was called."""

    digest: str
    size: tuple[int, int] = (0, 0)
    name: str = ""

    def could_be(self, size: tuple[int, int]) -> bool:
        """Whether a file of this size may show it: headers do not tell which way up, and some not even the size."""
        return 0 in size or 0 in self.size or sorted(size) == sorted(self.size)


@dataclass(frozen=True)
class KnownStyle:
    """A style as a recipe knows it; `id` is the one it had in the gallery ("" for none)."""

    title: str
    weight: float
    picture: Known
    id: str = ""


@dataclass(frozen=True)
class Rerun:
    """How a run went, beyond what it was asked for: to be painted again to the last bit."""

    replay: Replay = field(default_factory=Replay)
    tuning: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> Rerun:
        """What a recipe tells of its run. Raises ValueError where that is broken."""
        network = content.get("network")
        tuning: dict[str, Any] = {}
        if isinstance(network, Mapping) and "channels_last" in network:
            channels_last = network["channels_last"]
            tuning = {"dtype": content.get("dtype"), "channels_last": channels_last, "threads": "all"}
        return cls(Replay.of(content), tuning)

    def applied(self, request: TransferRequest) -> TransferRequest:
        """The job that goes as that run went."""
        return replace(request, replay=self.replay, tuning=self.tuning)


@dataclass(frozen=True)
class Recipe:
    """What a picture was painted with: the engine's parameters, the styles' titles and weights, and all the rest that
    it takes to paint it again."""

    params: Params
    styles: tuple[tuple[str, float], ...]
    photo: Known | None = None
    start: Known | None = None
    known_styles: tuple[KnownStyle, ...] = ()
    rerun: Rerun = field(default_factory=Rerun)

    @property
    def engine(self) -> EngineId:
        """The engine that the parameters belong to."""
        return "instant" if isinstance(self.params, InstantParams) else "paint"


class _PictureEntry(BaseModel):
    model_config = ConfigDict(extra="ignore")
    name: str = ""
    sha256: str = ""
    width: int = 0
    height: int = 0

    def known(self) -> Known:
        return Known(self.sha256, (self.width, self.height), self.name)


class _StyleEntry(_PictureEntry):
    title: str
    weight: float = Field(default=1.0, gt=0, allow_inf_nan=False)
    id: str = ""


class _Content(BaseModel):
    model_config = ConfigDict(extra="ignore")
    engine: str
    params: dict[str, Any] = Field(default_factory=dict)
    styles: Sequence[_StyleEntry] = ()
    photo: _PictureEntry | None = None
    start_picture: _PictureEntry | None = None


def parse_recipe(content: Mapping[str, Any]) -> Recipe:
    """Understand a recipe as it was read from a file, which anybody may have written. Raises RecipeError."""
    try:
        recipe = _Content.model_validate(content)
        kind = PARAMS.get(recipe.engine)
        if kind is None:
            raise RecipeError("This picture was made in a way that this version of the program does not know.")
        params: Params = kind.model_validate(recipe.params)
        rerun = Rerun.of(content)
    except ValueError as error:
        raise RecipeError("The settings inside this picture cannot be understood by this version.") from error
    return Recipe(
        params,
        tuple((style.title, style.weight) for style in recipe.styles),
        recipe.photo.known() if recipe.photo is not None else None,
        recipe.start_picture.known() if recipe.start_picture is not None else None,
        tuple(KnownStyle(style.title, style.weight, style.known(), style.id) for style in recipe.styles),
        rerun,
    )
