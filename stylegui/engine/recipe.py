"""How a picture was made, as plain JSON: enough to make it again on the same machine, and to credit the style."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch

import stylegui
from stylegui.engine.control import Steering
from stylegui.engine.encoders.encoder import Encoder
from stylegui.engine.images import Picture
from stylegui.engine.request import TransferRequest

FORMAT = 1


def _picture(picture: Picture) -> dict[str, Any]:
    return {"name": picture.name, "sha256": picture.digest, "width": picture.width, "height": picture.height}


def environment(encoder: Encoder, dtype: torch.dtype = torch.float32) -> dict[str, Any]:
    """What decides the last bit of a picture beside its request, as it is in the calling thread."""
    return {
        "program": f"stylegui {stylegui.__version__}",
        "encoder": {"id": encoder.kind.id, "sha256": encoder.digest},
        "device": encoder.device.type,
        "dtype": str(dtype).removeprefix("torch."),
        "threads": torch.get_num_threads(),
        "processor": torch.backends.cpu.get_cpu_capability(),
        "torch": torch.__version__,
    }


def make_recipe(
    request: TransferRequest,
    encoder: Encoder,
    steering: Sequence[Steering],
    size: tuple[int, int],
    steps: int,
    complete: bool,
    dtype: torch.dtype = torch.float32,
) -> dict[str, Any]:
    """The recipe of a run, to be made in the thread that painted. It holds no time and no path: the same run gives the
    same recipe.

    `dtype` is what was computed in. Device, dtype, threads, kind of processor and torch's version decide the last bit
    of a picture, so a replay that has all of them as they are here gives the same bytes.
    """
    return {
        "format": FORMAT,
        "engine": request.engine,
        "params": request.params.model_dump(mode="json"),
        "photo": _picture(request.photo),
        "styles": [
            _picture(style.picture) | {"title": style.name or style.picture.name, "weight": style.weight}
            for style in request.styles
        ],
        "start_picture": _picture(request.start_picture) if request.start_picture else None,
        "steering": [{"step": event.step, "changes": dict(event.changes)} for event in steering],
        "width": size[0],
        "height": size[1],
        "steps": steps,
        "complete": complete,
        **environment(encoder, dtype),
    }
