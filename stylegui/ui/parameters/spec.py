"""What a control has to know about a parameter, read from its pydantic declaration, in the user's language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from PySide6.QtCore import QCoreApplication

Kind = Literal["number", "choice", "flag", "text", "weights"]

GROUP_ORDER = ("Look", "Canvas")
LAST_GROUP = "Advanced"
WIDEST_SLIDER = 100_000


@dataclass(frozen=True)
class FieldSpec:
    """One parameter: its words, its range and its place. `lowest` and `highest` are those of a number."""

    name: str
    title: str
    description: str
    group: str
    kind: Kind
    default: Any
    integer: bool = False
    lowest: float = 0.0
    highest: float = 0.0
    choices: tuple[tuple[str, str], ...] = ()  # value, words
    steerable: bool = False
    unit: str = ""
    special: str = ""  # words for the lowest number
    restart: bool = False

    @property
    def has_slider(self) -> bool:
        """Whether a slider can point at single values of this number's range (not so for a seed)."""
        return self.kind == "number" and not self.special and self.highest - self.lowest <= WIDEST_SLIDER

    @property
    def decimals(self) -> int:
        """How many decimals are worth showing."""
        return 0 if self.integer or self.highest - self.lowest >= 20 else 2

    def text(self, value: Any) -> str:
        """A value in words, such as "60 %" or "Draft"."""
        if self.kind == "number":
            if self.special and value == self.lowest:
                return self.special
            number = f"{value:.{self.decimals}f}"
            return f"{number} {self.unit}" if self.unit else number
        if self.kind == "flag":
            return _words("on") if value else _words("off")
        if self.kind == "weights":
            return _words("the network's own") if not value else ", ".join(f"{k} {v:g}" for k, v in value.items())
        return dict(self.choices).get(str(value), str(value))


def field_specs(model: type[BaseModel]) -> list[FieldSpec]:
    """All parameters of `model` that have a place in the window, in the order of their declaration.

    Raises TypeError for a parameter of a kind that no control exists for.
    """
    specs = []
    for name, info in model.model_fields.items():
        extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
        if extra.get("group"):
            specs.append(_field_spec(name, info, extra, model.__name__))
    return specs


def in_groups(specs: Iterable[FieldSpec]) -> dict[str, list[FieldSpec]]:
    """The parameters by group: what is used most comes first, "Advanced" last."""
    groups: dict[str, list[FieldSpec]] = {name: [] for name in GROUP_ORDER}
    for spec in specs:
        groups.setdefault(spec.group, []).append(spec)
    if LAST_GROUP in groups:
        groups[LAST_GROUP] = groups.pop(LAST_GROUP)
    return {name: members for name, members in groups.items() if members}


def _field_spec(name: str, info: FieldInfo, extra: dict[str, Any], context: str) -> FieldSpec:
    """`context` is where translations of the words are looked up: the name of the class that declares them."""

    def words(text: str) -> str:
        return QCoreApplication.translate(context, text) if text else ""

    kind, choices = _kind(name, info.annotation, extra.get("labels") or {})
    lowest, highest = _range(info, kind)
    return FieldSpec(
        name=name,
        title=words(info.title or name.replace("_", " ").capitalize()),
        description=words(info.description or ""),
        group=str(extra["group"]),
        kind=kind,
        default=info.get_default(call_default_factory=True, validated_data={}),
        integer=info.annotation is int,
        lowest=lowest,
        highest=highest,
        choices=tuple((value, words(text)) for value, text in choices),
        steerable=bool(extra.get("steerable", False)),
        unit=str(extra.get("unit", "")),
        special=words(str(extra.get("special", ""))),
        restart=bool(extra.get("restart", False)),
    )


def group_title(group: str) -> str:
    """The heading of a group in the user's language."""
    return QCoreApplication.translate("ParameterGroups", group)


def _words(text: str) -> str:
    return QCoreApplication.translate("FieldSpec", text)


def _kind(name: str, annotation: Any, labels: dict[str, str]) -> tuple[Kind, tuple[tuple[str, str], ...]]:
    if get_origin(annotation) is Literal:
        return "choice", tuple((value, labels.get(value, str(value).capitalize())) for value in get_args(annotation))
    if annotation is bool:
        return "flag", ()
    if annotation in (int, float):
        return "number", ()
    if annotation is str:
        return "text", tuple(labels.items())
    if get_origin(annotation) is dict and get_args(annotation) == (str, float):
        return "weights", ()
    raise TypeError(f"no control for the parameter {name!r} of type {annotation!r}")


def _range(info: FieldInfo, kind: Kind) -> tuple[float, float]:
    if kind != "number":
        return 0.0, 0.0
    lowest, highest = None, None
    for bound in info.metadata:
        if isinstance(bound, Ge):
            lowest = float(bound.ge)  # type: ignore[arg-type]
        elif isinstance(bound, Gt):
            lowest = float(bound.gt)  # type: ignore[arg-type]
        elif isinstance(bound, Le):
            highest = float(bound.le)  # type: ignore[arg-type]
        elif isinstance(bound, Lt):
            highest = float(bound.lt)  # type: ignore[arg-type]
    if lowest is None or highest is None:
        raise TypeError(f"the number {info.title!r} needs a lowest and a highest value to get a control")
    return lowest, highest
