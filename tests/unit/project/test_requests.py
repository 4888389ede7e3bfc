"""Jobs that outlive the program."""

import json
from pathlib import Path
from typing import Any

import pytest

from stylegui.engine.images import PictureError
from stylegui.engine.request import InstantParams, PaintParams, StyleInput, TransferRequest
from stylegui.project.errors import ProjectError
from stylegui.project.requests import (
    pack_choices,
    pack_request,
    pack_setup,
    unpack_choices,
    unpack_request,
    unpack_setup,
)
from stylegui.project.setup import Setup
from stylegui.project.store import PictureStore
from tests.unit.project.documents import choice, noise


@pytest.fixture
def store(tmp_path: Path) -> PictureStore:
    return PictureStore(tmp_path)


def request(**changes: Any) -> TransferRequest:
    styles = (StyleInput(noise(2), 0.25, "Waves"), StyleInput(noise(3, bits=16), 2.0, "Coral"))
    values: dict[str, Any] = {"params": PaintParams(strength=12, seed=5), "start_picture": noise(4, alpha=True)}
    return TransferRequest(
        noise(1, name="a.png"), styles, **values | {"device": "cpu", "memory_cap_bytes": 5} | changes
    )


@pytest.mark.parametrize(
    "job", [request(), request(params=InstantParams(detail=3), engine="instant", start_picture=None)]
)
def test_a_job_is_the_same_after_a_restart(store: PictureStore, job: TransferRequest) -> None:
    packed = json.loads(json.dumps(pack_request(job, store)))
    again = unpack_request(packed, PictureStore(store.folder))
    assert (again.params, again.engine, again.device) == (job.params, job.engine, job.device)
    assert again.memory_cap_bytes == job.memory_cap_bytes
    assert (again.photo.digest, again.photo.name) == (job.photo.digest, "a.png")
    assert [(one.picture.digest, one.weight, one.name) for one in again.styles] == [
        (one.picture.digest, one.weight, one.name) for one in job.styles
    ]
    assert (again.start_picture and again.start_picture.digest) == (job.start_picture and job.start_picture.digest)


def test_the_photo_of_a_job_is_the_one_on_the_canvas(store: PictureStore) -> None:
    job = request()
    assert unpack_request(pack_request(job, store), store).photo is job.photo


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"engine": "brush"}, "does not know"),
        ({"params": {"glaze": 1}}, "cannot be understood"),
        ({"styles": []}, "cannot be understood"),
        ({"photo": None}, "cannot be understood"),
    ],
)
def test_a_job_that_is_not_understood_says_so(store: PictureStore, changes: dict[str, Any], words: str) -> None:
    with pytest.raises(ProjectError, match=words):
        unpack_request(pack_request(request(), store) | changes, store)


def test_a_job_whose_picture_is_lost_says_so(store: PictureStore, tmp_path: Path) -> None:
    packed = pack_request(request(), store)
    with pytest.raises(PictureError, match="cannot be read"):
        unpack_request(packed, PictureStore(tmp_path / "elsewhere"))


def test_styles_and_settings_come_back(store: PictureStore) -> None:
    chosen = (choice(1, "coral", 0.5), choice(2, ""))
    again = unpack_choices(json.loads(json.dumps(pack_choices(chosen, store))), PictureStore(store.folder))
    assert [(one.id, one.input.weight, one.input.name, one.input.picture.digest) for one in again] == [
        (one.id, one.input.weight, one.input.name, one.input.picture.digest) for one in chosen
    ]
    setup = Setup("paint", InstantParams(detail=4), PaintParams(seed=2))
    assert unpack_setup(json.loads(json.dumps(pack_setup(setup)))) == setup
    with pytest.raises(ProjectError):
        unpack_choices([{"weight": 1}], store)
    with pytest.raises(ProjectError):
        unpack_setup({"paint": 3})
