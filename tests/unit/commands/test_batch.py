"""`stylegui batch`: what its words mean, what is refused, and what it says."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from stylegui.batch.draw import Range
from stylegui.batch.errors import BatchError
from stylegui.batch.order import Answer, Failed, Order
from stylegui.cli import main
from stylegui.commands import batch
from stylegui.commands.batch import number_or_range
from stylegui.library import StyleLibrary
from stylegui.paths import Paths
from tests.unit.batch.batches import FakeWorkers, painted, save_noise

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with two photos and two style pictures."""
    monkeypatch.chdir(tmp_path)
    for index, name in enumerate(("photos/a.png", "photos/sub/b.png", "monet.png", "klee, paul.png")):
        save_noise(tmp_path / name, index)
    return tmp_path


class Office:
    """Hires fake workers, and keeps what it was asked for."""

    def __init__(self) -> None:
        self.act: Callable[[Order], Answer] = painted
        self.workers: list[FakeWorkers] = []
        self.asked: list[tuple[Any, ...]] = []

    def local(self, *asked: Any) -> FakeWorkers:
        self.asked.append(asked)
        self.workers.append(FakeWorkers(self.act))
        return self.workers[-1]

    @property
    def orders(self) -> list[Order]:
        return [order for each in self.workers for order in each.given]


@pytest.fixture(autouse=True)
def office(monkeypatch: pytest.MonkeyPatch) -> Office:
    office = Office()
    monkeypatch.setattr(batch, "LocalWorkers", office.local)
    monkeypatch.setattr(batch, "ClusterWorkers", office.local)
    return office


def run(*words: str) -> int:
    return main(["batch", "photos", "-o", "out", *words])


def results(folder: Path) -> set[str]:
    return {path.relative_to(folder / "out").as_posix() for path in (folder / "out").rglob("*--*")}


def test_photos_times_styles(office: Office, folder: Path, capsys: Capture) -> None:
    assert run("--styles", "monet.png", "--styles", "klee, paul.png") == 0
    assert results(folder) == {
        "a--monet.jpg",
        "a--klee-paul.jpg",
        "sub/b--monet.jpg",
        "sub/b--klee-paul.jpg",
    }
    captured = capsys.readouterr()
    assert captured.out == ""
    told = captured.err.splitlines()
    assert told[0] == "Starting workers …"
    assert told[-2].startswith("4 pictures painted in ") and told[-2].endswith(" by 2 workers in the test.")
    assert told[-1] == "4 pictures of 4 in out; see manifest.jsonl."
    assert office.workers[0].closed


def test_quiet_says_nothing(capsys: Capture) -> None:
    assert run("--styles", "monet.png", "--quiet") == 0
    assert capsys.readouterr() == ("", "")


def test_what_is_asked_for(office: Office, folder: Path) -> None:
    words = "--styles monet.png --size 300 --strength 40 --colour photo --model fast --format webp --quality 80"
    words += " --no-recipe --device cpu --threads 3 --workers 2 --no-contact-sheet"
    assert run(*words.split()) == 0
    order = office.orders[0]
    assert order.engine == "instant"
    assert {name: order.params[name] for name in ("size_px", "strength", "colour", "model")} == {
        "size_px": 300,
        "strength": 40.0,
        "colour": "photo",
        "model": "fast",
    }
    assert (order.save["format"], order.save["quality"], order.recipe) == ("webp", 80, False)
    assert (order.device, order.threads) == ("cpu", 3)
    ((device, need, jobs, workers, threads, network),) = office.asked
    assert (device, jobs, workers, threads, network) == ("cpu", 2, 2, 3, "fast") and need > 2**30
    assert results(folder) == {"a--monet.webp", "sub/b--monet.webp"}
    assert not (folder / "out" / "contact-sheet.jpg").exists()


def test_paint_is_asked_for_with_its_own_parameters_and_the_seed(office: Office) -> None:
    assert run("--engine", "paint", "--styles", "monet.png", "--preset", "draft", "--seed", "7") == 0
    params = office.orders[0].params
    assert (office.orders[0].engine, params["preset"], params["seed"]) == ("paint", "draft", 7)


def test_styles_of_the_library_by_id_collection_folder_and_all(office: Office, folder: Path) -> None:
    library = StyleLibrary(Paths.of_user())
    own = library.add(folder / "monet.png", "Water lilies", collection="Garden").style
    assert run("--styles", own.id) == 0
    assert office.orders[-1].style.title == "Water lilies"
    count = len(office.orders)
    assert main(["batch", "photos/a.png", "-o", "garden", "--styles", "collection:garden"]) == 0
    assert len(office.orders) == count + 1
    assert main(["batch", "photos/a.png", "-o", "folder", "--styles", "photos/sub,monet.png"]) == 0
    assert [order.style.name for order in office.orders[count + 1 :]] == ["b.png", "monet.png"]
    count = len(office.orders)
    assert main(["batch", "photos/a.png", "-o", "all", "--styles", "all", "--no-contact-sheet"]) == 0
    assert len(office.orders) - count == len(library.styles())


def test_many_styles_in_one_word_are_no_file_name(office: Office, folder: Path) -> None:
    library = StyleLibrary(Paths.of_user())
    ids = [style.id for style in library.styles()][:40]
    assert len(",".join(ids)) > 300
    assert main(["batch", "photos/a.png", "-o", "many", "--styles", ",".join(ids), "--no-contact-sheet"]) == 0
    assert len(office.orders) == len(ids)


def test_a_style_whose_picture_is_gone_is_not_among_all(office: Office, folder: Path) -> None:
    library = StyleLibrary(Paths.of_user())
    own = library.add(folder / "monet.png", "Gone", collection="Garden").style
    library.add(folder / "klee, paul.png", "There", collection="Garden")
    own.path.unlink()
    library.check([own.id])
    assert run("--styles", "collection:Garden") == 0
    assert {order.style.title for order in office.orders} == {"There"}


def test_random_styles_and_values_come_back_with_the_seed(office: Office, folder: Path) -> None:
    words = ["--random", "3", "--strength", "40-90", "--size", "64", "--no-contact-sheet"]
    for output in ("one", "two"):
        assert main(["batch", "photos", "-o", output, *words, "--seed", "4"]) == 0
    assert main(["batch", "photos", "-o", "three", *words, "--seed", "5"]) == 0
    made = [sorted(path.name for path in (folder / name).rglob("*--*")) for name in ("one", "two", "three")]
    assert made[0] == made[1] != made[2] and len(made[0]) == 6
    strengths = [order.params["strength"] for order in office.orders]
    assert strengths[:6] == strengths[6:12] and len(set(strengths)) > 4
    assert all(40 <= each <= 90 for each in strengths)


def test_a_dry_run_lists_the_plan_and_leaves_no_trace(office: Office, folder: Path, capsys: Capture) -> None:
    assert run("--styles", "monet.png", "--strength", "50-60", "--dry-run") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert lines[0].split() == ["a--monet.jpg", "photos/a.png", "monet.png", lines[0].split()[3], "to", "paint"]
    assert lines[0].split()[3].startswith("strength=5")
    assert not (folder / "out").exists() and not office.workers
    assert run("--styles", "monet.png") == 0
    (folder / "out" / "sub" / "b--monet.jpg").write_bytes(b"other")
    capsys.readouterr()
    assert run("--styles", "monet.png", "--dry-run") == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.endswith("  there already") and second.endswith("  in the way: not from this batch")
    assert run("--styles", "monet.png", "--strength", "9", "--dry-run") == 0
    assert "there, but painted otherwise" in capsys.readouterr().out


def test_a_bad_photo_is_listed_at_the_end_with_exit_code_1(office: Office, folder: Path, capsys: Capture) -> None:
    def fail(order: Order) -> Answer:
        return Failed("“a.png” is damaged.") if order.photo.name == "a.png" else painted(order)

    office.act = fail
    assert run("--styles", "monet.png,photos/sub/b.png", "--quiet") == 1
    assert capsys.readouterr().err.splitlines() == [
        "stylegui: 2 pictures could not be painted:",
        "  “a.png” is damaged. (a--monet.jpg and 1 more)",
    ]
    assert results(folder) == {"sub/b--monet.jpg", "sub/b--b.jpg"}


def test_ctrl_c_says_how_to_go_on(office: Office, folder: Path, capsys: Capture) -> None:
    def press(order: Order) -> Answer:
        os.kill(os.getpid(), signal.SIGINT)
        return painted(order)

    office.act = press
    assert run("--styles", "monet.png") == 130
    last = capsys.readouterr().err.splitlines()[-1]
    assert last == "Stopped: 1 of 2 pictures are finished, and the same command goes on from there."
    assert office.workers[0].closed
    office.act = painted
    assert run("--styles", "monet.png") == 0
    assert "1 of 2 pictures are there already." in capsys.readouterr().err


def test_what_ends_a_batch_says_how_far_it_came(office: Office, capsys: Capture) -> None:
    def fail(order: Order) -> Answer:
        return painted(order) if order.photo.name == "b.png" else Failed("The weights are broken.", hopeless=True)

    office.act = fail
    assert run("--styles", "monet.png") == 1
    assert capsys.readouterr().err.splitlines()[-1] == (
        "stylegui: The weights are broken. 1 of 2 pictures are finished, and the same command goes on from there."
    )


def test_a_cluster_is_announced_with_a_warning(office: Office, capsys: Capture) -> None:
    assert run("--styles", "monet.png", "--cluster", "tcp://10.0.0.5:8786") == 0
    assert "only in a network you trust" in capsys.readouterr().err.splitlines()[0]
    assert office.asked == [("tcp://10.0.0.5:8786",)]


def test_workers_that_cannot_be_had_are_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    def nobody(*_: object) -> FakeWorkers:
        raise BatchError("No Dask scheduler answers at tcp://10.0.0.5:8786.")

    monkeypatch.setattr(batch, "ClusterWorkers", nobody)
    assert run("--styles", "monet.png", "--cluster", "tcp://10.0.0.5:8786") == 1
    assert capsys.readouterr().err.endswith("stylegui: No Dask scheduler answers at tcp://10.0.0.5:8786.\n")


@pytest.mark.parametrize(
    ("words", "code", "text"),
    [
        ([], 2, "Which styles?"),
        (["--styles", "monet.png", "--strength", "140"], 2, "“140” is not a number from 0 to 100"),
        (["--styles", "monet.png", "--strength", "90-40"], 2, "begins with the larger number"),
        (["--styles", "monet.png", "--strength", "40-"], 2, "is not a number"),
        (["--styles", "monet.png", "--workers", "2", "--cluster", "tcp://a:1"], 2, "has workers of its own"),
        (["--styles", "monet.png", "--bits", "16"], 2, ".jpg files have 8 bits per channel"),
        (["--styles", "monet.png", "--engine", "paint", "--start", "picture"], 2, "which a batch does not have"),
        (["--styles", "monet.png", "--random", "2"], 1, "2 different styles cannot be drawn from 1."),
        (["--styles", "mone.png"], 1, "There is no file mone.png."),
        (["--styles", "collection:Nowhere"], 1, "There is no collection Nowhere; there are "),
        (["--styles", ","], 1, "No style is named."),
        (["--styles", "monet.png", "--engine", "paint", "--encoder", "vgg19"], 1, "stylegui models download vgg19"),
    ],
)
def test_what_makes_no_sense_is_told_before_any_work(
    office: Office, folder: Path, words: list[str], code: int, text: str, capsys: Capture
) -> None:
    assert run(*words) == code
    assert text in capsys.readouterr().err
    assert not office.workers and not (folder / "out").exists()


def test_a_photo_that_is_not_there_is_told(capsys: Capture) -> None:
    assert main(["batch", "photos", "gone.jpg", "-o", "out", "--styles", "monet.png"]) == 1
    assert capsys.readouterr().err == "stylegui: There is no file or folder gone.jpg.\n"


def test_numbers_and_ranges() -> None:
    parse = number_or_range(-5, 100)
    assert parse("75") == 75.0 and parse("40-90") == Range(40, 90) and parse("40–90.5") == Range(40, 90.5)
    assert parse("-3") == -3.0
