"""From one list to another with as few rows taken out and put in as will do."""

from __future__ import annotations

import random

import pytest

from stylegui.ui.gallery.changes import changes_between


def applied(old: list[str], new: list[str]) -> list[str]:
    changes = changes_between(old, new)
    assert changes is not None
    rows = list(old)
    for first, count in changes.removals:
        del rows[first : first + count]
    for first, count in changes.insertions:
        rows[first:first] = new[first : first + count]
    return rows


@pytest.mark.parametrize(
    ("old", "new"),
    [("abc", "abc"), ("abc", ""), ("", "abc"), ("abcdef", "bde"), ("bde", "abcdef"), ("abxcy", "zabc"), ("a", "b")],
)
def test_the_changes_lead_to_the_new_list(old: str, new: str) -> None:
    assert applied(list(old), list(new)) == list(new)


def test_rows_that_lie_together_go_together() -> None:
    changes = changes_between(list("abcdef"), list("aefgh"))
    assert changes is not None
    assert (changes.removals, changes.insertions) == (((1, 3),), ((3, 2),))


def test_any_two_lists_of_the_same_order() -> None:
    chance = random.Random(3)
    every = [str(number) for number in range(40)]
    for _ in range(200):
        old = [each for each in every if chance.random() < 0.5]
        new = [each for each in every if chance.random() < 0.5]
        assert applied(old, new) == new


def test_another_order_or_too_many_changes_are_none() -> None:
    assert changes_between(list("abc"), list("acb")) is None
    every = [str(number) for number in range(100)]
    assert changes_between(every, every[::2], run_limit=49) is None
    assert changes_between(every, every[::2], run_limit=50) is not None
