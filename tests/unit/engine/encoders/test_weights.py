"""Weights files: the manifest, the conversion to safetensors, and files that must not be trusted."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
import torch
import torchvision
from safetensors import safe_open
from safetensors.torch import load_file
from torch import Tensor

from stylegui.engine.control import Cancelled, RunControl
from stylegui.engine.encoders import fire, normalise, weights
from stylegui.engine.encoders.normalise import mean_activations, own_pictures
from stylegui.engine.encoders.vgg import LAYERS, VGG19
from stylegui.engine.encoders.weights import MANIFEST, WeightsError, convert, installed, remove, sha256_of

SQUEEZENET, VGG = MANIFEST["squeezenet"], MANIFEST["vgg19"]


class Touching:
    """A pickle that makes a file when it is loaded without care."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.path),)


def rescaled(ours: Tensor, theirs: Tensor) -> Tensor:
    """Features of another network, each channel (1, C, H, W) times the one factor that brings it to ours."""
    factors = ours.sum((2, 3), keepdim=True) / theirs.sum((2, 3), keepdim=True).clamp_min(1e-12)
    return theirs * factors


def about(path: Path) -> dict[str, object]:
    with safe_open(path, "pt") as file:
        told: dict[str, object] = json.loads(file.metadata()["stylegui"])
    return told


@pytest.fixture(scope="module")
def squeezenet() -> torch.nn.Module:
    torch.manual_seed(0)
    network: torch.nn.Module = torchvision.models.squeezenet1_1(weights=None).eval()
    return network


def test_the_manifest_is_what_torchvision_publishes() -> None:
    published = {
        "squeezenet": torchvision.models.SqueezeNet1_1_Weights.IMAGENET1K_V1,
        "vgg19": torchvision.models.VGG19_Weights.IMAGENET1K_V1,
    }
    assert set(MANIFEST) == set(published)
    for name, entry in MANIFEST.items():
        assert entry.url == published[name].url and entry.url.startswith("https://")
        assert entry.size_mib == published[name].meta["_file_size"]
        assert entry.file_name.endswith(f"-{entry.sha256}.pth")


@pytest.mark.parametrize("zipped", [True, False])
def test_converted_squeezenet_has_torchvisions_features(
    squeezenet: torch.nn.Module, tmp_path: Path, zipped: bool
) -> None:
    source = tmp_path / "download.pth"
    torch.save(squeezenet.state_dict(), source, _use_new_zipfile_serialization=zipped)
    path = convert(SQUEEZENET, source, tmp_path / "new" / "models")
    network = fire.FireNet(fire.SQUEEZE_SQUEEZENET)
    network.load_state_dict(load_file(path))
    theirs = squeezenet.features
    assert isinstance(theirs, torch.nn.Sequential)
    x = torch.rand(1, 3, 64, 64, generator=torch.Generator().manual_seed(1))
    with torch.no_grad():
        # Both borders repeated: only then do the two networks see the same picture.
        padded = torch.nn.functional.pad((x - network.mean) / network.std, (1, 1, 1, 1), mode="replicate")
        expected = theirs[:2](padded)
        ours = network(x, ("conv1",))["conv1"]
        torch.testing.assert_close(ours, rescaled(ours, expected), rtol=1e-4, atol=1e-4)
        expected = theirs[2:5](expected)[..., 2:-2, 2:-2]
        ours = network(x, ("fire3",))["fire3"][..., 2:-2, 2:-2]
        torch.testing.assert_close(ours, rescaled(ours, expected), rtol=1e-3, atol=1e-4)
    assert path.stat().st_size < 4_000_000


def test_converted_vgg_is_without_classifier_and_deeper_layers(tmp_path: Path) -> None:
    network = VGG19()
    state = network.state_dict()
    state["features.34.weight"] = torch.zeros(512, 512, 3, 3)
    state["classifier.0.weight"] = torch.zeros(16, 16)
    torch.save(state, tmp_path / "vgg.pth")
    path = convert(VGG, tmp_path / "vgg.pth", tmp_path)
    assert path == tmp_path / "vgg19.safetensors" == installed("vgg19", tmp_path)
    kept = VGG19()
    kept.load_state_dict(load_file(path))
    x = torch.rand(1, 3, 32, 32, generator=torch.Generator().manual_seed(1))
    with torch.no_grad():
        ours, theirs = kept(x), network(x)
    for name in LAYERS:
        torch.testing.assert_close(ours[name], rescaled(ours[name], theirs[name]), rtol=1e-3, atol=1e-3)


def test_converted_channels_have_a_mean_activation_of_one(squeezenet: torch.nn.Module, tmp_path: Path) -> None:
    torch.save(squeezenet.state_dict(), tmp_path / "download.pth")
    path = convert(SQUEEZENET, tmp_path / "download.pth", tmp_path)
    assert about(path) == {"title": "SqueezeNet 1.1", "source": SQUEEZENET.url, "normalised": True}
    network = fire.FireNet(fire.SQUEEZE_SQUEEZENET)
    network.load_state_dict(load_file(path))
    for mean in mean_activations(network, own_pictures()).values():
        # Channels that hardly ever speak on these pictures are not raised all the way.
        assert float(mean.max()) == pytest.approx(1, abs=1e-3)
        assert float(mean.median()) == pytest.approx(1, abs=1e-3)


def test_a_conversion_can_be_cancelled(squeezenet: torch.nn.Module, tmp_path: Path) -> None:
    torch.save(squeezenet.state_dict(), tmp_path / "download.pth")
    control = RunControl()
    control.cancel()
    with pytest.raises(Cancelled):
        convert(SQUEEZENET, tmp_path / "download.pth", tmp_path, between=control.checkpoint)
    assert installed("squeezenet", tmp_path) is None


def test_without_the_programs_own_pictures_it_says_so(
    squeezenet: torch.nn.Module, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    torch.save(squeezenet.state_dict(), tmp_path / "download.pth")
    monkeypatch.setattr(normalise, "resources_root", lambda: tmp_path / "nothing")
    with pytest.raises(WeightsError, match="own pictures are missing"):
        convert(SQUEEZENET, tmp_path / "download.pth", tmp_path)


def test_the_same_file_converts_to_the_same_bytes(squeezenet: torch.nn.Module, tmp_path: Path) -> None:
    torch.save(squeezenet.state_dict(), tmp_path / "download.pth")
    first = sha256_of(convert(SQUEEZENET, tmp_path / "download.pth", tmp_path))
    assert sha256_of(convert(SQUEEZENET, tmp_path / "download.pth", tmp_path)) == first


def test_a_malicious_pickle_is_not_executed(tmp_path: Path) -> None:
    victim = tmp_path / "made-by-the-pickle"
    torch.save({"features.0.weight": Touching(victim)}, tmp_path / "evil.pth")
    with pytest.raises(WeightsError, match=r"evil\.pth is damaged or holds more than plain weights"):
        convert(SQUEEZENET, tmp_path / "evil.pth", tmp_path)
    assert not victim.exists()
    assert installed("squeezenet", tmp_path) is None
    # The attack is a real one: loaded without care it does its work.
    torch.load(tmp_path / "evil.pth", weights_only=False)
    assert victim.exists()


@pytest.mark.parametrize("content", [b"", b"not weights at all", b"PK\x03\x04 broken zip", b"\x80\x02}q\x00"])
def test_a_damaged_file_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "broken.pth").write_bytes(content)
    with pytest.raises(WeightsError, match=r"^broken\.pth is damaged.*\.$"):
        convert(VGG, tmp_path / "broken.pth", tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broken.pth"]


def test_a_truncated_file_is_one_sentence(squeezenet: torch.nn.Module, tmp_path: Path) -> None:
    torch.save(squeezenet.state_dict(), tmp_path / "cut.pth")
    data = (tmp_path / "cut.pth").read_bytes()
    (tmp_path / "cut.pth").write_bytes(data[: len(data) // 2])
    with pytest.raises(WeightsError, match=r"cut\.pth is damaged"):
        convert(SQUEEZENET, tmp_path / "cut.pth", tmp_path)


@pytest.mark.parametrize("content", [[1, 2], {"features.0.weight": torch.zeros(3)}, {"features.0.weight": 7}])
def test_another_networks_weights_are_refused(tmp_path: Path, content: object) -> None:
    torch.save(content, tmp_path / "other.pth")
    for entry in MANIFEST.values():
        with pytest.raises(WeightsError, match=f"does not hold the layers of {entry.title}"):
            convert(entry, tmp_path / "other.pth", tmp_path)


def test_weights_of_the_wrong_shape_are_refused(squeezenet: torch.nn.Module, tmp_path: Path) -> None:
    state = {name: tensor[..., :1] for name, tensor in squeezenet.state_dict().items()}
    torch.save(state, tmp_path / "thin.pth")
    with pytest.raises(WeightsError, match="does not hold the layers of SqueezeNet"):
        convert(SQUEEZENET, tmp_path / "thin.pth", tmp_path)


def test_weights_that_cannot_be_stored_leave_the_old_ones(squeezenet: torch.nn.Module, tmp_path: Path) -> None:
    torch.save(squeezenet.state_dict(), tmp_path / "download.pth")
    (tmp_path / "a-file").write_text("in the way")
    with pytest.raises(WeightsError, match="cannot be written"):
        convert(SQUEEZENET, tmp_path / "download.pth", tmp_path / "a-file")
    assert (tmp_path / "a-file").read_text() == "in the way"


def test_remove_takes_the_weights_and_unfinished_downloads(tmp_path: Path) -> None:
    mine = [weights.weights_path("vgg19", tmp_path), tmp_path / f"{VGG.file_name}.part"]
    other = weights.weights_path("squeezenet", tmp_path)
    for path in (*mine, other):
        path.write_bytes(b"x")
    assert remove("vgg19", tmp_path)
    assert list(tmp_path.iterdir()) == [other]
    assert not remove("vgg19", tmp_path)
    with pytest.raises(KeyError):
        remove("builtin", tmp_path)


def test_sha256_is_that_of_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "abc").write_bytes(b"abc")
    assert sha256_of(tmp_path / "abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_the_file_name_of_an_entry_is_that_of_its_address() -> None:
    assert replace(VGG, url="https://example.org/a/b.pth?x=1").file_name == "b.pth"
