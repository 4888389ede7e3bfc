"""Published weights that the user may download: where they come from, how they are checked, where they are kept.

Nothing here touches the network; `stylegui.engine.encoders.download` does, when the user asks. A downloaded file is a
pickle: it is read as plain tensors only (`weights_only=True`), reduced to the layers that the program uses, normalised
to a mean activation of 1 on the program's own pictures, and saved again as safetensors, from which it is loaded ever
after. torch is imported when a file is converted, not before.
"""

from __future__ import annotations

import hashlib
import json
import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from stylegui.files import replacing

if TYPE_CHECKING:
    from torch import Tensor

    from stylegui.engine.encoders.fire import FireNet
    from stylegui.engine.encoders.vgg import VGG19

CHUNK_BYTES = 1 << 20


class WeightsError(Exception):
    """Weights cannot be fetched, read or stored. `str(error)` is one sentence for the user."""


@dataclass(frozen=True)
class WeightsEntry:
    """One published file.

    `sha256` is as much of the file's hash as its publisher tells (torchvision: the first eight hex digits, in the
    file's name); `size_mib` is the publisher's rounded figure, for display only.
    """

    id: str
    title: str
    url: str
    sha256: str
    size_mib: float

    @property
    def file_name(self) -> str:
        return PurePosixPath(urlsplit(self.url).path).name


# As published in torchvision's sources, `torchvision/models/squeezenet.py` and `vgg.py` (IMAGENET1K_V1).
MANIFEST: dict[str, WeightsEntry] = {
    entry.id: entry
    for entry in (
        WeightsEntry(
            id="squeezenet",
            title="SqueezeNet 1.1",
            url="https://download.pytorch.org/models/squeezenet1_1-b8a52dc0.pth",
            sha256="b8a52dc0",
            size_mib=4.729,
        ),
        WeightsEntry(
            id="vgg19",
            title="VGG-19",
            url="https://download.pytorch.org/models/vgg19-dcbb9e9d.pth",
            sha256="dcbb9e9d",
            size_mib=548.051,
        ),
    )
}


def weights_path(model_id: str, folder: Path) -> Path:
    """Where the weights of `model_id` are kept in the models folder, whether they are there or not."""
    return folder / f"{model_id}.safetensors"


def installed(model_id: str, folder: Path) -> Path | None:
    """The converted weights of `model_id`, or None where they have not been downloaded."""
    path = weights_path(model_id, folder)
    return path if path.is_file() else None


def remove(model_id: str, folder: Path) -> bool:
    """Delete the weights of `model_id` and what is left of an unfinished download; False if there was nothing.

    Raises KeyError for an unknown id and WeightsError where a file cannot be deleted.
    """
    name = MANIFEST[model_id].file_name
    leftovers = [folder / name, folder / f"{name}.part", folder / f"{name}.part.json"]
    found = [path for path in (weights_path(model_id, folder), *leftovers) if path.exists()]
    for path in found:
        try:
            path.unlink()
        except OSError as error:
            raise WeightsError(f"{path} cannot be deleted: {error.strerror}.") from error
    return bool(found)


def metadata(**about: str) -> dict[str, str]:
    """Metadata for a safetensors file of a network whose channels have a mean activation of 1.

    All of it is JSON under one name: safetensors writes several in an order of their own every time, and the same
    network is to give the same file.
    """
    return {"stylegui": json.dumps({**about, "normalised": True}, sort_keys=True)}


def sha256_of(path: Path, between: Callable[[], None] = lambda: None) -> str:
    """SHA-256 of a file in hex; `between` is called once a megabyte and may raise to end it."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            between()
            digest.update(chunk)
    return digest.hexdigest()


def convert(entry: WeightsEntry, source: Path, folder: Path, between: Callable[[], None] | None = None) -> Path:
    """Save the layers of a downloaded `.pth` that the program uses as `<id>.safetensors` in `folder`, atomically.

    The saved names are those of the network's own state (`FireNet`, `VGG19`), and its channels are rescaled to a mean
    activation of 1 on the program's own pictures, which takes some seconds; `between` is called again and again
    meanwhile and may raise to end it. Raises WeightsError where the file is damaged, is no plain weights file (such a
    file is not executed) or belongs to another network.
    """
    import torch
    from safetensors.torch import save

    try:
        tensors = torch.load(source, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        raise WeightsError(f"{source.name} is damaged or holds more than plain weights, so it is not used.") from error
    except OSError as error:
        raise WeightsError(f"{source.name} cannot be read: {error.strerror}.") from error
    except (RuntimeError, EOFError, ValueError, KeyError, AttributeError, IndexError) as error:
        raise WeightsError(f"{source.name} is damaged.") from error
    network = _network(entry, tensors, source.name)
    _normalise(network, between)
    state = {key: tensor.contiguous() for key, tensor in network.state_dict().items()}
    data = save(state, metadata=metadata(title=entry.title, source=entry.url))
    target = weights_path(entry.id, folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with replacing(target) as file:
            file.write(data)
    except OSError as error:
        raise WeightsError(f"{target} cannot be written: {error.strerror}.") from error
    return target


def _network(entry: WeightsEntry, tensors: object, name: str) -> FireNet | VGG19:
    """The entry's network with torchvision's weights; every name and shape is checked by loading them."""
    from stylegui.engine.encoders import fire, vgg

    wrong = f"{name} does not hold the layers of {entry.title}."
    if not isinstance(tensors, Mapping):
        raise WeightsError(wrong)
    network: fire.FireNet | vgg.VGG19
    try:
        if entry.id == "vgg19":
            network = vgg.VGG19()
            state = vgg.from_torchvision_names(tensors)
        else:
            network = fire.FireNet(fire.SQUEEZE_SQUEEZENET)
            state = _fire_state(tensors)
        network.load_state_dict(state)
    except (KeyError, RuntimeError, TypeError) as error:
        raise WeightsError(wrong) from error
    return network


def _normalise(network: FireNet | VGG19, between: Callable[[], None] | None) -> None:
    """Fold a mean activation of 1 on the program's own pictures into the weights."""
    from stylegui.engine.encoders.normalise import mean_activations, own_pictures, unit_scales
    from stylegui.engine.images import PictureError

    try:
        means = mean_activations(lambda picture: network(picture, check=between), own_pictures())
    except (OSError, PictureError) as error:
        raise WeightsError(str(error)) from error
    network.scale_channels(unit_scales(means))


def _fire_state(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """State of a `FireNet` from torchvision's SqueezeNet 1.1, whose `features` count ReLU and pools as well."""
    from stylegui.engine.encoders.fire import from_caffe_names

    places = {"conv1": 0, "fire2": 3, "fire3": 4, "fire4": 6, "fire5": 7, "fire6": 9, "fire7": 10, "fire8": 11}
    parts = {"squeeze": "squeeze1x1", "expand1x1": "expand1x1", "expand3x3": "expand3x3"}
    caffe: dict[str, Tensor] = {}
    for layer, place in places.items():
        for kind in ("weight", "bias"):
            if layer == "conv1":
                caffe[f"conv1.{kind}"] = tensors[f"features.{place}.{kind}"]
                continue
            for theirs, published in parts.items():
                caffe[f"{layer}.{published}.{kind}"] = tensors[f"features.{place}.{theirs}.{kind}"]
    return from_caffe_names(caffe)
