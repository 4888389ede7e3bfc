"""A job as JSON and pictures in a store, so that it outlives the program. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from stylegui.engine.replay import Replay
from stylegui.engine.request import InstantParams, PaintParams, StyleInput, TransferRequest
from stylegui.project.errors import ProjectError
from stylegui.project.recipes import PARAMS
from stylegui.project.setup import EngineId, P, Setup
from stylegui.project.store import PictureRef, PictureStore
from stylegui.project.version import StyleChoice


class StyleEntry(BaseModel):
    """A style as JSON."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    picture: PictureRef
    weight: float = Field(gt=0, allow_inf_nan=False)
    name: str = ""
    id: str = ""


class SetupEntry(BaseModel):
    """What the engines are set to, as JSON. A newer program may know parameters and values that are unknown here."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    engine: str = "instant"
    instant: dict[str, Any] = Field(default_factory=dict)
    paint: dict[str, Any] = Field(default_factory=dict)

    @classmethod
    def of(cls, setup: Setup) -> SetupEntry:
        return cls(
            engine=setup.engine,
            instant=setup.instant.model_dump(mode="json"),
            paint=setup.paint.model_dump(mode="json"),
        )

    def setup(self) -> Setup:
        """The settings; those that are not understood are as usual."""
        engine: EngineId = "paint" if self.engine == "paint" else "instant"
        return Setup(engine, understood(InstantParams, self.instant), understood(PaintParams, self.paint))


class _RequestEntry(BaseModel):
    model_config = ConfigDict(extra="ignore")

    photo: PictureRef
    styles: list[StyleEntry] = Field(min_length=1)
    params: dict[str, Any]
    engine: str
    start: PictureRef | None = None
    device: str = "auto"
    memory_cap_bytes: int = Field(default=0, ge=0)
    replay: dict[str, Any] = Field(default_factory=dict)
    tuning: dict[str, Any] = Field(default_factory=dict)


def understood(kind: type[P], values: Mapping[str, Any]) -> P:
    """Parameters with those of the values that this version of the program knows and takes."""
    known = {name: value for name, value in values.items() if name in kind.model_fields}
    try:
        return kind.model_validate(known)
    except ValidationError as error:
        wrong = {str(detail["loc"][0]) for detail in error.errors()}
    return kind.model_validate({name: value for name, value in known.items() if name not in wrong})


def pack_request(request: TransferRequest, store: PictureStore) -> dict[str, JsonValue]:
    """A job as JSON; its pictures go into the store. Raises StoreError where the disk does not take them."""
    entry = _RequestEntry(
        photo=store.keep(request.photo),
        styles=[
            StyleEntry(picture=store.keep(style.picture), weight=style.weight, name=style.name)
            for style in request.styles
        ],
        params=request.params.model_dump(mode="json"),
        engine=request.engine,
        start=store.keep(request.start_picture) if request.start_picture is not None else None,
        device=request.device,
        memory_cap_bytes=request.memory_cap_bytes,
        replay=request.replay.as_recipe() if request.replay else {},
        tuning=dict(request.tuning),
    )
    return entry.model_dump(mode="json")


def unpack_request(content: Mapping[str, JsonValue], store: PictureStore) -> TransferRequest:
    """A job out of JSON and the pictures of a store.

    Pictures that somebody holds already are those very objects. Raises ProjectError for what is not understood, and
    StoreError where a picture is missing or damaged.
    """
    try:
        entry = _RequestEntry.model_validate(content)
        kind = PARAMS.get(entry.engine)
        if kind is None:
            raise ProjectError("A waiting job is of a kind that this version of the program does not know.")
        params = kind.model_validate(entry.params)
        replay = Replay.of(entry.replay)
    except ValueError as error:
        raise ProjectError("A waiting job cannot be understood by this version of the program.") from error
    return TransferRequest(
        photo=store.fetch(entry.photo),
        styles=tuple(StyleInput(store.fetch(style.picture), style.weight, style.name) for style in entry.styles),
        params=params,
        engine=entry.engine,
        start_picture=store.fetch(entry.start) if entry.start is not None else None,
        device=entry.device,
        memory_cap_bytes=entry.memory_cap_bytes,
        replay=replay,
        tuning=entry.tuning,
    )


def pack_choices(choices: Sequence[StyleChoice], store: PictureStore) -> list[JsonValue]:
    """Chosen styles as JSON, with their ids; their pictures go into the store. Raises StoreError."""
    return [
        StyleEntry(
            picture=store.keep(choice.input.picture), weight=choice.input.weight, name=choice.input.name, id=choice.id
        ).model_dump(mode="json")
        for choice in choices
    ]


def unpack_choices(content: Sequence[JsonValue], store: PictureStore) -> tuple[StyleChoice, ...]:
    """Chosen styles out of JSON. Raises ProjectError for what is not understood, and StoreError for a lost picture."""
    try:
        entries = [StyleEntry.model_validate(each) for each in content]
    except ValidationError as error:
        raise ProjectError("A waiting job cannot be understood by this version of the program.") from error
    return tuple(
        StyleChoice(entry.id, StyleInput(store.fetch(entry.picture), entry.weight, entry.name)) for entry in entries
    )


def pack_setup(setup: Setup) -> dict[str, JsonValue]:
    """Settings as JSON."""
    return SetupEntry.of(setup).model_dump(mode="json")


def unpack_setup(content: Mapping[str, JsonValue]) -> Setup:
    """Settings out of JSON; those that are not understood are as usual. Raises ProjectError for no settings at all."""
    try:
        return SetupEntry.model_validate(content).setup()
    except ValidationError as error:
        raise ProjectError("Settings cannot be understood by this version of the program.") from error
