import pytest

from stylegui.engine.engines import Result
from stylegui.engine.request import PaintParams, StyleInput
from stylegui.project.document import Change, Document, IncompleteError
from tests.ui.fakes import make_picture


@pytest.fixture
def document() -> Document:
    return Document()


@pytest.fixture
def changes(document: Document) -> list[Change]:
    seen: list[Change] = []
    document.observe(seen.append)
    return seen


def test_observers_hear_real_changes_only(document: Document, changes: list[Change]) -> None:
    photo = make_picture()
    style = StyleInput(make_picture(shade=10), 1.0, "Waves")
    document.set_photo(photo)
    document.set_photo(photo)
    document.set_styles([style])
    document.set_styles([StyleInput(style.picture, 1.0, "Waves")])
    document.set_params(PaintParams(strength=20))
    document.set_params(PaintParams(strength=20))
    assert changes == [Change.PHOTO, Change.STYLES, Change.PARAMS]


def test_a_changed_weight_is_a_real_change(document: Document, changes: list[Change]) -> None:
    picture = make_picture()
    document.set_styles([StyleInput(picture, 1.0)])
    document.set_styles([StyleInput(picture, 2.0)])
    assert changes == [Change.STYLES, Change.STYLES]


def test_a_request_holds_the_document_as_it_is(document: Document) -> None:
    photo = make_picture()
    style = StyleInput(make_picture(shade=10))
    document.set_photo(photo)
    document.set_styles([style])
    document.set_params(PaintParams(size_px=300))
    request = document.request(device="cpu")
    document.set_params(PaintParams(size_px=500))
    assert request.photo is photo
    assert request.styles == (style,)
    assert request.params.size_px == 300
    assert request.device == "cpu"
    assert request.start_picture is None


def test_what_is_missing_is_said_in_a_sentence(document: Document) -> None:
    with pytest.raises(IncompleteError, match="photo"):
        document.request()
    document.set_photo(make_picture())
    with pytest.raises(IncompleteError, match="style"):
        document.request()


def test_start_from_a_picture_takes_the_current_version(document: Document) -> None:
    photo = make_picture()
    document.set_photo(photo)
    document.set_styles([StyleInput(make_picture(shade=10))])
    document.set_params(PaintParams(start="picture"))
    assert document.request().start_picture is photo
    version = document.add_version(photo, Result(make_picture(shade=77)), "Waves")
    assert document.request().start_picture is version.result.picture


def test_more_than_four_styles_are_refused(document: Document) -> None:
    with pytest.raises(ValueError, match="4"):
        document.set_styles([StyleInput(make_picture(shade=shade)) for shade in range(5)])


def test_versions_are_numbered_and_the_newest_is_current(document: Document) -> None:
    photo = make_picture()
    document.set_photo(photo)
    changes: list[Change] = []
    document.observe(changes.append)
    first = document.add_version(photo, Result(make_picture()), "a")
    second = document.add_version(photo, Result(make_picture()), "b")
    assert (first.number, second.number) == (1, 2)
    assert document.current is second
    document.select_version(first)
    assert document.current is first
    document.select_version(first)
    assert changes == [Change.VERSIONS] * 3


def test_another_photo_keeps_the_paintings_of_the_first(document: Document) -> None:
    photo = make_picture()
    document.set_photo(photo)
    version = document.add_version(photo, Result(make_picture()), "a")
    other = make_picture(shade=3)
    document.set_photo(other)
    assert document.versions == (version,)
    assert document.current is None
    document.select_version(version)
    assert document.photo is photo
    assert document.current is version


def test_a_painting_of_a_photo_that_was_left_does_not_push_itself_forward(document: Document) -> None:
    photo = make_picture()
    document.set_photo(photo)
    document.set_photo(make_picture(shade=3))
    version = document.add_version(photo, Result(make_picture()), "a")
    assert document.current is None
    assert document.versions == (version,)


def test_removing_the_current_version_leaves_the_photo(document: Document) -> None:
    photo = make_picture()
    document.set_photo(photo)
    first, second = (document.add_version(photo, Result(make_picture()), title) for title in "ab")
    document.remove_version(first)
    assert document.current is second
    document.remove_version(second)
    assert document.current is None
    assert document.versions == ()
    with pytest.raises(ValueError, match="not of this document"):
        document.select_version(first)


def test_the_oldest_versions_go_when_memory_would_run_out(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    photo = make_picture()
    monkeypatch.setattr(Document, "VERSION_BUDGET_BYTES", 2 * photo.pixels.nbytes)
    document.set_photo(photo)
    versions = [document.add_version(photo, Result(make_picture()), title) for title in "abc"]
    assert document.versions == tuple(versions[1:])
