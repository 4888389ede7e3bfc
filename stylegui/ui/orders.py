"""What the artist had in hand when a picture was ordered, and how it was steered since: what its version is made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from stylegui.engine.engines import Result
from stylegui.engine.request import InstantParams, PaintParams, TransferRequest
from stylegui.project.document import Document
from stylegui.project.setup import EngineId, Params, Setup
from stylegui.project.version import StyleChoice, Version

BLEND = "blend"


def steerable_names(params: type[PaintParams] = PaintParams) -> frozenset[str]:
    """The parameters that may change while a picture is painted. Instant is over before a hand could steer it."""
    names = set()
    for name, field in params.model_fields.items():
        extra = field.json_schema_extra
        if isinstance(extra, dict) and extra.get("steerable"):
            names.add(name)
    return frozenset(names)


@dataclass(eq=False)
class Order:
    """A request, and all that is not in it but belongs to its version.

    `foreground` is whether the artist waits for it: what becomes of it may interrupt. While `follows`, the document is
    about this very picture, and changes of it steer the run. `version_id` is that of the version it has become.
    """

    request: TransferRequest
    choices: tuple[StyleChoice, ...]
    setup: Setup
    parent: str = ""
    foreground: bool = True
    follows: bool = False
    version_id: str = ""

    def __post_init__(self) -> None:
        self.params: Params = self.request.params
        self.weights = tuple(style.weight for style in self.request.styles)

    @classmethod
    def of(cls, document: Document, request: TransferRequest, *, foreground: bool) -> Order:
        """An order for a request that the document was asked for just now."""
        parent = document.branched_from if request.start_picture is not None else ""
        return cls(request, choices_of(request, document.choices), document.setup, parent, foreground)

    @property
    def title(self) -> str:
        """The names of the styles."""
        return " + ".join(style.name for style in self.request.styles if style.name)

    @property
    def painted_in(self) -> tuple[StyleChoice, ...]:
        """The styles, with the weights that they were steered to."""
        return tuple(
            replace(choice, input=replace(choice.input, weight=weight))
            for choice, weight in zip(self.choices, self.weights, strict=True)
        )

    @property
    def painted_with(self) -> Setup:
        """What the engines were set to at the end of the run."""
        return replace(self.setup.with_params(self.params), engine=_engine_of(self.params))

    def is_about(self, document: Document) -> bool:
        """Whether the document is about the same photo and the same styles, whatever their weights."""
        pictures = [style.picture for style in document.styles]
        return [style.picture for style in self.request.styles] == pictures and document.photo is self.request.photo

    def is_as(self, document: Document) -> bool:
        """Whether Start would paint exactly this picture."""
        weights = tuple(style.weight for style in document.styles)
        return self.is_about(document) and self.params == document.params and self.weights == weights

    def is_wanted(self, document: Document) -> bool:
        """Whether its result is of what the document is set to now. Paint is steered, so that its result always is."""
        if not isinstance(self.params, InstantParams):
            return True
        wanted = document.setup.preview(self.params.size_px)
        weights = tuple(style.weight for style in document.styles)
        return wanted == self.params and self.is_about(document) and self.weights == weights

    def take_changes(self, document: Document) -> dict[str, Any]:
        """What has changed in the document, which is about this picture, that bends it while it runs; told once."""
        if not isinstance(self.params, PaintParams):
            return {}
        now = document.paint_params
        changes: dict[str, Any] = {
            name: getattr(now, name) for name in steerable_names() if getattr(now, name) != getattr(self.params, name)
        }
        weights = tuple(style.weight for style in document.styles)
        if weights != self.weights:
            changes[BLEND] = list(weights)
        self.steer(changes)
        return changes

    def steer(self, changes: Mapping[str, Any]) -> None:
        """Take note of changes that the run was given. Raises ValueError where it cannot have been given them."""
        named = {name: value for name, value in changes.items() if name != BLEND}
        if not named.keys() <= steerable_names():
            raise ValueError("a parameter that cannot be steered")
        weights = tuple(float(weight) for weight in changes.get(BLEND, self.weights))
        if len(weights) != len(self.weights):
            raise ValueError("weights of other styles")
        if named:
            self.params = type(self.params).model_validate(self.params.model_dump() | named)
        self.weights = weights

    def keep(self, document: Document, result: Result, key: str = "") -> Version:
        """Make the result a version of the document, under its job's key: after a crash that tells that it was done."""
        version = document.add_version(
            self.request.photo,
            result,
            self.title,
            show=self.is_wanted(document),
            styles=self.painted_in,
            setup=self.painted_with,
            parent=self.parent,
            version_id=key,
        )
        self.version_id = version.id
        return version


def choices_of(request: TransferRequest, known: Iterable[StyleChoice]) -> tuple[StyleChoice, ...]:
    """The request's styles, with the ids of those that are among the known ones."""
    ids = {id(choice.input.picture): choice.id for choice in known}
    return tuple(StyleChoice(ids.get(id(style.picture), ""), style) for style in request.styles)


def _engine_of(params: Params) -> EngineId:
    return "paint" if isinstance(params, PaintParams) else "instant"
