"""A slot that holds the newest value: how frames and progress leave a fast thread for a slower one."""

from __future__ import annotations

import threading
from typing import Generic, TypeVar

T = TypeVar("T")


class Mailbox(Generic[T]):
    """One slot behind a lock. A new value replaces one that nobody took, so nothing piles up."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._value: T | None = None

    def put(self, value: T) -> bool:
        """Leave a value; True where the slot was empty, so that the reader has to be told."""
        with self._lock:
            was_empty = self._value is None
            self._value = value
            return was_empty

    def take(self) -> T | None:
        """The newest value, which leaves the slot; None where there is none."""
        with self._lock:
            value, self._value = self._value, None
            return value

    @property
    def empty(self) -> bool:
        with self._lock:
            return self._value is None
