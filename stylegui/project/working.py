"""What a document holds at one moment, as values. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pydantic import JsonValue

from stylegui.engine.images import Picture
from stylegui.project.recipes import Rerun
from stylegui.project.setup import Setup
from stylegui.project.version import StyleChoice, Version


@dataclass(frozen=True, eq=False)
class Working:
    """Photo, styles, settings, the version that is shown, and where Paint starts: all that `branch` changes at once.

    `latest` is the version of this photo that was shown last. `start` is the picture that Paint starts from where it
    was chosen, and `branched_from` the id of the version that it is of ("" for none). `rerun` is how a run went that is
    to be painted again; it is forgotten as soon as something else is to be painted.
    """

    photo: Picture | None = None
    styles: tuple[StyleChoice, ...] = ()
    setup: Setup = field(default_factory=Setup)
    current: Version | None = None
    latest: Version | None = None
    start: Picture | None = None
    branched_from: str = ""
    rerun: Rerun = field(default_factory=Rerun)

    def with_photo(self, photo: Picture | None) -> Working:
        """Another photo: none of the versions is of it yet."""
        return replace(self, photo=photo, current=None, latest=None, start=None, branched_from="", rerun=Rerun())

    def with_styles(self, styles: tuple[StyleChoice, ...]) -> Working:
        """Other styles."""
        return replace(self, styles=styles, rerun=Rerun())

    def with_setup(self, setup: Setup) -> Working:
        """Other settings. A picture to start from is forgotten when Paint is to start from something else."""
        starts_there = setup.paint.start == "picture"
        return replace(
            self,
            setup=setup,
            start=self.start if starts_there else None,
            branched_from=self.branched_from if starts_there else "",
            rerun=self.rerun if setup == self.setup else Rerun(),
        )

    def with_version(self, version: Version) -> Working:
        """Back to a version, and to the photo it was made from."""
        photo = self.photo if version.is_of(self.photo) else version.photo
        moved = self if photo is self.photo else self.with_photo(photo)
        return replace(moved, current=version, latest=version)

    def without(self, version: Version) -> Working:
        """Where that version is not shown any more."""
        return replace(
            self,
            current=None if self.current is version else self.current,
            latest=None if self.latest is version else self.latest,
        )

    def branched(self, version: Version, start: Picture | None) -> Working:
        """As that version was made, with Paint starting from `start`, or from the version itself."""
        setup = version.setup.switched("paint")
        setup = replace(setup, paint=setup.paint.model_copy(update={"start": "picture"}))
        return replace(
            self.with_version(version),
            styles=version.styles,
            setup=setup,
            start=start if start is not None else version.result.picture,
            branched_from=version.id,
            rerun=Rerun(),
        )


@dataclass(frozen=True, eq=False)
class Content:
    """Everything a document holds at one moment, to be saved or taken up again. `numbers` were given to versions."""

    working: Working
    versions: tuple[Version, ...] = ()
    ratings: Mapping[str, int] = field(default_factory=dict)
    sections: Mapping[str, JsonValue] = field(default_factory=dict)
    numbers: int = 0
    revision: int = 0


def same_styles(first: tuple[StyleChoice, ...], second: tuple[StyleChoice, ...]) -> bool:
    """Whether these are the same pictures with the same weights and names, from the same place in the gallery."""
    return len(first) == len(second) and all(
        (one.id, one.input.weight, one.input.name) == (other.id, other.input.weight, other.input.name)
        and one.input.picture is other.input.picture
        for one, other in zip(first, second, strict=True)
    )
