"""Options made from parameters: names, kinds, ranges and what they say when a value is wrong."""

from __future__ import annotations

import argparse
import math
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field

from stylegui.commands.options import add_parameters, flag, given_parameters, layer_weights, number, plain
from stylegui.engine.request import PaintParams


class Params(BaseModel):
    size_px: Annotated[int, Field(ge=64, le=8192, description="Long side.", json_schema_extra={"group": "Canvas"})] = (
        512
    )
    mood: Annotated[Literal["calm", "wild"], Field(description="100 % of it.")] = "calm"
    amount: Annotated[float, Field(ge=0, le=1)] = 0.25
    tidy: bool = True
    layer_shares: dict[str, float] = {}


def parse(*words: str, model: type[BaseModel] = Params) -> dict[str, Any]:
    parser = argparse.ArgumentParser(allow_abbrev=False, exit_on_error=False)
    add_parameters(parser, model)
    args = parser.parse_args([*words])
    return given_parameters(args, model)


def test_only_what_is_given_is_returned() -> None:
    assert parse() == {}
    assert parse("--size", "640") == {"size_px": 640}


def test_every_kind_of_parameter() -> None:
    words = ["--mood", "wild", "--amount", "1e-1", "--no-tidy", "--layer-shares", "fire3=1, fire5=0.5"]
    assert parse(*words) == {
        "mood": "wild",
        "amount": 0.1,
        "tidy": False,
        "layer_shares": {"fire3": 1.0, "fire5": 0.5},
    }


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (("--size", "63"), "“63” is not a whole number from 64 to 8192"),
        (("--size", "8193"), "“8193” is not a whole number from 64 to 8192"),
        (("--size", "640.5"), "“640.5” is not a whole number from 64 to 8192"),
        (("--size", "big"), "“big” is not a whole number from 64 to 8192"),
        (("--amount", "nan"), "“nan” is not a number from 0 to 1"),
        (("--amount", "inf"), "“inf” is not a number from 0 to 1"),
        (("--amount", ""), "“” is not a number from 0 to 1"),
        (("--mood", "sad"), "invalid choice: 'sad'"),
        (("--layer-shares", "fire3"), "“fire3” is not LAYER=WEIGHT"),
        (("--layer-shares", "=1"), "“=1” is not LAYER=WEIGHT"),
        (("--layer-shares", "a=-1"), "with a weight of at least 0"),
        (("--layer-shares", "a=inf"), "with a weight of at least 0"),
    ],
)
def test_a_wrong_value_is_told_with_what_would_be_right(words: tuple[str, ...], text: str) -> None:
    with pytest.raises(argparse.ArgumentError) as caught:
        parse(*words)
    assert text in str(caught.value)


def test_help_has_groups_ranges_and_defaults() -> None:
    parser = argparse.ArgumentParser(prog="x")
    add_parameters(parser, Params)
    text = " ".join(parser.format_help().split())
    assert "canvas: --size SIZE" not in text
    assert "canvas: --size N Long side (64 to 8192, default 512)" in text
    assert "100 % of it (default calm)" in text
    assert "(0 to 1, default 0.25)" in text


def test_every_parameter_of_painting_has_an_option_with_help() -> None:
    parser = argparse.ArgumentParser(prog="x")
    add_parameters(parser, PaintParams)
    options = {option: action for action in parser._actions for option in action.option_strings}
    for name, field in PaintParams.model_fields.items():
        action = options[flag(name)]
        assert field.description is not None and action.help is not None
        assert action.help.startswith(field.description.rstrip(".").replace("%", "%%"))
    assert parse("--size", "300", "--seed", "7", model=PaintParams) == {"size_px": 300, "seed": 7}


def test_numbers_without_bounds() -> None:
    assert number(int)("-5") == -5
    assert number(float, 0)("1e9") == 1e9
    with pytest.raises(argparse.ArgumentTypeError, match="is not a number of at least 0"):
        number(float, 0)("-1")
    assert math.isclose(number(float, 0, 1)("0"), 0)


def test_plain_numbers_and_weights() -> None:
    assert [plain(value) for value in (60.0, 0.5, 2**31 - 1)] == ["60", "0.5", "2147483647"]
    assert layer_weights("a=0") == {"a": 0.0}
