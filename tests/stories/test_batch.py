"""Somebody paints a folder of photos overnight, and the power fails."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import torch

import stylegui
from stylegui.engine.images import Picture, SaveOptions, save_picture
from stylegui.engine.instant import tuning
from stylegui.engine.instant.model import load_instant
from stylegui.paths import Paths

PATIENCE_S = 120.0


def start(folder: Path, output: str, workers: int) -> subprocess.Popen[str]:
    """The real command with worker processes: two photos in two styles."""
    words = ["photos", "--styles", "styles", "-o", output, "--workers", str(workers), "--threads", "1"]
    options = ["--device", "cpu", "--size", "128", "--strength", "30-90"]
    command = [sys.executable, "-m", "stylegui", "batch", *words, *options]
    environment = os.environ | {"PYTHONPATH": str(Path(stylegui.__file__).parents[1])}
    return subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True)


def finish(process: subprocess.Popen[str]) -> str:
    with process:
        _, told = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 0, told
    return told


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def finished(folder: Path) -> set[str]:
    return {name for name in (files(folder) if folder.exists() else ()) if "--" in name}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    noise = np.random.default_rng(0)
    for name in ("photos/one/same.png", "photos/two/same.png", "styles/red.png", "styles/blue.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        coarse = noise.integers(0, 256, (12, 18, 3), dtype=np.uint8).repeat(8, 0).repeat(8, 1)
        save_picture(Picture(coarse), tmp_path / name, SaveOptions(), None)
    return tmp_path


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no kill -9")
def test_a_killed_batch_goes_on_and_comes_to_the_same_end(folder: Path) -> None:
    # Two batches are compared: what is quickest here must not be found out anew by each, on a busy machine perhaps.
    tuning.keep(load_instant("fine", torch.device("cpu")), Paths.of_user().cache, tuning.PLAIN)
    tuning.forget()
    told = finish(start(folder, "whole", workers=2))
    assert "4 pictures painted in " in told and "by 2 workers with 1 thread each." in told
    # What follows has one worker: what the pictures look like does not depend on how many there are.
    whole = files(folder / "whole")
    assert set(whole) == {
        "manifest.jsonl",
        "contact-sheet.jpg",
        *(f"{photo}/same--{style}.jpg" for photo in ("one", "two") for style in ("red", "blue")),
    }

    with start(folder, "killed", workers=1) as process:
        end = time.monotonic() + PATIENCE_S
        while not finished(folder / "killed"):
            assert time.monotonic() < end and process.poll() is None, "no picture was painted"
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    survived = finished(folder / "killed")
    assert 1 <= len(survived) < 4
    before = {name: (folder / "killed" / name).stat().st_mtime_ns for name in survived}

    told = finish(start(folder, "killed", workers=1))
    assert f"{len(survived)} of 4 pictures are there already." in told
    again = files(folder / "killed")
    assert set(again) == set(whole)
    assert {name: again[name] for name in whole if "--" in name} == {
        name: data for name, data in whole.items() if "--" in name
    }
    assert {name: (folder / "killed" / name).stat().st_mtime_ns for name in survived} == before
