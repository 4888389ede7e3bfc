"""Leaving in other ways than by the window's own button."""

import os
import signal

import pytest
from pytestqt.qtbot import QtBot

from tests.stories.artist import Artist, Story, live_through


@pytest.mark.skipif(os.name == "nt", reason="Windows has other ways to end a program")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_the_window_and_the_program_ends_well(qtbot: QtBot, number: signal.Signals) -> None:
    def story(artist: Artist) -> Story:
        window = artist.window
        os.kill(os.getpid(), number)
        yield lambda: not window.isVisible()

    handler = signal.getsignal(number)
    assert live_through(story) == 0
    assert signal.getsignal(number) == handler
