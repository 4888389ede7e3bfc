"""A run that is to be painted again: the document remembers how it went until something else is wanted."""

from collections.abc import Callable

import pytest

from stylegui.engine.control import Steering
from stylegui.engine.replay import Replay
from stylegui.engine.request import PaintParams, StyleInput
from stylegui.project.document import Document
from stylegui.project.recipes import Rerun
from stylegui.project.requests import pack_request, unpack_request
from stylegui.project.setup import Setup
from stylegui.project.store import PictureStore
from stylegui.project.version import StyleChoice
from stylegui.project.working import Working
from tests.ui.fakes import make_picture

RERUN = Rerun(Replay((Steering(3, {"strength": 80.0, "blend": [1.0]}),), stop_after=9), {"dtype": "float32"})
WORKING = Working(
    make_picture(), (StyleChoice("waves", StyleInput(make_picture(shade=9))),), Setup("paint"), rerun=RERUN
)


@pytest.fixture
def document() -> Document:
    document = Document()
    document.resume(WORKING)
    return document


def test_the_job_goes_as_the_run_went(document: Document) -> None:
    request = document.request()
    assert (request.replay, request.tuning) == (RERUN.replay, RERUN.tuning)
    assert document.request().replay == RERUN.replay  # and so it does every time
    document.set_setup(document.setup)
    assert document.request().replay == RERUN.replay


@pytest.mark.parametrize(
    "change",
    [
        lambda document: document.set_params(PaintParams(strength=1)),
        lambda document: document.set_engine("instant"),
        lambda document: document.set_photo(make_picture()),
        lambda document: document.set_styles([StyleInput(make_picture(shade=7))]),
    ],
)
def test_whatever_else_is_wanted_is_a_new_run(document: Document, change: Callable[[Document], None]) -> None:
    change(document)
    assert not document.request().replay
    assert document.request().tuning == {}
    document.resume(WORKING)
    assert document.request().replay == RERUN.replay  # undone


def test_a_job_that_waits_keeps_it(document: Document) -> None:
    store = PictureStore(None)
    again = unpack_request(pack_request(document.request(), store), store)
    assert (again.replay, again.tuning) == (RERUN.replay, RERUN.tuning)
