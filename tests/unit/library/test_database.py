"""The database: damage, several programs at once, kills, full disks, other versions."""

from __future__ import annotations

import gc
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from stylegui.library import FAVOURITES, LibraryError, Style, StyleEdit, StyleLibrary
from stylegui.library.database import LAYOUT, Database, DatabaseUnusable
from stylegui.paths import Paths
from tests.conftest import ExpectLog
from tests.unit.library.pictures import save_painting

ROOT = Path(__file__).resolve().parents[3]
SET_ASIDE = "is damaged and set aside"


@pytest.fixture
def furnished(paths: Paths, builtin_folder: Path, tmp_path: Path) -> dict[str, Style]:
    """A library with something of everything, closed again: its styles by id."""
    library = StyleLibrary(paths, builtin_folder)
    added = [library.add(save_painting(tmp_path / f"sea {seed}.png", seed)).style.id for seed in range(4)]
    library.edit(added[:3], StyleEdit(artist="Anna", add_tags=("sea", "light"), add_collections=("Skagen",), rating=3))
    library.edit(["night"], StyleEdit(favourite=True, rating=5, add_collections=("Skagen",)))
    library.remove(added[3:])
    folder = tmp_path / "Pictures"
    save_painting(folder / "kept.png", 10)
    save_painting(folder / "plain.png", 11)
    folder = library.folders.watch(folder)
    linked = library.folders.scan(folder).added
    library.edit(linked[:1], StyleEdit(title="Noted", favourite=True))
    found = {style.id: style for style in library.styles()}
    library.close()
    return found


def reopened(paths: Paths, builtin_folder: Path) -> StyleLibrary:
    library = StyleLibrary(paths, builtin_folder)
    for folder in library.folders.watched():
        library.folders.scan(folder)
    return library


def database_file(paths: Paths) -> Path:
    return paths.data / "library.sqlite"


def without_times(styles: dict[str, Style]) -> dict[str, tuple[object, ...]]:
    """What must survive; when a picture of a watched folder was first seen need not."""
    return {
        style_id: (
            style.title,
            style.artist,
            style.tags,
            set(style.collections),
            style.rating,
            style.favourite,
            style.path,
            style.added if not style.linked else 0,
        )
        for style_id, style in styles.items()
    }


@pytest.mark.parametrize("damage", ["text", "half", "empty pages", "header"])
def test_a_damaged_database_is_put_together_again(
    paths: Paths, builtin_folder: Path, furnished: dict[str, Style], damage: str, expect_log: ExpectLog
) -> None:
    file = database_file(paths)
    content = file.read_bytes()
    bad = {
        "text": b"This is no database. " * 1000,
        "half": content[: len(content) // 2],
        "empty pages": content[:4096] + bytes(len(content) - 4096),
        "header": b"X" * 100 + content[100:],
    }[damage]
    file.write_bytes(bad)
    expect_log(SET_ASIDE)
    library = reopened(paths, builtin_folder)
    found = {style.id: style for style in library.styles()}
    assert without_times(found) == without_times(furnished)
    (problem,) = library.problems
    assert problem.startswith("The gallery's database was damaged.")
    assert (paths.data / "library.sqlite.broken").read_bytes() == bad
    assert library.search("anna sea") == [style.id for style in library.styles() if style.artist == "Anna"]
    assert StyleLibrary(paths, builtin_folder).problems == []


def test_damage_to_any_page_is_noticed_or_does_no_harm(
    paths: Paths, builtin_folder: Path, furnished: dict[str, Style], expect_log: ExpectLog
) -> None:
    file = database_file(paths)
    content = file.read_bytes()
    expect_log(SET_ASIDE)
    pages = range(0, len(content), 4096)
    assert len(pages) > 15
    for start in pages:
        file.write_bytes(content[:start] + b"\xa5" * 4096 + content[start + 4096 :])
        library = reopened(paths, builtin_folder)
        library.edit(["discs"], StyleEdit(rating=1))
        library.edit(["discs"], StyleEdit(rating=0))
        assert library.search("anna") and library.collections()
        library.folders.scan_all()  # damage may show only now, and nothing else knows of pictures without a note
        found = {style.id: style for style in library.styles()}
        assert without_times(found) == without_times(furnished), start
        library.close()


def test_a_file_of_a_newer_version_is_left_alone(
    paths: Paths, builtin_folder: Path, furnished: dict[str, Style], expect_log: ExpectLog
) -> None:
    file = database_file(paths)
    with sqlite3.connect(file) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    before = file.read_bytes()
    expect_log("newer version")
    library = reopened(paths, builtin_folder)
    assert library.problems[0].startswith("The gallery's database was written by a newer version")
    assert without_times({style.id: style for style in library.styles()}) == without_times(furnished)
    library.set_favourite("discs", True)
    assert "discs" in library.search("", FAVOURITES)
    assert file.read_bytes() == before


def test_where_nothing_can_be_written_the_gallery_is_there_all_the_same(
    paths: Paths, builtin_folder: Path, tmp_path: Path, expect_log: ExpectLog
) -> None:
    paths.data.parent.mkdir(parents=True, exist_ok=True)
    paths.data.write_text("a file where the folder should be")
    expect_log("cannot be written")
    library = StyleLibrary(paths, builtin_folder)
    assert library.problems == [
        "The gallery's folder cannot be written, so what you change in the gallery now is not kept."
    ]
    assert library.search("light") == ["discs"]
    with pytest.raises(LibraryError, match="could not be added"):
        library.add(save_painting(tmp_path / "a.png", 1))
    with pytest.raises(LibraryError, match="could not be changed"):
        library.set_favourite("discs", True)
    assert library.search("", FAVOURITES) == []


def test_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    database = Database(tmp_path / "full.sqlite")
    pages = database.read(lambda db: db.execute("PRAGMA page_count").fetchone()[0])
    database.write(lambda db: db.execute(f"PRAGMA max_page_count = {pages + 2}"))

    def fill(db: sqlite3.Connection) -> None:
        db.execute("INSERT INTO facts VALUES ('first', 'small')")
        db.execute("INSERT INTO facts VALUES ('second', ?)", ("large" * 10_000,))

    with pytest.raises(LibraryError, match="The gallery could not be saved: the disk is full"):
        database.write(fill)
    assert database.read(lambda db: db.execute("SELECT * FROM facts").fetchall()) == []
    database.write(lambda db: db.execute("INSERT INTO facts VALUES ('third', 'small')"))
    assert database.read(lambda db: db.execute("SELECT name FROM facts").fetchall()) == [("third",)]
    database.close()


def test_what_a_change_raises_undoes_it(tmp_path: Path) -> None:
    database = Database(tmp_path / "a.sqlite")

    def change(db: sqlite3.Connection) -> None:
        db.execute("INSERT INTO facts VALUES ('name', 'value')")
        raise KeyError("in the middle")

    with pytest.raises(KeyError):
        database.write(change)
    assert database.read(lambda db: db.execute("SELECT * FROM facts").fetchall()) == []
    database.close()


def test_reading_does_not_wait_for_writing(tmp_path: Path) -> None:
    database = Database(tmp_path / "a.sqlite")
    inside, go_on = threading.Event(), threading.Event()

    def slow(db: sqlite3.Connection) -> None:
        db.execute("INSERT INTO facts VALUES ('name', 'value')")
        inside.set()
        assert go_on.wait(60)

    thread = threading.Thread(target=database.write, args=(slow,))
    thread.start()
    assert inside.wait(60)
    # Would never come back if it waited: the writer goes on only after this.
    assert database.read(lambda db: db.execute("SELECT count(*) FROM facts").fetchone()) == (0,)
    go_on.set()
    thread.join()
    assert database.read(lambda db: db.execute("SELECT count(*) FROM facts").fetchone()) == (1,)
    database.close()


def test_many_can_make_the_same_new_file_at_once(tmp_path: Path) -> None:
    opened: list[Database] = []
    barrier = threading.Barrier(6)

    def open_it() -> None:
        barrier.wait()
        opened.append(Database(tmp_path / "new.sqlite"))

    threads = [threading.Thread(target=open_it) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(opened) == 6
    for database in opened:
        assert database.read(lambda db: db.execute("PRAGMA user_version").fetchone()) == (LAYOUT,)
        database.close()


def test_a_folder_in_the_way_is_no_damage(tmp_path: Path) -> None:
    (tmp_path / "a.sqlite").mkdir()
    with pytest.raises(DatabaseUnusable, match="cannot be written"):
        Database(tmp_path / "a.sqlite")


def test_a_library_that_nobody_holds_lets_go_of_its_file(paths: Paths, builtin_folder: Path) -> None:
    library = StyleLibrary(paths, builtin_folder)
    gone = weakref.ref(library)
    database = library._catalogue._database
    del library
    gc.collect()
    assert gone() is None
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        database.read(lambda db: db.execute("SELECT 1"))


BUSY = """
import sys
from pathlib import Path
from stylegui.library import StyleEdit, StyleLibrary
from stylegui.paths import Paths

home, builtin, pictures, first = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])
library = StyleLibrary(Paths.below(home), builtin)
print("ready", flush=True)
sys.stdin.readline()
for number in range(first, first + int(sys.argv[5])):
    style = library.add(pictures / f"{number}.png").style
    library.edit([style.id], StyleEdit(title=f"Number {number}", favourite=True, add_collections=("Ours",)))
    library.record_use("night")
    library.search("number")
    print(style.id, number, flush=True)
"""


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    for number in range(16):
        save_painting(tmp_path / "busy" / f"{number}.png", number, (24, 18))
    return tmp_path / "busy"


def start_busy(home: Path, builtin: Path, pictures: Path, first: int, count: int) -> subprocess.Popen[str]:
    words = [str(home), str(builtin), str(pictures), str(first), str(count)]
    process = subprocess.Popen(
        [sys.executable, "-c", BUSY, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"OMP_NUM_THREADS": "1"},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def begin(process: subprocess.Popen[str]) -> Iterator[str]:
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write("go\n")
    process.stdin.flush()
    return iter(process.stdout)


def test_two_programs_at_once(home: Path, paths: Paths, builtin_folder: Path, pictures: Path) -> None:
    here = StyleLibrary(paths, builtin_folder)
    busy = [start_busy(home, builtin_folder, pictures, first, 8) for first in (0, 8)]
    lines = [begin(process) for process in busy]
    told = dict(line.split() for each in lines for line in each)
    for process in busy:
        with process:
            assert process.wait(60) == 0
    assert len(told) == 16
    assert set(here.search("number")) == set(told) == set(here.search("", "Ours")) == set(here.search("", FAVOURITES))
    for style_id, number in told.items():
        style = here.get(style_id)
        assert style is not None and style.title == f"Number {number}"
    assert here.problems == []


@pytest.mark.skipif(os.name != "posix", reason="no such signal")
def test_a_killed_program_has_lost_nothing_it_told_of(
    home: Path, paths: Paths, builtin_folder: Path, pictures: Path
) -> None:
    for first, lines_before_kill in ((0, 2), (4, 3)):
        process = start_busy(home, builtin_folder, pictures, first, 12)
        lines = begin(process)
        told = dict(next(lines).split() for _ in range(lines_before_kill))
        process.send_signal(signal.SIGKILL)
        with process:
            process.wait(60)
        library = StyleLibrary(paths, builtin_folder)
        assert library.problems == []
        for style_id, number in told.items():
            style = library.get(style_id)
            assert style is not None
            assert (style.title, style.favourite) == (f"Number {number}", True)
            assert style.path.read_bytes() == (pictures / f"{number}.png").read_bytes()
        for style in library.styles():
            assert style.path.is_file()
        library.close()


def test_a_folder_that_the_database_does_not_know_is_a_style(
    paths: Paths, builtin_folder: Path, furnished: dict[str, Style]
) -> None:
    """What a kill between the folder and the database leaves, or a backup brings back."""
    own = next(style for style in furnished.values() if style.artist)
    with sqlite3.connect(database_file(paths)) as db:
        db.execute("DELETE FROM styles WHERE id = ?", (own.id,))
    db.close()
    library = StyleLibrary(paths, builtin_folder)
    assert library.get(own.id) == own
    library.close()
    # And one that was moved to the trash by a program that could not say so any more.
    trash = paths.data / "trash" / "styles"
    own.path.parent.rename(trash / own.id)
    library = StyleLibrary(paths, builtin_folder)
    assert library.get(own.id) is None
    assert library.restore([own.id]) == [own]
