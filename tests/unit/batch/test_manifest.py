"""The manifest: what it keeps, whatever moment the program is killed in."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from stylegui.batch.errors import BatchError
from stylegui.batch.lock import locked
from stylegui.batch.manifest import Manifest, Record
from stylegui.batch.resume import differences

FULL = Record(
    "sub/a--b.jpg",
    "done",
    photo="in/a.jpg",
    style="b",
    title="Bé",
    engine="instant",
    params={"strength": 75.0, "size_px": 64},
    drawn=("strength",),
    seed=0,
    file={"format": "jpeg"},
    sha256="1",
    photo_sha256="2",
    style_sha256="3",
    made={"threads": 2},
    seconds=1.5,
    notes=("A note.",),
)


def test_records_come_back_as_they_were(tmp_path: Path) -> None:
    odd = Record("caf\udce9--b.jpg", "failed", photo="caf\udce9.jpg", error="It is broken.")
    with Manifest(tmp_path) as manifest:
        assert manifest.is_new
        manifest.begin({"seed": 3}, [FULL, odd])
    again = Manifest(tmp_path)
    assert not again.is_new
    assert again.arguments == {"seed": 3}
    assert again.records == {FULL.output: FULL, odd.output: odd}


def test_the_seed_stands_there_also_when_it_is_0(tmp_path: Path) -> None:
    with Manifest(tmp_path) as manifest:
        manifest.begin({}, [FULL])
    assert json.loads(manifest.path.read_text(encoding="utf-8").splitlines()[1])["seed"] == 0


def test_the_later_line_counts_and_tidying_keeps_only_that(tmp_path: Path) -> None:
    first, second = Record("a.jpg", "waiting", photo="a"), Record("b.jpg", "waiting", photo="b")
    done = Record("a.jpg", "done", photo="a", sha256="1")
    with Manifest(tmp_path) as manifest:
        manifest.begin({}, [first, second])
        manifest.add(done)
        assert list(Manifest(tmp_path).records.values()) == [done, second]
        manifest.tidy()
    lines = manifest.path.read_text().splitlines()
    assert [json.loads(line)["state"] for line in lines[1:]] == ["done", "waiting"]


def test_a_line_that_was_cut_off_is_as_if_it_were_not_there(tmp_path: Path) -> None:
    with Manifest(tmp_path) as manifest:
        manifest.begin({}, [Record("a.jpg", "waiting", photo="a")])
        whole = manifest.path.read_bytes()
        manifest.add(Record("a.jpg", "done", photo="a", sha256="1"))
    data = manifest.path.read_bytes()
    for length in range(len(whole), len(data)):
        manifest.path.write_bytes(data[:length])
        assert Manifest(tmp_path).records["a.jpg"].state == "waiting"
    manifest.path.write_bytes(data)
    assert Manifest(tmp_path).records["a.jpg"].state == "done"


def test_what_other_runs_have_made_stays_known(tmp_path: Path) -> None:
    with Manifest(tmp_path) as manifest:
        manifest.begin({}, [Record("old.jpg", "done", sha256="1")])
        manifest.begin({}, [Record("new.jpg", "waiting")])
    assert list(Manifest(tmp_path).records) == ["new.jpg", "old.jpg"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "no json\n",
        "[]\n",
        '{"manifest": 1}\n',
        '{"manifest": 1, "program": "x", "arguments": {}}\n{"a": 1}\n',
    ],
)
def test_a_file_of_that_name_that_is_something_else_stays(tmp_path: Path, text: str) -> None:
    path = tmp_path / "manifest.jsonl"
    path.write_text(text)
    with pytest.raises(BatchError, match="is not a manifest that stylegui can read"):
        Manifest(tmp_path)
    assert path.read_text() == text


def test_a_manifest_of_the_future_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "manifest.jsonl").write_text('{"manifest": 2}\n')
    with pytest.raises(BatchError, match="newer stylegui"):
        Manifest(tmp_path)


def test_changes_of_arguments_are_put_into_words() -> None:
    before = {"strength": 75.0, "seed": 0, "styles": ["a"], "random": None, "same": 1}
    now = {"strength": 40.0, "seed": 0, "styles": ["b"], "random": 3, "same": 1}
    assert differences(before, now) == "strength 75 → 40, other styles, random none → 3"
    assert differences(now, now) == ""


def test_a_folder_that_cannot_be_locked_is_not_taken_for_one_at_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock" if os.name == "posix" else "msvcrt.locking", refuse)
    with pytest.raises(OSError, match="No locks available"), locked(tmp_path):
        raise AssertionError("the folder was given unlocked")


HOLD = """
import sys, time
from pathlib import Path
from stylegui.batch.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_two_batches_do_not_share_a_folder(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None and other.stdout.readline() == "held\n"
        with pytest.raises(BatchError, match="Another batch is at work in"), locked(tmp_path):
            raise AssertionError("the folder was given twice")
        other.kill()
        other.wait()
        with locked(tmp_path):  # the system has let go of it
            pass
    assert list(tmp_path.iterdir()) == []
