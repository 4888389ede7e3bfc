"""The state of a run of Paint as a file, so that a run that was torn off goes on where it was.

A snapshot is a safetensors file: the picture with all that its optimiser knows, the state of the random generator, and
as JSON in the metadata where the run stands and how it was steered. What can be worked out again (sources, targets) is
not in it. A run that goes on from a snapshot on the same machine ends with the same bits as one that was never torn
off. A file is never trusted: whatever does not fit the run that it is to go on with is refused.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

import torch
from pydantic import BaseModel, ConfigDict, Field, JsonValue, TypeAdapter, ValidationError
from safetensors import SafetensorError, safe_open
from torch import Tensor

from stylegui.engine.control import RunControl, Steering
from stylegui.engine.encoders.encoder import Encoder
from stylegui.engine.engines import Sink
from stylegui.engine.fitting import TILES_PX
from stylegui.engine.optimise import HISTORY, LBFGS_LISTS, PictureState
from stylegui.engine.plan import Scale
from stylegui.engine.request import TransferRequest
from stylegui.engine.steering import Steered, steer

FORMAT = 1
"""To be raised with every change of what a step computes: a picture half of each kind would be nobody's."""

_CANVASES = ("pixels", "first", "second", "sum")
_NUMBERS = ("learning_rate", "steps", "weight")
_LBFGS_NUMBERS = ("func_evals", "n_iter", "prev_loss", "t")
_LBFGS_TENSORS = ("d", "prev_flat_grad", "H_diag", "t")
_GENERATOR = "generator"
_DTYPES = {torch.float32: "F32", torch.uint8: "U8"}

Canvas = Callable[[Scale], tuple[int, int]]
Count = Annotated[int, Field(ge=0, le=10_000_000)]
Finite = Annotated[float, Field(allow_inf_nan=False)]
Seconds = Annotated[float, Field(ge=0, allow_inf_nan=False)]


class SnapshotError(Exception):
    """A snapshot cannot be gone on with; the text tells why, as the end of a sentence."""


class Standing(BaseModel):
    """Where a run stands.

    `hold` is the factor of `ContentHold`, `network` the one that made the first picture, `sources_px` the long side
    that the sources were read at. `earlier` tells of the parts of the run that another machine or another version of
    the program painted: each is an `environment` with the number of its last `step`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    step: Count
    index: Count
    plan: tuple[Scale, ...]
    sources_px: Count
    hold: Annotated[float, Field(gt=0, le=1)]
    steering: tuple[Steering, ...] = ()
    elapsed_s: Seconds = 0.0
    seconds_per_pixel: Seconds = 0.0
    network: dict[str, JsonValue] | None = None
    environment: dict[str, JsonValue] = {}
    earlier: tuple[dict[str, JsonValue], ...] = ()


class _Metadata(BaseModel):
    model_config = ConfigDict(extra="forbid")

    format: Literal[1]
    made_for: str
    standing: Standing
    numbers: dict[str, Finite | int]


@dataclass(frozen=True, eq=False)
class Snapshot:
    """A run between two steps."""

    standing: Standing
    steered: Steered
    picture: PictureState
    generator: Tensor
    """State of the CPU generator: uint8."""


def run_key(request: TransferRequest, encoder: Encoder) -> str:
    """What tells runs apart that would not go through the same steps, as a hash."""
    start = request.start_picture
    facts = {
        "params": request.paint.model_dump(mode="json"),
        "photo": request.photo.digest,
        "styles": [[style.picture.digest, style.weight] for style in request.styles],
        "replay": request.replay.as_recipe(),
        "start": start.digest if start is not None and request.paint.start == "picture" else None,
        "encoder": encoder.digest,
        "device": encoder.device.type,
    }
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def pack(snapshot: Snapshot, made_for: str) -> Iterator[memoryview]:
    """The bytes of a snapshot in pieces, one tensor at a time: tensors on the CPU are not copied."""
    tensors = {**snapshot.picture.tensors, _GENERATOR: snapshot.generator}
    metadata = {
        "format": FORMAT,
        "made_for": made_for,
        "standing": TypeAdapter(Standing).dump_python(snapshot.standing, mode="json"),
        "numbers": dict(snapshot.picture.numbers),
    }
    header: dict[str, Any] = {"__metadata__": {"paint": json.dumps(metadata, allow_nan=False)}}
    end = 0
    for name, tensor in tensors.items():
        begin, end = end, end + tensor.numel() * tensor.element_size()
        header[name] = {
            "dtype": _DTYPES[tensor.dtype],
            "shape": list(tensor.shape),
            "data_offsets": [begin, end],
        }
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    yield memoryview(len(text).to_bytes(8, "little") + text)
    for tensor in tensors.values():
        flat: Any = tensor.detach().cpu().contiguous().reshape(-1).view(torch.uint8).numpy()
        yield memoryview(flat)


def kept(
    control: RunControl,
    sink: Sink,
    request: TransferRequest,
    encoder: Encoder,
    asked: Sequence[Scale],
    canvas: Canvas,
) -> Snapshot | None:
    """What was kept of a run when it was torn off, as `load` gives it; None where there is nothing that is of use.

    The run then begins anew, and says so.
    """
    if control.resume_from is None:
        return None
    try:
        return load(control.resume_from, request, encoder, asked, canvas)
    except SnapshotError as error:
        sink.notice(f"The painting could not be continued, because {error}. It begins anew.")
        return None


def load(path: Path, request: TransferRequest, encoder: Encoder, asked: Sequence[Scale], canvas: Canvas) -> Snapshot:
    """Read the snapshot of a run that was to go through the plan `asked` (and may have gone on with a smaller one).

    `canvas` gives the height and width of a scale.

    Raises SnapshotError where the file is damaged, of another run or of another kind.
    """
    try:
        with safe_open(path, framework="pt") as file:
            known = _metadata(file.metadata())
            if known.made_for != run_key(request, encoder):
                raise SnapshotError("it belongs to another picture")
            scale = _scale(known.standing, asked)
            shapes = {name: list(file.get_slice(name).get_shape()) for name in file.keys()}  # noqa: SIM118
            _check_shapes(shapes, canvas(scale), known.numbers)
            steered = _steered(request, known.standing.steering, encoder)
            # A copy: the file may be replaced while the run goes on.
            tensors = {name: file.get_tensor(name).clone() for name in shapes}
    except (OSError, SafetensorError, ValidationError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise SnapshotError("what was kept of it is damaged") from error
    generator = tensors.pop(_GENERATOR)
    _check_values(tensors, generator, known.numbers)
    moved = {name: tensor.to(encoder.device) for name, tensor in tensors.items()}
    return Snapshot(known.standing, steered, PictureState(moved, known.numbers), generator)


def _metadata(strings: Mapping[str, str] | None) -> _Metadata:
    known = json.loads((strings or {})["paint"])
    if known["format"] != FORMAT:
        raise SnapshotError("it was begun by another version of the program")
    return _Metadata.model_validate(known)


def _scale(standing: Standing, asked: Sequence[Scale]) -> Scale:
    """The scale that a run is in. Raises ValueError where its step is not one of it, or the plan none of the run."""
    plan, index = standing.plan, standing.index
    sizes = [standing.sources_px, *(scale.long_px for scale in plan)]
    counts = [scale.steps for scale in plan]
    if any(scale.tile_px not in (0, *TILES_PX) for scale in plan):
        raise ValueError("no such tiles")
    if index >= len(plan) or min(sizes + counts) < 1:
        raise ValueError("no such scale")
    if max(sizes) > max(scale.long_px for scale in asked) or sum(counts) > sum(scale.steps for scale in asked):
        raise ValueError("no such plan")
    begin = sum(scale.steps for scale in plan[:index])
    if not begin <= standing.step < begin + plan[index].steps:
        raise ValueError("no such step")
    return plan[index]


def _steered(request: TransferRequest, steering: Sequence[Steering], encoder: Encoder) -> Steered:
    """What a run's changes have made of its parameters. Raises ValueError where they cannot have been made."""
    steered = Steered(request.paint, tuple(style.weight for style in request.styles))
    for event in steering:
        steered = steer(steered.params, steered.weights, event.changes, encoder.kind)
    return steered


def _check_shapes(shapes: Mapping[str, list[int]], size: tuple[int, int], numbers: Mapping[str, float]) -> None:
    """Raise ValueError unless these are the tensors of a picture of this (height, width), and their numbers."""
    canvas = [1, 3, *size]
    flat = [3 * size[0] * size[1]]
    wanted: dict[str, list[list[int]]] = {name: [canvas] for name in _CANVASES}
    wanted |= {f"lbfgs.{name}": [flat, []] for name in _LBFGS_TENSORS}
    wanted |= {f"lbfgs.{name}.{index}": [flat, []] for name in LBFGS_LISTS for index in range(HISTORY)}
    wanted[_GENERATOR] = [list(torch.Generator().get_state().shape)]
    required = {*_CANVASES, _GENERATOR}
    if not required <= shapes.keys() or any(shape not in wanted[name] for name, shape in shapes.items()):
        raise ValueError("tensors of another kind")
    optional = {f"lbfgs.{name}" for name in (*_LBFGS_NUMBERS, "H_diag")}
    if not set(_NUMBERS) <= numbers.keys() <= {*_NUMBERS, *optional}:
        raise ValueError("numbers of another kind")
    pairs = [{name.rpartition(".")[2] for name in shapes if name.startswith(f"lbfgs.{key}.")} for key in LBFGS_LISTS]
    if any(each != pairs[0] for each in pairs):
        raise ValueError("half a history")


def _check_values(tensors: Mapping[str, Tensor], generator: Tensor, numbers: Mapping[str, float]) -> None:
    """Raise SnapshotError where a value is not one that a run can have."""
    good = all(tensor.dtype == torch.float32 and bool(tensor.isfinite().all()) for tensor in tensors.values())
    good = good and all(float(tensors[name].amin()) >= 0 for name in ("pixels", "second", "sum"))
    good = good and float(tensors["pixels"].amax()) <= 1 and float(tensors["sum"].amax()) <= 1 + 1e-6
    good = good and 0 < numbers["learning_rate"] <= 1 and numbers["steps"] >= 0 and 0 <= numbers["weight"] <= 1
    try:
        torch.Generator().set_state(generator)
    except (RuntimeError, TypeError):
        good = False
    if not good:
        raise SnapshotError("what was kept of it is damaged")
