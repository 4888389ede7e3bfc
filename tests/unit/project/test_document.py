import pytest

from stylegui.engine.engines import Result
from stylegui.engine.request import InstantParams, PaintParams, StyleInput
from stylegui.project.document import Change, Document, IncompleteError
from stylegui.project.setup import Setup
from tests.ui.fakes import make_picture


@pytest.fixture
def document() -> Document:
    document = Document()
    document.set_setup(Setup("paint"))
    return document


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


def test_a_new_document_is_for_instant() -> None:
    document = Document()
    assert (document.engine, document.params) == ("instant", InstantParams())


def test_parameters_go_to_their_own_engine_active_or_not(document: Document, changes: list[Change]) -> None:
    document.set_params(InstantParams(detail=30))
    assert changes == []
    assert document.params == PaintParams()
    assert document.instant_params.detail == 30
    document.set_params(PaintParams(seed=3))
    assert changes == [Change.PARAMS]
    assert document.paint_params.seed == 3


def test_another_engine_is_told_before_its_parameters(document: Document, changes: list[Change]) -> None:
    document.set_engine("instant")
    document.set_engine("instant")
    assert changes == [Change.ENGINE, Change.PARAMS]
    assert document.params is document.instant_params


def test_a_request_is_for_the_active_engine(document: Document) -> None:
    document.set_photo(make_picture())
    document.set_styles([StyleInput(make_picture(shade=10))])
    assert document.request().paint == document.paint_params
    document.set_engine("instant")
    request = document.request(memory_cap_bytes=5)
    assert (request.engine, request.instant, request.memory_cap_bytes) == ("instant", document.instant_params, 5)


def test_a_preview_is_made_by_instant_whichever_engine_is_active(document: Document) -> None:
    photo, style, other = make_picture(), StyleInput(make_picture(shade=10)), StyleInput(make_picture(shade=20))
    with pytest.raises(IncompleteError, match="photo"):
        document.preview_request(256)
    document.set_photo(photo)
    with pytest.raises(IncompleteError, match="style"):
        document.preview_request(256)
    document.set_styles([style])
    document.set_params(PaintParams(strength=33))
    request = document.preview_request(256, device="cpu")
    assert (request.engine, request.photo, request.styles, request.device) == ("instant", photo, (style,), "cpu")
    assert (request.instant.size_px, request.instant.strength) == (256, 33)
    assert document.preview_request(256, [other]).styles == (other,)


def test_a_version_that_is_left_stays_and_painting_may_start_from_it(document: Document, changes: list[Change]) -> None:
    photo = make_picture()
    document.set_photo(photo)
    document.set_styles([StyleInput(make_picture(shade=10))])
    version = document.add_version(photo, Result(make_picture(shade=77)), "Waves")
    changes.clear()
    document.leave_version()
    document.leave_version()
    assert changes == [Change.VERSIONS]
    assert document.current is None
    assert document.versions == (version,)
    document.set_params(PaintParams(start="picture"))
    assert document.request().start_picture is version.result.picture
    document.remove_version(version)
    assert document.request().start_picture is photo


def test_a_result_the_artist_has_gone_on_from_is_kept_but_not_shown(document: Document) -> None:
    photo = make_picture()
    document.set_photo(photo)
    version = document.add_version(photo, Result(make_picture(shade=77)), "Waves", show=False)
    assert document.current is None
    assert document.versions == (version,)
