"""A second program beside the one of the test: the real one, in a process of its own, with a story of its own.

    python -m tests.stories.neighbour look|die PROJECT|tell

What it sees is told as one line of JSON on standard output.
"""

from __future__ import annotations

from stylegui.environment import prepare_environment

prepare_environment()

import json  # noqa: E402 - the environment comes first
import os  # noqa: E402
import signal  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtWidgets import QFileDialog  # noqa: E402

import stylegui  # noqa: E402
from stylegui import app as studio_app  # noqa: E402
from stylegui.paths import Paths  # noqa: E402
from stylegui.settings import SettingsStore  # noqa: E402
from stylegui.ui.session import Session  # noqa: E402
from tests.stories.artist import Artist, Story, live_through  # noqa: E402

CONTROL = Qt.KeyboardModifier.ControlModifier
ROOT = Path(stylegui.__file__).parents[1]


def begin(task: str, *paths: Path) -> subprocess.Popen[str]:
    """Start it beside this process, with the same home."""
    words = [sys.executable, "-m", "tests.stories.neighbour", task, *map(str, paths)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)


def look(artist: Artist, project: Path) -> Story:
    """Open a project that another window has, and try to save over it."""
    window = artist.window
    session = window.findChildren(Session)[0]
    recovering = session.recovering
    assert recovering is not None
    yield lambda: recovering.looked and " · " in window.paint_panel.estimate.text()
    seen: dict[str, Any] = {"versions": len(session._document.versions), "told": window.canvas.message}
    seen["offered"] = recovering.offered
    QFileDialog.getSaveFileName = lambda *_: (str(project), "")  # type: ignore[method-assign]
    artist.press(Qt.Key.Key_S, CONTROL)
    seen["refused"] = window.canvas.message
    sys.stdout.write(json.dumps(seen) + "\n")


def die(artist: Artist, project: Path) -> Story:
    """Change a project and be killed while its new file is on its way to the disk, so that it is half written."""
    session = artist.window.findChildren(Session)[0]
    document = session._document
    assert session.recovering is not None
    yield lambda: bool(document.versions)
    put_aside: list[int] = []
    session.recovering.autosaver.put_aside.connect(lambda: put_aside.append(1))
    document.set_rating(document.versions[0], 5)
    yield lambda: bool(put_aside)

    def kill(_descriptor: object) -> None:
        (part,) = project.parent.glob(".stylegui-*.part")
        assert part.stat().st_size > 0
        os.truncate(part, part.stat().st_size // 2)
        os.kill(os.getpid(), signal.SIGKILL)

    os.fsync = kill  # type: ignore[assignment]
    artist.press(Qt.Key.Key_S, CONTROL)
    yield lambda: False


def tell(artist: Artist) -> Story:
    """Say what the window looks like."""
    window = artist.window
    yield window.isVisible
    menus = [action.text() for action in window.menuBar().actions()]
    sys.stdout.write(json.dumps({"menus": menus, "scale": window.devicePixelRatioF()}) + "\n")


def main(task: str, *words: str) -> int:
    studio_app.make_application(SettingsStore(Paths.of_user().settings_file))
    if task == "tell":
        return live_through(tell)
    project = Path(words[0])
    story = look if task == "look" else die
    return live_through(lambda artist: story(artist, project), project)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
