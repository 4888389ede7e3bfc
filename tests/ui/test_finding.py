import pytest

from stylegui.ui.finding import NO_FIT, fit


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("exag", "Export again"),
        ("ag ex", "Export again"),
        ("nw", "Night Wind over the Furrows"),
        ("etoi", "Étoilé"),
        ("ÜBER", "uberlandung"),
        ("port", "Export"),
        ("", "anything"),
    ],
)
def test_what_is_typed_finds(typed: str, text: str) -> None:
    assert fit(typed, text) > NO_FIT


@pytest.mark.parametrize(("typed", "text"), [("zz", "Zoom"), ("xa", "Export again"), ("export z", "Export again")])
def test_what_is_typed_does_not_find(typed: str, text: str) -> None:
    assert fit(typed, text) == NO_FIT


def test_beginnings_go_before_insides_and_short_before_long() -> None:
    texts = ["Zoom out", "Outline", "About", "Bring out the paint"]
    assert sorted(texts, key=lambda text: -fit("out", text)) == ["Outline", "Zoom out", "Bring out the paint", "About"]
