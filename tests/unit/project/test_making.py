import json
import os
import zipfile
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from stylegui.project.making import INDEX, LONGEST_PX, MOST_STILLS, MakingError, MakingOf, Recording, take
from stylegui.project.making_shelf import MakingShelf
from tests.conftest import ExpectLog
from tests.unit.project.makings import frame, making_of, share_of


def test_a_still_looks_like_its_frame() -> None:
    making = making_of(10)
    assert [still.step for still in making.stills] == list(range(1, 11))
    picture = making.picture(4)
    assert picture.size == (64, 64)
    assert np.abs(picture.to_uint8().astype(int) - frame(0.5)).mean() < 4


def test_large_frames_are_kept_smaller() -> None:
    shot = take(np.zeros((900, 2 * LONGEST_PX, 3), np.uint8), 3)
    assert (shot.still.width, shot.still.height) == (LONGEST_PX, 450)
    assert shot.still.size_bytes == len(shot.jpeg)


def test_too_many_stills_become_sparser_and_stay_even() -> None:
    making = making_of(1000)
    steps = [still.step for still in making.stills]
    gaps = {later - earlier for earlier, later in pairwise(steps)}
    assert len(gaps) == 1
    assert MOST_STILLS / 2 - 1 <= len(steps) <= MOST_STILLS
    assert steps[0] == 1
    assert steps[-1] > 1000 - gaps.pop()


def test_the_budget_holds_however_long_it_goes_on() -> None:
    recording = Recording(50_000)
    for step in range(1, 401):
        if recording.wants(step):
            recording.add(take(frame(step / 400), step))
        assert recording.held_bytes <= 50_000
    assert len(recording) >= 20


def test_a_frame_that_would_not_be_kept_is_not_wanted() -> None:
    recording = Recording(1 << 20, steps=10 * MOST_STILLS)
    recording.add(take(frame(0), 1))
    assert not recording.wants(10)
    assert recording.wants(11)


def test_a_job_that_begins_anew_takes_back_its_stills() -> None:
    recording = Recording(1 << 20)
    for step in (1, 2, 3, 4, 2, 3):
        assert step == 1 or recording.wants(step)
        recording.add(take(frame(0), step))
    making = recording.finish()
    assert making is not None
    assert [still.step for still in making.stills] == [1, 2, 3]
    assert recording.held_bytes == making.size_bytes


def test_one_still_is_no_making() -> None:
    recording = Recording(1 << 20)
    assert recording.finish() is None
    recording.add(take(frame(0), 1))
    assert recording.finish() is None


def test_the_place_at_a_step_is_that_of_the_last_still_before() -> None:
    making = making_of(30, every=10)
    assert [making.place_at(step) for step in (0, 1, 10, 11, 29.5, 999)] == [0, 0, 0, 1, 2, 2]


def test_thinning_keeps_first_and_last() -> None:
    making = making_of(100).thinned(7)
    steps = [still.step for still in making.stills]
    assert len(steps) == 7
    assert (steps[0], steps[-1]) == (1, 100)
    assert share_of(making.picture(3).to_uint8()) == pytest.approx(0.5, abs=0.05)
    assert making.thinned(9) is making


def test_it_travels_as_bytes() -> None:
    making = making_of(12)
    again = MakingOf.from_bytes(making.to_bytes())
    assert again.stills == making.stills
    assert all(again.jpeg(place) == making.jpeg(place) for place in range(12))


@pytest.mark.parametrize("content", [b"", b"no zip at all", b"PK\x03\x04" + bytes(80)])
def test_what_is_no_making_is_refused(content: bytes) -> None:
    with pytest.raises(MakingError):
        MakingOf.from_bytes(content)


@pytest.mark.parametrize("how", ["packed", "enciphered", "of an unknown kind", "longer than it is"])
def test_a_making_that_somebody_has_tampered_with_is_refused(how: str) -> None:
    content = BytesIO()
    kind = zipfile.ZIP_DEFLATED if how == "packed" else zipfile.ZIP_STORED
    with zipfile.ZipFile(content, "w", kind) as archive:
        archive.writestr(
            INDEX, json.dumps({"format": 1, "stills": [{"step": 1, "width": 1, "height": 1, "size_bytes": 1}]})
        )
    data = bytearray(content.getvalue())
    entry = data.rindex(b"PK\x01\x02")
    if how == "enciphered":
        data[6] |= 1
        data[entry + 8] |= 1
    elif how == "of an unknown kind":
        data[entry + 10] = 77
    elif how == "longer than it is":
        data[entry + 20 : entry + 28] = (2**20).to_bytes(4, "little") * 2
    with pytest.raises(MakingError):
        MakingOf.from_bytes(bytes(data))


@pytest.mark.parametrize(
    "index",
    ["{", '{"format": 99, "stills": []}', '{"format": 1, "stills": []}', '{"format": 1, "stills": [{"step": -1}]}'],
)
def test_an_index_that_makes_no_sense_is_refused(index: str) -> None:
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(INDEX, index)
    with pytest.raises(MakingError, match="damaged"):
        MakingOf.from_bytes(content.getvalue())


def test_a_still_that_is_not_there_or_no_picture_is_told() -> None:
    content = BytesIO()
    entry = {"width": 8, "height": 8, "size_bytes": 5}
    index = {"format": 1, "stills": [{"step": 1} | entry, {"step": 2} | entry]}
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(INDEX, json.dumps(index))
        archive.writestr("00000001.jpg", b"stuff")
    making = MakingOf.from_bytes(content.getvalue())
    with pytest.raises(MakingError, match="damaged"):
        making.picture(0)
    with pytest.raises(MakingError, match="any more"):
        making.picture(1)


def test_the_shelf_reads_from_its_files(tmp_path: Path) -> None:
    shelf = MakingShelf(tmp_path / "making", 1 << 24)
    assert shelf.get("one") is None
    kept = shelf.put("one", making_of(20))
    assert shelf.has("one")
    again = shelf.get("one")
    assert again is not None
    assert again.stills == kept.stills
    assert share_of(again.picture(9).to_uint8()) == pytest.approx(0.5, abs=0.05)
    assert shelf.folder is not None
    (shelf.folder / "one.making").unlink()
    with pytest.raises(MakingError):
        again.jpeg(3)


def test_older_makings_become_sparser_before_they_go(tmp_path: Path) -> None:
    making = making_of(100)
    shelf = MakingShelf(tmp_path, round(2.4 * making.size_bytes))
    for number in range(3):
        shelf.put(f"version{number}", making)
        os.utime(tmp_path / f"version{number}.making", (number, number))
        assert shelf.size_bytes() <= shelf.budget_bytes
    lengths = []
    for number in range(3):
        found = shelf.get(f"version{number}")
        assert found is not None
        lengths.append(len(found))
    assert lengths == [25, 50, 100] or lengths == [50, 50, 100]
    shelf.budget_bytes = making.size_bytes + 1000
    shelf.put("latest", making)
    assert shelf.has("latest")
    assert not shelf.has("version0")


def test_a_damaged_file_is_no_making(tmp_path: Path, expect_log: ExpectLog) -> None:
    (tmp_path / "one.making").write_bytes(b"half a zip")
    expect_log("the making of version one")
    assert MakingShelf(tmp_path, 1 << 20).get("one") is None
