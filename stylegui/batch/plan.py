"""The list of all pictures that a batch makes, known before the first one is begun."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from stylegui.batch.draw import Range, draw_styles, draw_value
from stylegui.batch.names import fingerprint, slug, tell_apart
from stylegui.batch.photos import Photo


@dataclass(frozen=True)
class StyleChoice:
    """A style to paint in. `id` is the library's, or the path of a picture file as it was given; `title` may be ""."""

    id: str
    path: Path
    title: str = ""


@dataclass(frozen=True)
class Wish:
    """What was asked for: everything that decides the plan.

    `random` is how many styles each photo gets, drawn with `seed`; None gives every photo all of them. `params` are the
    engine's, as JSON has them, and `ranges` those of them that are drawn for each picture. `suffix` is the ending of
    the results.
    """

    photos: Sequence[Photo]
    styles: Sequence[StyleChoice]
    engine: str
    params: Mapping[str, Any]
    ranges: Mapping[str, Range] = field(default_factory=dict)
    random: int | None = None
    seed: int = 0
    suffix: str = ".jpg"


@dataclass(frozen=True)
class Job:
    """One picture. `output` is its path below the output folder, with "/"; `drawn` names what was left to chance."""

    output: str
    photo: Photo
    style: StyleChoice
    engine: str
    params: Mapping[str, Any]
    drawn: tuple[str, ...] = ()


def make_plan(wish: Wish) -> list[Job]:
    """All jobs, those of a photo together. The same wish gives the same list, however many workers will share it.

    A job's chances depend on the seed, the photo's place and the style's name only. Raises BatchError where more styles
    are to be drawn than there are.
    """
    names = tell_apart([_candidates(style) for style in wish.styles])
    pool = list(zip(names, wish.styles, strict=True))
    named = [(name, (name, style)) for name, style in pool]
    jobs = []
    for photo in wish.photos:
        chosen = pool if wish.random is None else draw_styles(named, wish.random, wish.seed, photo.place)
        for name, style in chosen:
            drawn = {
                parameter: draw_value(within, wish.seed, photo.place, name, parameter)
                for parameter, within in wish.ranges.items()
            }
            # Unlike a photo's, a style's name has no two hyphens in a row: no two pairs give the same.
            output = f"{photo.place}--{name}{wish.suffix}"
            jobs.append(Job(output, photo, style, wish.engine, {**wish.params, **drawn}, tuple(drawn)))
    return jobs


def _candidates(style: StyleChoice) -> list[str]:
    """The id of a library's style is its name; a file's is the file's, or one with a mark of its own."""
    if style.id != str(style.path):
        return [slug(style.id), f"{slug(style.id)}-{fingerprint(style.id)}"]
    return [slug(style.path.stem), slug(style.path.name), f"{slug(style.path.stem)}-{fingerprint(style.id)}"]
