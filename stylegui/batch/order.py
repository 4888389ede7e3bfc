"""What goes to a worker and what comes back: everything in bytes, so that a worker needs no disk of ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass(frozen=True)
class Source:
    """A picture file: its content, the name that stands for it in messages, and a style's title."""

    data: bytes = field(repr=False)
    name: str
    title: str = ""


@dataclass(frozen=True)
class Order:
    """One picture to make. `params` and `save` are the engine's parameters and the `SaveOptions`, as JSON has them.

    `name` is the result's, for messages. `threads` is how many torch computes with, `recipe` whether the file holds its
    own recipe. `tuning` is how Instant computes, as JSON has it: without one it is left to the workers.
    """

    photo: Source
    style: Source
    engine: str
    params: Mapping[str, Any]
    save: Mapping[str, Any]
    name: str
    recipe: bool
    device: str
    threads: int
    tuning: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Painted:
    """The result as a file's content, its recipe, how long it took, and sentences for the user."""

    data: bytes = field(repr=False)
    recipe: Mapping[str, Any]
    seconds: float
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Failed:
    """Why there is no picture, in one sentence. `hopeless` says that every other picture would fail the same way."""

    text: str
    hopeless: bool = False


Answer = Painted | Failed


@dataclass(frozen=True)
class News:
    """What became of some orders, by their numbers: answers, and the share in [0, 1] that is painted of others."""

    answers: Sequence[tuple[int, Answer]] = ()
    shares: Mapping[int, float] = field(default_factory=dict)


class Workers(Protocol):
    """Those who paint: processes of this computer, or a cluster. All calls come from one thread."""

    def room(self) -> int:
        """How many more orders are taken now. It may be 0 for a while at the beginning."""
        ...

    def give(self, number: int, order: Order) -> None:
        """Hand over an order. `threads` of 0 leaves them to the workers. Raises BatchError where nobody is left."""
        ...

    def wait(self, timeout_s: float) -> News:
        """What is new, at the latest after a time. Raises BatchError where the work cannot go on."""
        ...

    def describe(self) -> str:
        """Who paints, in a few words."""
        ...

    def close(self) -> None:
        """Give up what is being painted and let everybody go."""
        ...
