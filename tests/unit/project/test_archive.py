"""Project files: saved, opened elsewhere, and refused."""

import gc
import json
import os
import stat
import zipfile
from pathlib import Path
from typing import Any

import pytest

from stylegui.project import archive as archiving
from stylegui.project.archive import (
    DOCUMENT,
    Fingerprint,
    load_project,
    read_project,
    save_project,
    write_project,
)
from stylegui.project.document import Change, Document
from stylegui.project.errors import ProjectError, StoreError
from stylegui.project.store import PictureStore
from tests.unit.project.documents import document_in, facts, filled, noise


@pytest.fixture
def document(tmp_path: Path) -> Document:
    return filled(document_in(tmp_path / "here"))


@pytest.fixture
def saved(document: Document, tmp_path: Path) -> Path:
    path = tmp_path / "harbour.stylegui"
    save_project(document, path)
    return path


def altered(saved: Path, **changes: Any) -> Path:
    """A copy of a project with other values in its JSON; None takes one out."""
    path = saved.with_name("altered.stylegui")
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == DOCUMENT:
                packed = json.loads(content) | changes
                content = json.dumps({key: value for key, value in packed.items() if value is not None}).encode()
            target.writestr(name, content)
    return path


def test_everything_is_the_same_on_another_computer(document: Document, saved: Path, tmp_path: Path) -> None:
    assert not document.modified
    other = document_in(tmp_path / "there")
    assert load_project(saved, other) == []
    assert facts(other) == facts(document)
    assert not other.modified


def test_a_project_needs_no_store_to_be_opened_and_saved(document: Document, saved: Path, tmp_path: Path) -> None:
    other = Document()
    load_project(saved, other)
    again = tmp_path / "again.stylegui"
    save_project(other, again)
    third = document_in(tmp_path / "third")
    load_project(again, third)
    assert facts(third) == facts(document)


def test_each_picture_is_inside_once_and_as_it_is_on_the_disk(document: Document, saved: Path) -> None:
    with zipfile.ZipFile(saved) as archive:
        pictures = [info for info in archive.infolist() if info.filename.endswith(".png")]
    assert len({info.filename for info in pictures}) == len(pictures) == 1 + 2 + 3 + 1
    assert {info.compress_type for info in pictures} == {zipfile.ZIP_STORED}


def test_saving_the_same_twice_gives_the_same_bytes(document: Document, saved: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.stylegui"
    save_project(document, again)
    assert again.read_bytes() == saved.read_bytes()


def test_makings_travel_with_their_versions(document: Document, tmp_path: Path) -> None:
    folder = document.store.makings
    assert folder is not None
    folder.mkdir(parents=True)
    (folder / f"{document.versions[0].id}.making").write_bytes(b"frames")
    (folder / f"{'0' * 32}.making").write_bytes(b"of a version that is gone")
    save_project(document, tmp_path / "film.stylegui")
    other = document_in(tmp_path / "there")
    load_project(tmp_path / "film.stylegui", other)
    assert other.store.makings is not None
    assert {path.name: path.read_bytes() for path in other.store.makings.iterdir()} == {
        f"{document.versions[0].id}.making": b"frames"
    }


def test_pictures_that_were_removed_behind_our_back_are_not_missing_in_what_is_saved(
    document: Document, saved: Path
) -> None:
    before = saved.read_bytes()
    store, digest = document.store, document.versions[1].held_picture.refer().digest
    store.path(digest).unlink()
    assert store.get(digest) is not None, "memory still has it"
    save_project(document, saved)
    assert saved.read_bytes() == before
    store.path(digest).unlink()
    document.put_aside()
    store._pictures.clear()
    gc.collect()
    with pytest.raises(StoreError, match="cannot be read: it is not there any more"):
        save_project(document, saved)
    assert saved.read_bytes() == before


def test_a_making_that_goes_while_it_is_saved_does_not_cost_the_saving(
    document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = document.store.makings
    assert folder is not None
    folder.mkdir(parents=True)
    making = folder / f"{document.versions[0].id}.making"
    making.write_bytes(b"frames")
    add = archiving._add_file

    def add_late(*args: Any) -> None:
        making.unlink(missing_ok=True)
        add(*args)

    monkeypatch.setattr(archiving, "_add_file", add_late)
    save_project(document, tmp_path / "film.stylegui")
    other = document_in(tmp_path / "there")
    assert load_project(tmp_path / "film.stylegui", other) == []
    assert len(other.versions) == len(document.versions)


def test_the_photo_of_versions_is_the_one_that_is_worked_with(saved: Path, tmp_path: Path) -> None:
    other = document_in(tmp_path / "there")
    load_project(saved, other)
    assert all(version.photo is other.photo and version.is_of(other.photo) for version in other.versions)
    changes: list[Change] = []
    other.observe(changes.append)
    other.select_version(other.versions[0])
    assert changes == [Change.VERSIONS]


def test_new_versions_go_on_counting(saved: Path, tmp_path: Path) -> None:
    other = document_in(tmp_path / "there")
    load_project(saved, other)
    assert other.photo is not None
    version = other.add_version(other.photo, other.versions[0].result, "new")
    assert version.number == 4


def test_a_newer_format_is_refused_and_the_document_stays(saved: Path, document: Document) -> None:
    before = facts(document)
    with pytest.raises(ProjectError, match="newer version of stylegui"):
        load_project(altered(saved, format=2), document)
    assert facts(document) == before


def test_what_a_newer_program_added_is_ignored(saved: Path, document: Document, tmp_path: Path) -> None:
    setup = {"engine": "brush", "paint": {"strength": 33, "seed": 7, "glaze": 3, "brush_size": 9000}, "instant": {}}
    other = document_in(tmp_path / "there")
    load_project(altered(saved, setup=setup, weather="fine"), other)
    assert other.paint_params.strength == 33
    assert other.paint_params.brush_size == 100
    assert other.engine == "instant"


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "one"},
        {"format": None},
        {"versions": "many"},
        {"photo": {"digest": "../../x", "width": 1, "height": 1}},
        {"photo": {"digest": "0" * 64, "width": -1, "height": 1}},
        {"versions": [{"id": "../x", "number": 1}]},
        {"sections": []},
    ],
)
def test_a_damaged_document_is_refused_in_a_sentence(saved: Path, changes: dict[str, Any]) -> None:
    with pytest.raises(ProjectError, match=r"^“altered\.stylegui” is damaged and cannot be opened\.$"):
        load_project(altered(saved, **changes), Document())


def test_two_versions_of_one_name_are_refused(saved: Path) -> None:
    with zipfile.ZipFile(saved) as archive:
        versions = json.loads(archive.read(DOCUMENT))["versions"]
    with pytest.raises(ProjectError, match="same name"):
        load_project(altered(saved, versions=[versions[0], versions[0]]), Document())


def test_a_version_whose_picture_is_missing_is_told(document: Document, saved: Path, tmp_path: Path) -> None:
    lost = document.versions[1].held_picture.keep().digest
    style = document.choices[0].input.picture.digest
    path = tmp_path / "lost.stylegui"
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            if not name.startswith((lost, style)):
                target.writestr(name, source.read(name))
    other = document_in(tmp_path / "there")
    notes = load_project(path, other)
    assert [version.number for version in other.versions] == [1, 3]
    assert notes == ["A version is missing, because its picture is.", "The style “Coral” is missing."]
    assert [one.id for one in other.choices] == ["waves"]


@pytest.mark.parametrize("name", ["../evil.png", "/etc/evil", "a/b.png", "evil\\x.png"])
def test_a_file_that_would_leave_its_place_is_refused(saved: Path, tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(saved, "a") as archive:
        archive.writestr(zipfile.ZipInfo(name), b"evil")
    with pytest.raises(ProjectError, match="unsafe name"):
        load_project(saved, document_in(tmp_path / "there"))
    assert not list(tmp_path.rglob("evil*"))


def test_a_link_and_a_bomb_are_refused(saved: Path, tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.stylegui"
    bomb.write_bytes(saved.read_bytes())
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{'0' * 64}.bin", bytes(2**26))
    with pytest.raises(ProjectError, match="grow too large"):
        load_project(bomb, Document())
    with zipfile.ZipFile(saved, "a") as archive:
        info = zipfile.ZipInfo(f"{'1' * 64}.png")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    with pytest.raises(ProjectError, match="link"):
        load_project(saved, Document())


@pytest.mark.parametrize("content", [b"", b"PK", b"not a zip at all" * 100])
def test_what_is_no_project_says_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.stylegui"
    path.write_bytes(content)
    with pytest.raises(ProjectError, match="is no project, or only a part of one"):
        load_project(path, Document())
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("other.txt", b"hello")
    with pytest.raises(ProjectError, match="no project of stylegui"):
        load_project(path, Document())
    with pytest.raises(ProjectError, match="cannot be opened"):
        load_project(tmp_path / "gone.stylegui", Document())


def test_a_file_that_broke_off_is_refused(saved: Path) -> None:
    saved.write_bytes(saved.read_bytes()[: saved.stat().st_size // 2])
    with pytest.raises(ProjectError, match="only a part of one"):
        load_project(saved, Document())


def test_a_full_disk_leaves_the_old_file_whole(document: Document, saved: Path) -> None:
    before = saved.read_bytes()
    assert document.photo is not None
    document.add_version(document.photo, document.versions[0].result, "more")
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(ProjectError, match=r"^“harbour\.stylegui” cannot be saved: there is not enough space"):
            save_project(document, saved)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert saved.read_bytes() == before
    assert document.modified
    assert [path.name for path in saved.parent.iterdir() if path.is_file()] == [saved.name]
    save_project(document, saved)
    assert not document.modified


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to_says_so(document: Document, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o555)
    with pytest.raises(ProjectError, match="“locked” may not be written to"):
        save_project(document, folder / "a.stylegui")


def test_what_a_killed_writing_left_is_removed_but_not_what_another_window_writes(
    document: Document, saved: Path
) -> None:
    old, new = (saved.with_name(f".stylegui-{name}.part") for name in ("old", "new"))
    for part in (old, new):
        part.write_bytes(b"half a project")
    os.utime(old, (1, 1))
    save_project(document, saved)
    assert (old.exists(), new.exists()) == (False, True)


def test_a_drive_that_was_removed_says_so(document: Document, tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="the folder “stick” is not there any more"):
        save_project(document, tmp_path / "stick" / "a.stylegui")
    with pytest.raises(ProjectError, match="a folder of that name"):
        save_project(document, tmp_path)


def test_a_file_that_another_program_wrote_is_noticed(document: Document, saved: Path) -> None:
    fingerprint = Fingerprint.of(saved)
    assert fingerprint is not None
    assert fingerprint.is_of(saved)
    os.utime(saved, ns=(1, 1))
    assert fingerprint.is_of(saved), "touched, but the same"
    assert document.photo is not None
    document.add_version(document.photo, document.versions[0].result, "more")
    write_project(document.content(), document.store, saved)
    assert not fingerprint.is_of(saved)
    saved.unlink()
    assert fingerprint.is_of(saved), "nobody's work is written over"
    assert Fingerprint.of(saved) is None


def test_two_hundred_versions_are_not_all_in_memory(tmp_path: Path) -> None:
    store = PictureStore(tmp_path / "pictures", memory_bytes=64 * noise(0).pixels.nbytes)
    document = filled(Document(store), versions=0)
    assert document.photo is not None
    one = filled(Document(), versions=1).versions[0].result
    for seed in range(200):
        document.add_version(document.photo, type(one)(noise(1000 + seed), {}), "x")
    path = tmp_path / "many.stylegui"
    save_project(document, path)
    document.put_aside()
    gc.collect()
    held = sum(version.held_picture._picture is not None for version in document.versions)
    assert held == 0
    assert len(store._pictures) <= 64
    content = read_project(path, PictureStore(tmp_path / "other")).content
    assert len(content.versions) == 200
