"""Changes to a running job: which may be made, and what they make of its parameters."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from stylegui.engine.encoders.encoder import EncoderKind
from stylegui.engine.engines import EngineError
from stylegui.engine.request import PaintParams, TransferRequest

BLEND = "blend"


@dataclass(frozen=True)
class Steered:
    """Parameters and style weights after a change."""

    params: PaintParams
    weights: tuple[float, ...]


def is_steerable(name: str) -> bool:
    """Whether a parameter may change during a run. The weights of the styles, `blend`, always may."""
    field = PaintParams.model_fields.get(name)
    extra = field.json_schema_extra if field is not None else None
    return name == BLEND or (isinstance(extra, dict) and bool(extra.get("steerable")))


def steer(params: PaintParams, weights: Sequence[float], changes: Mapping[str, Any], kind: EncoderKind) -> Steered:
    """Apply changes by name. Raises ValueError, with a sentence, where one of them cannot be made."""
    for name in changes:
        if not is_steerable(name):
            raise ValueError(f"“{name}” cannot be changed while a picture is being painted.")
    blend = tuple(float(weight) for weight in changes.get(BLEND, weights))
    if len(blend) != len(weights) or not are_weights(blend):
        raise ValueError("The weights of the styles do not fit the styles.")
    named = {name: value for name, value in changes.items() if name != BLEND}
    try:
        changed = PaintParams.model_validate(params.model_dump() | named)
    except ValidationError as error:
        raise ValueError(f"A value is out of range: {error.errors()[0]['msg']}.") from error
    check_layers(changed, kind)
    return Steered(changed, blend)


def are_weights(weights: Sequence[float]) -> bool:
    """Whether numbers can be weights: finite, none negative, not all zero."""
    return all(math.isfinite(weight) and weight >= 0 for weight in weights) and sum(weights) > 0


def check_layers(params: PaintParams, kind: EncoderKind) -> None:
    """Raise ValueError where layers are weighted that the encoder does not have."""
    for name in (*params.style_weights, *params.content_weights):
        if name not in kind.layers:
            raise ValueError(f"{kind.title} has no layer “{name}”; it has {', '.join(kind.layers)}.")


def check_styles(request: TransferRequest) -> None:
    """Raise EngineError of kind "input", with a sentence, where a request has no styles or no weights for them."""
    if not request.styles:
        raise EngineError("Choose a style first.", "input")
    if not are_weights([style.weight for style in request.styles]):
        raise EngineError("The weights of the styles must be positive numbers.", "input")


def check_request(request: TransferRequest, kind: EncoderKind) -> None:
    """Raise EngineError of kind "input", with a sentence, where a request cannot be painted."""
    check_styles(request)
    try:
        check_layers(request.paint, kind)
    except ValueError as error:
        raise EngineError(str(error), "input") from error
