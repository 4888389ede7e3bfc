"""Command-line options made from an engine's parameters, as the window's panel is made from them."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import Any, Literal, get_args, get_origin

from annotated_types import Ge, Le
from pydantic import BaseModel
from pydantic.fields import FieldInfo

Arguments = argparse._ActionsContainer
Limits = Callable[[float | None, float | None], Callable[[str], Any]]
"""Makes the parser of a number out of the least and the greatest value."""


def add_parameters(
    parser: argparse.ArgumentParser,
    model: type[BaseModel],
    *,
    leave_out: Collection[str] = (),
    decimal: Limits | None = None,
) -> None:
    """One option for each parameter of `model`, grouped as in the window. Options that are not given stay away.

    `decimal` makes the parsers of decimal numbers, where more than numbers are to be taken.
    """
    groups: dict[str, argparse._ArgumentGroup] = {}
    for name, field in model.model_fields.items():
        if name in leave_out:
            continue
        title = _extra(field).get("group", "Options")
        if title not in groups:
            groups[title] = parser.add_argument_group(title.lower())
        _add(groups[title], name, field, decimal or partial(number, float))


def given_parameters(args: argparse.Namespace, model: type[BaseModel]) -> dict[str, Any]:
    """The parameters of `model` that stand on the command line."""
    return {name: value for name, value in vars(args).items() if name in model.model_fields}


def flag(name: str) -> str:
    """The option of a parameter: `size_px` is `--size`, `brush_size` is `--brush-size`."""
    return "--" + name.removesuffix("_px").replace("_", "-")


def number(kind: type[int] | type[float], low: float | None = None, high: float | None = None) -> Callable[[str], Any]:
    """A parser of numbers for argparse that says what it would have taken."""
    noun = "a whole number" if kind is int else "a number"
    limits = f" from {plain(low)} to {plain(high)}" if low is not None and high is not None else ""
    if low is not None and high is None:
        limits = f" of at least {plain(low)}"

    def parse(text: str) -> int | float:
        value: int | float | None
        try:
            value = kind(text)
        except ValueError:
            value = None
        # Written so that a NaN, which fails every comparison, is refused.
        too_low = low is not None and (value is None or not value >= low)
        too_high = high is not None and (value is None or not value <= high)
        if value is None or too_low or too_high:
            raise argparse.ArgumentTypeError(f"“{text}” is not {noun}{limits}")
        return value

    return parse


def plain(value: float) -> str:
    """A number without needless digits: "60", "0.5", "2147483647"."""
    return str(int(value)) if value == int(value) else f"{value:g}"


def layer_weights(text: str) -> dict[str, float]:
    """Weights by layer out of "fire3=1,fire5=0.5"."""
    weights: dict[str, float] = {}
    for part in text.split(","):
        name, equals, value = part.partition("=")
        try:
            weight = float(value)
        except ValueError:
            weight = -1.0
        if not name.strip() or not equals or not 0 <= weight < float("inf"):
            raise argparse.ArgumentTypeError(f"“{part}” is not LAYER=WEIGHT with a weight of at least 0")
        weights[name.strip()] = weight
    return weights


def _add(group: Arguments, name: str, field: FieldInfo, decimal: Limits) -> None:
    annotation = field.annotation
    details: dict[str, Any] = {"dest": name, "default": argparse.SUPPRESS}
    low, high = _bounds(field)
    hints = []
    if annotation is bool:
        details["action"] = argparse.BooleanOptionalAction
    elif get_origin(annotation) is Literal:
        details["choices"] = get_args(annotation)
    elif annotation is int or annotation is float:
        details["type"] = number(int, low, high) if annotation is int else decimal(low, high)
        details["metavar"] = _extra(field).get("unit", "").strip("%").upper() or "N"
        if low is not None and high is not None:
            hints.append(f"{plain(low)} to {plain(high)}")
    elif get_origin(annotation) is dict:
        details["type"] = layer_weights
        details["metavar"] = "LAYER=WEIGHT,…"
    if isinstance(field.default, str | int | float):
        default = field.default
        hints.append(f"default {plain(default) if isinstance(default, float) else default}")
    text = (field.description or field.title or name).rstrip(".")
    details["help"] = (f"{text} ({', '.join(hints)})" if hints else text).replace("%", "%%")
    group.add_argument(flag(name), **details)


def _bounds(field: FieldInfo) -> tuple[float | None, float | None]:
    low: Any = next((limit.ge for limit in field.metadata if isinstance(limit, Ge)), None)
    high: Any = next((limit.le for limit in field.metadata if isinstance(limit, Le)), None)
    return low, high


def _extra(field: FieldInfo) -> Mapping[str, Any]:
    return field.json_schema_extra if isinstance(field.json_schema_extra, Mapping) else {}
