"""The pictures of a document on disk."""

import gc
import weakref
from pathlib import Path

import numpy as np
import pytest

from stylegui.engine.images import Picture
from stylegui.project.errors import StoreError
from stylegui.project.held import HeldPicture
from stylegui.project.pixels import decode_pixels
from stylegui.project.store import PictureStore, reference
from tests.unit.project.documents import noise


@pytest.fixture
def store(tmp_path: Path) -> PictureStore:
    return PictureStore(tmp_path / "pictures")


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("alpha", [False, True])
def test_a_picture_comes_back_exactly(store: PictureStore, bits: int, alpha: bool) -> None:
    picture = noise(1, bits=bits, alpha=alpha)
    digest = store.put(picture)
    again = PictureStore(store.folder).get(digest)
    assert np.array_equal(again.pixels, picture.pixels)
    assert again.digest == digest == picture.digest
    assert (again.alpha is None) is not alpha
    assert digest in store


def test_an_alpha_that_hides_nothing_stays(store: PictureStore) -> None:
    picture = Picture(noise(1).pixels, np.full((16, 24), 255, np.uint8))
    assert PictureStore(store.folder).get(store.put(picture)).digest == picture.digest


def test_the_same_pixels_are_written_once(store: PictureStore) -> None:
    one, other = noise(1, name="a.png"), noise(1, name="b.png")
    assert store.put(one) == store.put(other)
    assert store.folder is not None
    assert len(list(store.folder.iterdir())) == 1


def test_what_came_with_a_picture_comes_back_too(store: PictureStore) -> None:
    picture = Picture(
        noise(1).pixels, None, "/photos/a.png", "a.png", 300.0, b"profile", b"Exif\0\0data", ("It was turned.",)
    )
    ref = store.keep(picture)
    again = PictureStore(store.folder).fetch(type(ref).model_validate_json(ref.model_dump_json()))
    for name in ("source", "name", "dpi", "icc", "exif", "notes"):
        assert getattr(again, name) == getattr(picture, name), name


def test_a_picture_that_somebody_holds_is_that_very_object(store: PictureStore) -> None:
    picture = noise(1, name="a.png")
    ref = store.keep(picture)
    assert store.fetch(ref) is picture
    other = PictureStore(store.folder)
    assert other.fetch(ref) is other.fetch(ref)


def test_memory_holds_only_what_was_looked_at_last(tmp_path: Path) -> None:
    one = noise(0).pixels.nbytes
    store = PictureStore(tmp_path, memory_bytes=3 * one)
    alive = []
    for seed in range(10):
        held = HeldPicture(store, noise(seed))
        alive.append(weakref.ref(held.get()))
        held.keep()
        held.release()
    gc.collect()
    assert [picture() is not None for picture in alive] == [False] * 7 + [True] * 3


def test_what_was_let_go_comes_back_from_the_disk(store: PictureStore) -> None:
    picture = noise(4, name="a.png")
    digest = picture.digest
    held = HeldPicture(store, picture)
    held.release()
    assert held.is_same(picture)
    ref = held.keep()
    other = HeldPicture(PictureStore(store.folder), ref=ref)
    assert (other.size, other.name, other.stored) == ((24, 16), "a.png", True)
    assert not other.is_same(picture)
    assert other.get().digest == digest
    assert other.thumbnail(12).size == (12, 8)


@pytest.mark.parametrize("damage", [b"", b"no picture", None])
def test_a_damaged_or_missing_picture_says_so(store: PictureStore, damage: bytes | None) -> None:
    digest = store.put(noise(1))
    path = store.path(digest)
    if damage is None:
        path.unlink()
    else:
        path.write_bytes(damage)
    with pytest.raises(StoreError, match=r"picture of this document (is damaged|cannot be read)"):
        PictureStore(store.folder).get(digest)


def test_another_picture_under_its_name_is_found_out(store: PictureStore) -> None:
    digest, other = store.put(noise(1)), store.put(noise(2))
    store.path(digest).write_bytes(store.path(other).read_bytes())
    with pytest.raises(StoreError, match="damaged"):
        PictureStore(store.folder).get(digest)


def test_a_name_is_never_a_path(store: PictureStore) -> None:
    for name in ("../../etc/passwd", "a/b", ""):
        with pytest.raises(ValueError, match="no such file"):
            store.path(name)
        with pytest.raises(ValueError, match="no"):
            store.take(f"{name}.png", b"")
    with pytest.raises(ValueError, match="no file"):
        store.take(f"{'0' * 64}.exe", b"")


def test_a_header_that_promises_too_much_is_not_believed() -> None:
    content = bytearray(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\xff" * 8 + b"\x08\x02\0\0\0")
    with pytest.raises(ValueError, match="not opened"):
        decode_pixels(bytes(content))


def test_a_name_that_is_no_text_can_be_kept(store: PictureStore) -> None:
    picture = Picture(noise(1).pixels, name="bad\udcff.png", source="/x/bad\udcff.png")
    assert store.keep(picture).name == "bad?.png"
    assert reference(picture).model_dump_json()


def test_without_a_folder_everything_stays_in_memory() -> None:
    store = PictureStore(None, memory_bytes=1)
    refs = [store.keep(noise(seed)) for seed in range(3)]
    assert all(ref.digest in store for ref in refs)
    assert store.fetch(refs[0]).digest == refs[0].digest
    assert store.makings is None
