"""Styles on their shelf: what is recalled, and what is read anew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch

import stylegui
from stylegui.engine.instant import style
from stylegui.engine.instant.model import InstantModel
from stylegui.engine.instant.network import SIZES, InstantNet
from stylegui.engine.instant.style import InstantStyle, StyleShelf, read_style
from tests.unit.engine.painting import random_encoder


@pytest.fixture(scope="module")
def model() -> InstantModel:
    return InstantModel("fast", InstantNet(SIZES["fast"]).eval().requires_grad_(False), random_encoder(), "random")


@pytest.fixture(scope="module")
def known(model: InstantModel) -> InstantStyle:
    return read_style(model, torch.rand(1, 3, 48, 64, generator=torch.Generator().manual_seed(0)))


def test_what_was_put_there_comes_back_to_the_bit(tmp_path: Path, model: InstantModel, known: InstantStyle) -> None:
    StyleShelf(tmp_path / "styles").put(StyleShelf(tmp_path / "styles").path(model, "picture", "style"), known)
    recalled = StyleShelf(tmp_path / "styles").get(StyleShelf(tmp_path / "styles").path(model, "picture", "style"))
    assert recalled is not None and recalled.to_bytes() == known.to_bytes()


def test_another_picture_variant_or_network_has_another_place(tmp_path: Path, model: InstantModel) -> None:
    shelf = StyleShelf(tmp_path)
    places = [
        shelf.path(model, "picture", "style"),
        shelf.path(model, "other", "style"),
        shelf.path(model, "picture", "luminance"),
        shelf.path(replace(model, digest="other"), "picture", "style"),
    ]
    assert len(set(places)) == len(places)


def test_another_program_or_format_never_reads_them(
    tmp_path: Path, model: InstantModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = StyleShelf(tmp_path)
    places = {shelf.path(model, "picture", "style")}
    with monkeypatch.context() as changed:
        changed.setattr(style, "FORMAT", style.FORMAT + 1)
        places.add(shelf.path(model, "picture", "style"))
    with monkeypatch.context() as changed:
        changed.setattr(stylegui, "__version__", "99.0")
        places.add(shelf.path(model, "picture", "style"))
    with monkeypatch.context() as changed:
        changed.setattr(torch, "__version__", "99.0")
        places.add(shelf.path(model, "picture", "style"))
    assert len(places) == 4


@pytest.mark.parametrize("damage", [b"", b"no code", None])
def test_a_damaged_or_missing_one_is_none(
    tmp_path: Path, model: InstantModel, known: InstantStyle, damage: bytes | None
) -> None:
    shelf = StyleShelf(tmp_path)
    path = shelf.path(model, "picture", "style")
    assert path is not None
    shelf.put(path, known)
    if damage is None:
        path.unlink()
    else:
        path.write_bytes(damage)
    assert shelf.get(path) is None


def test_the_shelf_is_bounded(tmp_path: Path, model: InstantModel, known: InstantStyle) -> None:
    size = len(known.to_bytes())
    assert size < 10_000
    shelf = StyleShelf(tmp_path, limit_bytes=5 * size)
    for number in range(12):
        shelf.put(shelf.path(model, str(number), "style"), known)
    assert 0 < len(list(tmp_path.iterdir())) <= 5
    assert shelf.get(shelf.path(model, "11", "style")) is not None


def test_a_shelf_that_keeps_nothing_or_cannot_is_no_error(
    tmp_path: Path, model: InstantModel, known: InstantStyle
) -> None:
    nowhere = StyleShelf(None)
    assert nowhere.path(model, "picture", "style") is None
    nowhere.put(None, known)
    assert nowhere.get(None) is None
    (tmp_path / "file").write_text("where a folder should be")
    blocked = StyleShelf(tmp_path / "file")
    path = blocked.path(model, "picture", "style")
    blocked.put(path, known)
    assert blocked.get(path) is None
