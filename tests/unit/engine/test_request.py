from __future__ import annotations

import math
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from stylegui.engine.encoders.encoder import ENCODERS
from stylegui.engine.request import EncoderId, PaintParams

BAD = [
    {"strength": -1},
    {"strength": 101},
    {"strength": math.nan},
    {"brush_size": 10},
    {"size_px": 63},
    {"size_px": 8193},
    {"seed": -1},
    {"preset": "best"},
    {"no_such_parameter": 1},
    {"style_weights": {"conv1": -1.0}},
    {"style_weights": {"conv1": math.inf}},
    {"style_weights": {"conv1": math.nan}},
    {"style_weights": {"conv1": 0.0, "fire2": 0.0}},
    {"content_weights": {"fire3": 0.0}},
]


@pytest.mark.parametrize("bad", BAD, ids=str)
def test_values_out_of_range_are_refused(bad: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        PaintParams.model_validate(bad)


def test_a_layer_may_have_no_weight_beside_one_that_has() -> None:
    params = PaintParams(style_weights={"conv1": 0.0, "fire2": 2.0}, content_weights={})
    assert params.style_weights == {"conv1": 0.0, "fire2": 2.0}


def test_parameters_do_not_change_and_come_back_from_json() -> None:
    params = PaintParams(strength=33.5, style_weights={"conv1": 1.0})
    with pytest.raises(ValidationError):
        params.strength = 2.0
    assert PaintParams.model_validate_json(params.model_dump_json()) == params


def test_every_parameter_has_its_place_and_words_for_its_choices() -> None:
    for name, info in PaintParams.model_fields.items():
        extra = info.json_schema_extra
        assert isinstance(extra, dict) and extra["group"] in ("Canvas", "Look", "Advanced"), name
        assert info.title and info.description, name
        labels = extra["labels"]
        assert isinstance(labels, dict)
        if labels:
            assert set(labels) == set(get_args(info.annotation)), name


def test_every_network_that_can_be_chosen_is_known() -> None:
    assert set(get_args(EncoderId)) == set(ENCODERS)
