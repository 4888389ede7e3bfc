"""What a crash leaves, and how it is taken up again."""

import json
import os
import time
from pathlib import Path

import pytest

from stylegui.engine.images import SaveOptions, load_picture, save_picture
from stylegui.project.document import Document
from stylegui.project.errors import ProjectError
from stylegui.project.recovery import About, RecoveryFolder, find_recoverable
from stylegui.project.store import PictureStore
from tests.conftest import ExpectLog
from tests.unit.project.documents import choice, facts, filled, noise


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "recovery"


class Window:
    """A window that may crash."""

    def __init__(self, root: Path) -> None:
        self.folder = RecoveryFolder.create(root)
        self.document = Document(PictureStore(self.folder.pictures))

    def put_aside(self, *, worth: bool = True) -> None:
        about = About(name="harbour", worth=worth)
        self.folder.write(self.document.content(), self.document.store, about)

    def crash(self) -> None:
        """As after `kill -9`: the system takes the lock back, all files stay."""
        descriptor = self.folder._lock._descriptor
        assert descriptor is not None
        os.close(descriptor)
        self.folder._lock._descriptor = None


def test_what_a_crash_left_is_found_and_is_all_there(root: Path) -> None:
    window = Window(root)
    filled(window.document)
    window.put_aside()
    before = facts(window.document)
    window.crash()
    (lost,) = find_recoverable(root)
    assert (lost.about.name, lost.versions, lost.jobs) == ("harbour", 3, 0)
    thumbnail = lost.thumbnail(12)
    assert thumbnail is not None
    assert thumbnail.size == (12, 8)

    later = Window(root)
    content = later.folder.adopt(lost, later.document.store)
    assert content is not None
    later.document.show(content, modified=True)
    assert facts(later.document) == before
    assert later.document.modified
    later.put_aside()
    lost.discard()
    later.crash()
    (again,) = find_recoverable(root)
    assert again.versions == 3
    again.discard()
    assert list(root.iterdir()) == []


def test_windows_that_run_and_offers_of_others_are_left_alone(root: Path) -> None:
    window = Window(root)
    filled(window.document)
    window.put_aside()
    assert find_recoverable(root) == []
    window.crash()
    (lost,) = find_recoverable(root)
    assert find_recoverable(root) == []
    lost.leave()
    (lost,) = find_recoverable(root)
    lost.leave()


def test_a_window_that_closes_in_peace_leaves_nothing(root: Path) -> None:
    window = Window(root)
    filled(window.document)
    window.put_aside()
    window.folder.close()
    assert list(root.iterdir()) == []


def test_a_window_that_could_not_ask_leaves_its_work(root: Path) -> None:
    window = Window(root)
    filled(window.document)
    window.put_aside()
    window.folder.close(keep=True)
    (lost,) = find_recoverable(root)
    lost.leave()


def test_what_is_saved_elsewhere_or_empty_is_removed_without_a_word(root: Path) -> None:
    saved, empty, making = Window(root), Window(root), root / "making"
    saved.put_aside(worth=False)
    saved.crash()
    empty.crash()
    making.mkdir()
    assert find_recoverable(root) == []
    assert list(root.iterdir()) == [making], "another window may be making it"
    os.utime(making, (time.time() - 3600, 0))
    os.utime(making, (0, time.time() - 3600))
    assert find_recoverable(root) == []
    assert list(root.iterdir()) == []


def test_jobs_that_waited_are_worth_offering_with_or_without_a_document(root: Path) -> None:
    first, second = Window(root), Window(root)
    first.put_aside(worth=False)
    for window in (first, second):
        window.folder.queue_file.write_text(json.dumps({"jobs": [{}, {}]}))
        window.folder.jobs.mkdir()
        (window.folder.jobs / "a.snapshot").write_bytes(b"state")
        window.crash()
    lost = find_recoverable(root)
    assert [each.jobs for each in lost] == [2, 2]
    later = Window(root)
    contents = [later.folder.adopt(each, later.document.store) for each in lost]
    assert sorted(content is None for content in contents) == [False, True]
    assert later.folder.queue_file.is_file()
    assert (later.folder.jobs / "a.snapshot").read_bytes() == b"state"
    for each in lost:
        each.discard()
    later.folder.close()


def test_taken_over_but_killed_before_the_other_was_removed(root: Path) -> None:
    window = Window(root)
    filled(window.document)
    window.put_aside()
    window.crash()
    (lost,) = find_recoverable(root)
    later = Window(root)
    content = later.folder.adopt(lost, later.document.store)
    assert content is not None
    later.document.show(content)
    later.folder.take_over(lost)
    later.put_aside()
    lost.leave()
    later.crash()
    (only,) = find_recoverable(root)
    assert only.folder == later.folder.folder
    only.leave()


def test_killed_while_it_was_taken_over_both_are_there(root: Path) -> None:
    window = Window(root)
    filled(window.document)
    window.put_aside()
    window.crash()
    (lost,) = find_recoverable(root)
    later = Window(root)
    later.document.set_section("notes", "what was begun before the lost work was shown")
    assert later.folder.adopt(lost, later.document.store) is not None
    later.put_aside()
    lost.leave()
    later.crash()
    found = find_recoverable(root)
    assert {each.folder for each in found} == {lost.folder, later.folder.folder}
    for each in found:
        each.leave()


def test_a_photo_and_a_style_are_found_again_in_their_files(root: Path, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("photo.png", "style.png")]
    for seed, path in enumerate(files):
        save_picture(noise(seed), path, SaveOptions())
    window = Window(root)
    window.document.set_photo(load_picture(files[0]))
    window.document.set_styles([choice(5), choice(6)])
    window.put_aside()
    assert len(list(window.folder.pictures.iterdir())) == 2, "the photo is not written a second time"
    before = facts(window.document)
    window.crash()
    (lost,) = find_recoverable(root)
    assert lost.thumbnail(8) is not None
    later = Window(root)
    content = later.folder.adopt(lost, later.document.store)
    assert content is not None
    later.document.show(content)
    assert facts(later.document) == before
    files[0].unlink()
    assert lost.thumbnail(8) is None
    content = Window(root).folder.adopt(lost, PictureStore(None))
    assert content is not None
    assert content.working.photo is None
    lost.discard()


def test_a_damaged_document_is_told_and_kept(root: Path, expect_log: ExpectLog) -> None:
    window = Window(root)
    (window.folder.folder / "document.json").write_text("{")
    window.crash()
    expect_log("cannot be understood")
    assert find_recoverable(root) == []
    assert window.folder.folder.is_dir()


def test_a_document_of_a_newer_program_waits_for_it(root: Path) -> None:
    window = Window(root)
    filled(window.document)
    window.put_aside()
    path = window.folder.folder / "document.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"format": 2}))
    window.crash()
    assert find_recoverable(root) == []
    assert path.is_file()


def test_a_full_disk_says_so_and_the_last_state_stays(root: Path) -> None:
    resource = pytest.importorskip("resource")
    window = Window(root)
    filled(window.document)
    window.put_aside()
    window.document.set_section("notes", ["x" * 20_000])
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(ProjectError, match=r"put aside on the disk: there is not enough space"):
            window.put_aside()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    window.crash()
    (lost,) = find_recoverable(root)
    assert lost.versions == 3
    lost.leave()


def test_no_folder_to_look_in_is_nothing_to_offer(root: Path) -> None:
    assert find_recoverable(root) == []
