from __future__ import annotations

import json

import torch

from stylegui.engine.control import Steering
from stylegui.engine.encoders.encoder import Encoder
from stylegui.engine.images import Picture
from stylegui.engine.recipe import make_recipe
from stylegui.engine.request import PaintParams, StyleInput, TransferRequest
from tests.unit.engine.painting import photo, style, waves


def some_request() -> TransferRequest:
    named = Picture(waves(20, 30), source="/home/me/pictures/holiday.jpg", name="holiday")
    return TransferRequest(
        named,
        (StyleInput(style(1), 2.0, "Wheat"), StyleInput(style(2), 1.0)),
        PaintParams(strength=40, style_weights={"conv1": 2.0}, seed=7),
        start_picture=photo(),
    )


def test_a_recipe_is_json_and_comes_back_as_it_was(encoder: Encoder) -> None:
    steering = [Steering(3, {"strength": 80.0}), Steering(9, {"blend": (0.5, 0.5), "style_weights": {"fire3": 1.0}})]
    recipe = make_recipe(some_request(), encoder, steering, (30, 20), 12, False)
    again = json.loads(json.dumps(recipe, allow_nan=False))
    assert again["steering"] == [
        {"step": 3, "changes": {"strength": 80.0}},
        {"step": 9, "changes": {"blend": [0.5, 0.5], "style_weights": {"fire3": 1.0}}},
    ]
    assert again["params"]["seed"] == 7
    assert PaintParams.model_validate(again["params"]) == some_request().params
    assert (again["width"], again["height"], again["steps"], again["complete"]) == (30, 20, 12, False)
    assert again["encoder"] == {"id": "builtin", "sha256": "random 0"}


def test_a_recipe_credits_pictures_by_name_and_hash(encoder: Encoder) -> None:
    request = some_request()
    recipe = make_recipe(request, encoder, [], (30, 20), 12, True)
    assert recipe["photo"] == {"name": "holiday", "sha256": request.photo.digest, "width": 30, "height": 20}
    assert [(entry["title"], entry["weight"]) for entry in recipe["styles"]] == [("Wheat", 2.0), ("style 2", 1.0)]
    assert recipe["start_picture"]["sha256"] == photo().digest


def test_a_recipe_holds_no_path_and_no_time(encoder: Encoder) -> None:
    first = make_recipe(some_request(), encoder, [], (30, 20), 12, True)
    second = make_recipe(some_request(), encoder, [], (30, 20), 12, True)
    assert first == second
    text = json.dumps(first)
    assert "/home" not in text and ".jpg" not in text
    assert not any(word in key for key in first for word in ("time", "date", "path", "second"))


def test_a_recipe_says_what_decides_the_last_bit(encoder: Encoder) -> None:
    threads = torch.get_num_threads()
    try:
        torch.set_num_threads(threads + 1)
        recipe = make_recipe(some_request(), encoder, [], (30, 20), 12, True, torch.bfloat16)
    finally:
        torch.set_num_threads(threads)
    assert recipe["dtype"] == "bfloat16"
    assert recipe["threads"] == threads + 1
    assert recipe["torch"] == torch.__version__
    assert recipe["processor"] == torch.backends.cpu.get_cpu_capability()
    assert make_recipe(some_request(), encoder, [], (30, 20), 12, True)["dtype"] == "float32"
