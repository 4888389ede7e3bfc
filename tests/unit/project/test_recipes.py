from typing import Any

import pytest

from stylegui.engine.control import Steering
from stylegui.engine.replay import Replay
from stylegui.engine.request import InstantParams, PaintParams
from stylegui.project.recipes import Known, KnownStyle, RecipeError, parse_recipe

PARAMS = PaintParams(strength=33, preset="fine", seed=7)


def make_recipe(**changes: Any) -> dict[str, Any]:
    return {
        "format": 1,
        "engine": "paint",
        "params": PARAMS.model_dump(mode="json"),
        "styles": [{"title": "Waves", "weight": 2.0, "sha256": "00"}, {"title": "Night", "weight": 1.0}],
        "device": "cpu",
        **changes,
    }


def test_a_recipe_gives_back_parameters_and_styles() -> None:
    recipe = parse_recipe(make_recipe())
    assert (recipe.engine, recipe.params) == ("paint", PARAMS)
    assert recipe.styles == (("Waves", 2.0), ("Night", 1.0))


def test_a_recipe_of_instant_has_its_own_parameters() -> None:
    params = InstantParams(strength=12, detail=40)
    recipe = parse_recipe(make_recipe(engine="instant", params=params.model_dump(mode="json")))
    assert (recipe.engine, recipe.params) == ("instant", params)


@pytest.mark.parametrize(
    "broken",
    [
        {"engine": "hologram"},
        {"engine": None},
        {"params": {"strength": 400}},
        {"params": {"unknown": 1}},
        {"engine": "instant"},
        {"params": []},
        {"styles": [{"title": "Waves", "weight": float("nan")}]},
        {"styles": [{"title": "Waves", "weight": -1}]},
        {"styles": "Waves"},
        {"steering": [{"step": "soon"}]},
        {"complete": False, "steps": None},
        {"photo": "harbour"},
    ],
)
def test_what_cannot_be_understood_is_refused_in_a_sentence(broken: dict[str, Any]) -> None:
    with pytest.raises(RecipeError, match=r"\.$"):
        parse_recipe(make_recipe(**broken))


def test_an_empty_recipe_is_refused() -> None:
    with pytest.raises(RecipeError):
        parse_recipe({})


def test_a_recipe_tells_what_it_takes_to_paint_it_again() -> None:
    photo = {"name": "harbour.jpg", "sha256": "ab", "width": 30, "height": 20}
    styles = [
        {"title": "Waves", "weight": 2.0, "id": "waves", "name": "w.png", "sha256": "cd", "width": 4, "height": 5}
    ]
    steering = [{"step": 3, "changes": {"strength": 80.0}}]
    recipe = parse_recipe(
        make_recipe(photo=photo, styles=styles, steering=steering, complete=False, steps=40, start_picture=photo)
    )
    assert recipe.photo == recipe.start == Known("ab", (30, 20), "harbour.jpg")
    assert recipe.known_styles == (KnownStyle("Waves", 2.0, Known("cd", (4, 5), "w.png"), "waves"),)
    assert recipe.rerun.replay == Replay((Steering(3, {"strength": 80.0}),), 40)
    assert recipe.rerun.tuning == {}


def test_how_instant_computed_is_taken_over() -> None:
    content = make_recipe(engine="instant", params={}, dtype="bfloat16", network={"id": "x", "channels_last": True})
    assert parse_recipe(content).rerun.tuning == {"dtype": "bfloat16", "channels_last": True, "threads": "all"}
