"""Painting a recipe again: the changes that a hand made to a run, made at the same steps, and the step it ended at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from stylegui.engine.control import Steering


@dataclass(frozen=True)
class Replay:
    """What happened to a run that is painted again. Without anything (the default) a run is a new one.

    `stop_after` is the number of steps after which the first run was stopped; 0 where it came to its end.
    """

    steering: tuple[Steering, ...] = ()
    stop_after: int = 0

    @classmethod
    def of(cls, recipe: Mapping[str, Any]) -> Replay:
        """What a recipe tells of its run. Entries that are not of the expected form raise ValueError."""
        try:
            events = tuple(
                Steering(int(event["step"]), {str(name): value for name, value in event["changes"].items()})
                for event in recipe.get("steering") or ()
            )
            stopped = recipe.get("complete") is False
            return cls(events, int(recipe["steps"]) if stopped else 0)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise ValueError("the recipe's record of its run is broken") from error

    def as_recipe(self) -> dict[str, Any]:
        """The same as the part of a recipe that `of` reads: for keeping a request as JSON."""
        steering = [{"step": event.step, "changes": dict(event.changes)} for event in self.steering]
        return {"steering": steering, "complete": self.stop_after == 0, "steps": self.stop_after}

    def due(self, step: int, done: Sequence[Steering]) -> dict[str, Any]:
        """The changes that are to take effect before `step`; none where `done` tells of them already.

        A step that is taken again, because its numbers ran out of range, is steered only once.
        """
        if done and done[-1].step >= step:
            return {}
        changes: dict[str, Any] = {}
        for event in self.steering:
            if event.step == step:
                changes.update(event.changes)
        return changes

    def ends_at(self, step: int) -> bool:
        """Whether the first run was stopped when `step` steps were taken."""
        return 0 < self.stop_after <= step

    def __bool__(self) -> bool:
        return bool(self.steering or self.stop_after)
