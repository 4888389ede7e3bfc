"""The table of what the studio promises names tests that exist."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
NAMED = sorted(set(re.findall(r"`([a-z_/]+\.py)::(test_\w+)`", (TESTS / "stories" / "README.md").read_text("utf-8"))))


def test_the_table_names_many() -> None:
    assert len(NAMED) > 100


@pytest.mark.parametrize(("path", "name"), NAMED, ids=[name for _, name in NAMED])
def test_it_exists(path: str, name: str) -> None:
    assert re.search(rf"^\s*def {name}\(", (TESTS / path).read_text("utf-8"), re.MULTILINE)
