"""A batch with workers that answer at once: what is saved, written down, told, kept and refused."""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from stylegui.batch import contact, results
from stylegui.batch.errors import BatchError
from stylegui.batch.manifest import Manifest, Record
from stylegui.batch.order import Answer, Failed, Order, Painted, Workers
from stylegui.batch.results import Batch, Tally
from stylegui.batch.resume import Way, usual_way
from stylegui.batch.run import run_batch
from stylegui.engine.control import Cancelled, RunControl
from tests.unit.batch.batches import FakeWorkers, Told, batch, painted, save_noise


class Try:
    """One run of a batch, and all that can be asked about it."""

    def __init__(self, work: Batch, act: Callable[[Order], Answer] = painted, **options: Any) -> None:
        self.workers = FakeWorkers(act)
        self.told, self.tally, self.control = Told(), Tally(), RunControl()
        self.hired: list[int] = []
        self.settling: list[bool] = []
        self.sheets: list[Path] = []
        self._work, self._options = work, options

    def run(self) -> Try:
        self.sheets = run_batch(self._work, self._hire, self.control, self.told, self.tally, **self._options)
        return self

    def _hire(self, jobs: int, work: Batch) -> Workers:
        self.hired.append(jobs)
        self.settling.append(not work.tuning)
        return self.workers


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


RESULTS = {"p0--s0.jpg", "p0--s1.jpg", "p1--s0.jpg", "p1--s1.jpg"}


def test_every_picture_is_saved_and_written_down(tmp_path: Path) -> None:
    work = batch(tmp_path, strength=60.0)
    done = Try(work).run()
    made = files(work.folder)
    assert set(made) == RESULTS | {"manifest.jsonl", "contact-sheet.jpg"}
    assert done.sheets == [work.folder / "contact-sheet.jpg"]
    assert (done.hired, done.tally.painted, done.tally.kept, done.tally.failed) == ([4], 4, 0, [])
    assert done.workers.closed and done.told.notes == []
    assert done.told.shares == sorted(done.told.shares) and done.told.shares[-1] == 1
    record = Manifest(work.folder).records["p1--s0.jpg"]
    assert record.state == "done" and record.error == ""
    assert record.sha256 == hashlib.sha256(made["p1--s0.jpg"]).hexdigest()
    assert record.photo_sha256 == hashlib.sha256((tmp_path / "photos" / "p1.png").read_bytes()).hexdigest()
    assert record.style_sha256 == hashlib.sha256((tmp_path / "styles" / "s0.png").read_bytes()).hexdigest()
    assert record.params == {"size_px": 64, "strength": 60.0}
    assert record.made == {"device": "cpu", "threads": 0} and record.seconds == 0.5
    assert Path(record.photo).name == "p1.png" and Path(record.style).name == "s0.png"


def test_what_a_worker_is_given(tmp_path: Path) -> None:
    done = Try(replace(batch(tmp_path), device="cuda:1", threads=3)).run()
    order = done.workers.given[0]
    assert order.photo.data == (tmp_path / "photos" / "p0.png").read_bytes() and order.photo.name == "p0.png"
    assert order.style.data == (tmp_path / "styles" / "s0.png").read_bytes()
    assert (order.engine, order.params, order.recipe) == ("instant", {"size_px": 64}, True)
    assert (order.device, order.threads, order.name) == ("cuda:1", 3, "p0--s0.jpg")
    assert "recipe" not in order.save and order.save["format"] == "jpeg"


def test_a_second_run_paints_nothing_again(tmp_path: Path) -> None:
    work = batch(tmp_path)
    Try(work).run()
    before = files(work.folder)
    again = Try(work).run()
    assert (again.hired, again.tally.kept, again.tally.painted) == ([], 4, 0)
    assert again.told.notes == ["4 of 4 pictures are there already."]
    assert files(work.folder) == before


def test_what_was_deleted_or_failed_is_painted_again(tmp_path: Path) -> None:
    work = batch(tmp_path)

    def fail_one(order: Order) -> Answer:
        return Failed("Not this one.") if order.name == "p0--s1.jpg" else painted(order)

    first = Try(work, fail_one).run()
    assert [record.output for record in first.tally.failed] == ["p0--s1.jpg"]
    (work.folder / "p1--s0.jpg").unlink()
    second = Try(work).run()
    assert {order.name for order in second.workers.given} == {"p0--s1.jpg", "p1--s0.jpg"}
    assert {record.state for record in Manifest(work.folder).records.values()} == {"done"}


MADE = {
    "device": "cpu",
    "dtype": "bfloat16",
    "threads": 3,
    "network": {"id": "instant-fine", "sha256": "1", "channels_last": True},
}
TUNING = {"dtype": "bfloat16", "channels_last": True, "threads": "all"}


def painted_so(**made: Any) -> Callable[[Order], Answer]:
    def act(order: Order) -> Answer:
        answer = painted(order)
        assert isinstance(answer, Painted)
        return replace(answer, recipe={**MADE, **made})

    return act


def test_a_batch_goes_on_computing_as_before(tmp_path: Path) -> None:
    work = batch(tmp_path)
    first = Try(work, painted_so()).run()
    assert first.settling == [True]
    assert {(order.threads, *order.tuning) for order in first.workers.given} == {(0,)}
    (work.folder / "p1--s0.jpg").unlink()
    second = Try(work, painted_so()).run()
    assert second.settling == [False] and second.told.notes == ["3 of 4 pictures are there already."]
    assert [(order.threads, order.tuning) for order in second.workers.given] == [(3, TUNING)]


def test_what_is_asked_for_now_counts_more(tmp_path: Path) -> None:
    work = batch(tmp_path)
    Try(work, painted_so()).run()
    (work.folder / "p1--s0.jpg").unlink()
    again = Try(replace(work, threads=1), painted_so(threads=1)).run()
    assert [(order.threads, order.tuning) for order in again.workers.given] == [(1, TUNING)]
    assert any("painted otherwise (threads 3 → 1)" in note for note in again.told.notes)


@pytest.mark.parametrize(
    ("made", "way"),
    [
        ([], Way()),
        ([{}], Way()),
        ([{"threads": 2}], Way(2)),
        ([{"threads": "2", "network": []}], Way()),
        ([{"threads": 2, "network": {"id": "x"}}], Way(2)),
        ([{"threads": 2}, MADE, MADE], Way(3, TUNING)),
    ],
)
def test_the_usual_way_is_that_of_most_pictures(made: list[dict[str, Any]], way: Way) -> None:
    assert usual_way([Record(str(number), "done", made=each) for number, each in enumerate(made)]) == way


def test_one_bad_photo_does_not_end_the_batch(tmp_path: Path) -> None:
    work = batch(tmp_path, photo_count=3)
    (tmp_path / "photos" / "p1.png").unlink()
    done = Try(work).run()
    assert [record.output for record in done.tally.failed] == ["p1--s0.jpg", "p1--s1.jpg"]
    assert done.tally.painted == 4
    (text,) = done.told.notes  # once, not for every style
    assert text == "“p1.png” was not found; it may have been moved or deleted."
    record = Manifest(work.folder).records["p1--s1.jpg"]
    assert (record.state, record.error, record.sha256) == ("failed", text, "")


def test_what_no_picture_can_do_without_ends_it_at_once(tmp_path: Path) -> None:
    done = Try(batch(tmp_path), lambda _: Failed("The weights are broken.", hopeless=True))
    with pytest.raises(BatchError, match="The weights are broken"):
        done.run()
    assert len(done.workers.given) == 2 and done.workers.closed


def test_ctrl_c_keeps_what_is_finished(tmp_path: Path) -> None:
    work = batch(tmp_path)
    stopped = Try(work)

    def stop_after_two(order: Order) -> Answer:
        if stopped.tally.painted == 1:
            stopped.control.cancel()
        return painted(order)

    stopped.workers.act = stop_after_two
    with pytest.raises(Cancelled):
        stopped.run()
    assert stopped.tally.painted == 2 and stopped.workers.closed
    states = [record.state for record in Manifest(work.folder).records.values()]
    assert sorted(states) == ["done", "done", "waiting", "waiting"]
    assert len(Try(work).run().workers.given) == 2


@pytest.mark.parametrize("moment", ["before the file", "while it is written", "after the file"])
def test_the_plug_can_be_pulled_at_any_moment(tmp_path: Path, moment: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Pulled(BaseException):
        pass

    work = batch(tmp_path)
    whole = batch(tmp_path / "whole")
    Try(whole).run()
    put = results.put

    def put_and_die(path: Path, data: bytes) -> None:
        if path.name != "p0--s1.jpg":
            return put(path, data)
        if moment == "while it is written":
            (path.parent / ".stylegui-0123456789abcdef.part").write_bytes(data[:20])
        if moment == "after the file":
            put(path, data)
        raise Pulled

    monkeypatch.setattr(results, "put", put_and_die)
    with pytest.raises(Pulled):
        Try(work).run()
    monkeypatch.undo()
    Try(work).run()
    known, expected = files(work.folder), files(whole.folder)
    assert {name: known[name] for name in RESULTS} == {name: expected[name] for name in RESULTS}
    assert set(known) == set(expected)


def test_a_batch_that_goes_on_otherwise_says_so(tmp_path: Path) -> None:
    work = batch(tmp_path)

    def made(network: str, threads: int) -> Callable[[Order], Answer]:
        how = {"network": {"id": "instant-fine", "sha256": network}, "threads": threads, "width": 12}
        return lambda order: replace(painted(order), recipe=how)

    Try(work, made("a", 1)).run()
    (work.folder / "p0--s0.jpg").unlink()
    same = Try(work, made("a", 1)).run()
    assert same.told.notes == ["3 of 4 pictures are there already."]
    for name in ("p0--s0.jpg", "p0--s1.jpg"):
        (work.folder / name).unlink()
    other = Try(work, made("b", 2)).run()
    text = "2 earlier pictures here were painted otherwise (other network, threads 1 → 2)"
    assert other.told.notes[1:] == [f"{text}: delete such files to have all painted alike."]


# Never overwriting


def test_a_strangers_file_is_in_the_way_before_any_work(tmp_path: Path) -> None:
    work = batch(tmp_path)
    work.folder.mkdir()
    (work.folder / "p0--s0.jpg").write_bytes(b"mine")
    refused = Try(work)
    with pytest.raises(BatchError, match=r"p0--s0\.jpg is there and is not from this batch: .*--force"):
        refused.run()
    assert refused.hired == [] and files(work.folder) == {"p0--s0.jpg": b"mine"}
    Try(work, force=True).run()
    assert (work.folder / "p0--s0.jpg").read_bytes() != b"mine"


@pytest.mark.parametrize("force", [False, True])
def test_a_photo_is_never_overwritten_by_a_result(tmp_path: Path, force: bool) -> None:
    work = batch(tmp_path)
    photo = tmp_path / "photos" / "p1.png"
    before = photo.read_bytes()
    in_its_place = replace(work, folder=tmp_path / "photos", jobs=[replace(work.jobs[0], output="p1.png")])
    aside = replace(in_its_place, jobs=[*in_its_place.jobs, *work.jobs[2:]])
    with pytest.raises(BatchError, match=r"p1\.png is one of the pictures to work from"):
        Try(aside, force=force).run()
    assert photo.read_bytes() == before


def test_a_result_that_was_edited_by_others_is_a_strangers(tmp_path: Path) -> None:
    work = batch(tmp_path)
    Try(work).run()
    for name in ("p0--s0.jpg", "p1--s1.jpg"):
        (work.folder / name).write_bytes(b"retouched")
    with pytest.raises(BatchError, match=r"2 files such as p0--s0\.jpg are there and are not from this batch"):
        Try(work).run()


def test_a_link_to_nowhere_is_not_written_through(tmp_path: Path) -> None:
    work = batch(tmp_path)
    work.folder.mkdir()
    (work.folder / "p0--s0.jpg").symlink_to(tmp_path / "elsewhere.jpg")
    with pytest.raises(BatchError, match="not from this batch"):
        Try(work).run()
    assert not (tmp_path / "elsewhere.jpg").exists()


def test_other_arguments_are_told_and_overwrite_nothing(tmp_path: Path) -> None:
    Try(batch(tmp_path, strength=75.0)).run()
    other = batch(tmp_path, strength=40.0)
    before = files(other.folder)
    text = r"holds 4 pictures that were painted with other arguments \(strength 75 → 40\)"
    with pytest.raises(BatchError, match=text):
        Try(other).run()
    assert files(other.folder) == before
    forced = Try(other, force=True).run()
    assert forced.tally.painted == 4
    assert forced.told.notes == ["The last run here had other arguments: strength 75 → 40."]


def test_an_edited_photo_is_another_photo(tmp_path: Path) -> None:
    work = batch(tmp_path)
    Try(work).run()
    save_noise(tmp_path / "photos" / "p0.png", 77)
    with pytest.raises(BatchError, match="holds 2 pictures that were made from other photos or styles"):
        Try(work).run()


def test_more_photos_and_styles_only_add_to_what_is_there(tmp_path: Path) -> None:
    Try(batch(tmp_path)).run()
    more = Try(batch(tmp_path, photo_count=3, style_count=3)).run()
    assert (more.tally.kept, more.tally.painted) == (4, 5)
    assert more.told.notes[-1] == "4 of 9 pictures are there already."


# Disks


def test_a_full_disk_is_one_sentence_and_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = batch(tmp_path)
    put = results.put

    def put_until_full(path: Path, data: bytes) -> None:
        if path.name == "p1--s0.jpg":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        put(path, data)

    monkeypatch.setattr(results, "put", put_until_full)
    full = Try(work)
    with pytest.raises(BatchError, match=r"Nothing can be saved in .*: there is no space left on the disk\."):
        full.run()
    assert full.workers.closed
    kept = full.tally.painted
    monkeypatch.undo()
    again = Try(work).run()
    assert again.tally.kept == kept > 0
    assert set(files(work.folder)) >= RESULTS


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder that even root cannot write to")
def test_a_folder_that_takes_no_files_is_told_before_the_work(tmp_path: Path) -> None:
    refused = Try(replace(batch(tmp_path), folder=Path("/proc/out")))
    with pytest.raises(BatchError, match="Nothing can be saved in /proc/out: "):
        refused.run()
    assert refused.hired == []


def test_a_name_too_long_for_the_disk_fails_alone(tmp_path: Path) -> None:
    work = batch(tmp_path)
    long = replace(work.jobs[1], output="x" * 300 + ".jpg")
    done = Try(replace(work, jobs=[work.jobs[0], long, *work.jobs[2:]])).run()
    assert done.tally.painted == 3
    assert "its name is too long" in done.tally.failed[0].error


# Contact sheets


def test_contact_sheets_come_in_pages_and_go_with_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contact, "COLUMNS", 2)
    monkeypatch.setattr(contact, "ROWS", 2)
    work = batch(tmp_path, photo_count=3, style_count=3)
    names = [path.name for path in Try(work).run().sheets]
    assert names == ["contact-sheet.jpg", "contact-sheet-2.jpg", "contact-sheet-3.jpg", "contact-sheet-4.jpg"]
    fewer = replace(work, jobs=[job for job in work.jobs if job.photo.place == "p0"])
    assert [path.name for path in Try(fewer).run().sheets] == names[:2]
    assert {path.name for path in work.folder.glob("contact-sheet*")} == set(names[:2])


def test_a_strangers_contact_sheet_stays(tmp_path: Path) -> None:
    work = batch(tmp_path)
    work.folder.mkdir()
    (work.folder / "contact-sheet.jpg").write_bytes(b"mine")
    done = Try(work).run()
    assert done.sheets == [] and (work.folder / "contact-sheet.jpg").read_bytes() == b"mine"
    assert done.told.notes == [
        f"{work.folder / 'contact-sheet.jpg'} is there and is no contact sheet of this batch, so it is left as it is."
    ]


def test_without_contact_sheets(tmp_path: Path) -> None:
    work = batch(tmp_path)
    Try(work, contact_sheets=False).run()
    assert set(files(work.folder)) == RESULTS | {"manifest.jsonl"}


def test_the_manifest_is_in_the_plans_order_and_lists_each_once(tmp_path: Path) -> None:
    work = batch(tmp_path)
    Try(work, contact_sheets=False).run()
    lines = (work.folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["output"] for line in lines[1:]] == [job.output for job in work.jobs]
