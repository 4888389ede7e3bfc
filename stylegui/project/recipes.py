"""Taking a recipe out of a picture back into the studio. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from stylegui.engine.request import InstantParams, PaintParams
from stylegui.project.setup import EngineId, Params

PARAMS: Mapping[str, type[InstantParams] | type[PaintParams]] = {"instant": InstantParams, "paint": PaintParams}


class RecipeError(Exception):
    """A recipe cannot be used here; the text is one sentence for the user."""


@dataclass(frozen=True)
class Recipe:
    """What a picture was painted with: the engine's parameters, and the styles' titles and weights."""

    params: Params
    styles: tuple[tuple[str, float], ...]

    @property
    def engine(self) -> EngineId:
        """The engine that the parameters belong to."""
        return "instant" if isinstance(self.params, InstantParams) else "paint"


class _StyleEntry(BaseModel):
    model_config = ConfigDict(extra="ignore")
    title: str
    weight: float = Field(default=1.0, gt=0, allow_inf_nan=False)


class _Content(BaseModel):
    model_config = ConfigDict(extra="ignore")
    engine: str
    params: dict[str, Any] = Field(default_factory=dict)
    styles: Sequence[_StyleEntry] = ()


def parse_recipe(content: Mapping[str, Any]) -> Recipe:
    """Understand a recipe as it was read from a file, which anybody may have written. Raises RecipeError."""
    try:
        recipe = _Content.model_validate(content)
        kind = PARAMS.get(recipe.engine)
        if kind is None:
            raise RecipeError("This picture was made in a way that this version of the program does not know.")
        params: Params = kind.model_validate(recipe.params)
    except ValidationError as error:
        raise RecipeError("The settings inside this picture cannot be understood by this version.") from error
    return Recipe(params, tuple((style.title, style.weight) for style in recipe.styles))
