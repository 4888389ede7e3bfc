"""A painting on its way out of the program: what is known of it, whom to credit, and the file it becomes. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from stylegui.engine.imageio.metadata import Credit
from stylegui.engine.images import Picture, save_picture
from stylegui.library import Style
from stylegui.project.exports import ExportPlan
from stylegui.project.naming import Facts, target_path
from stylegui.project.version import Version

PHOTO_LAYER = "Photo"


@dataclass(frozen=True, eq=False)
class Subject:
    """What is exported. `picture` and `photo` read their pictures back from the disk where they must (PictureError).

    `sources` are the files it was made from, which are never written over; `photo_path` is the photo's own.
    """

    size: tuple[int, int]
    facts: Facts
    picture: Callable[[], Picture]
    photo: Callable[[], Picture] | None = None
    recipe: Mapping[str, Any] | None = None
    credit: Credit | None = None
    sources: tuple[Path, ...] = ()
    photo_path: Path | None = None

    @classmethod
    def of(cls, version: Version, styles: Sequence[Style] = (), engines: Mapping[str, str] | None = None) -> Subject:
        """A version of the document. `styles` are those of the gallery that it was painted in; `engines` has titles."""
        engine = str(version.recipe.get("engine", ""))
        photo = version.held_photo
        return cls(
            version.size,
            Facts(photo.name, version.title, (engines or {}).get(engine, engine), version.number, version.created),
            lambda: version.result.picture,
            photo.get,
            recipe_with_ids(version),
            credit_of(styles, version.title),
            tuple(style.path for style in styles),
        )


def recipe_with_ids(version: Version) -> dict[str, Any]:
    """The recipe, with each style's id in the gallery, by which it is found again if its picture has changed."""
    recipe = dict(version.recipe)
    entries = recipe.get("styles")
    if isinstance(entries, list) and len(entries) == len(version.held_styles):
        recipe["styles"] = [
            {**entry, "id": held.id} if held.id else entry
            for entry, held in zip(entries, version.held_styles, strict=True)
        ]
    return recipe


def credit_of(styles: Sequence[Style], title: str) -> Credit:
    """What a file says of the styles it was painted in: what they are, by whom, and under which licence."""
    named = [_named(style) for style in styles] or ([f"“{title}”"] if title else [])
    description = f"Painted with stylegui in the style of {' and '.join(named)}." if named else "Painted with stylegui."
    rights = "; ".join(dict.fromkeys(_rights(style) for style in styles if _rights(style)))
    return Credit(description, rights)


def write(
    subject: Subject, plan: ExportPlan, folder: Path, *, sources: Collection[Path] = (), taken: Collection[Path] = ()
) -> tuple[Path, ...]:
    """Write a painting by a plan; the files that were written, and none where the plan leaves a taken name alone.

    `sources` (resolved) are never written over, nor is what is `taken`. Slow. Raises PictureError.
    """
    size = plan.size(subject.size)
    facts = replace(subject.facts, size=size)
    spared = [*sources, *(source.resolve() for source in subject.sources)]
    path = target_path(folder, plan.template, plan.suffix, facts, plan.on_conflict, sources=spared, taken=taken)
    return () if path is None else write_to(subject, plan, path)


def write_to(subject: Subject, plan: ExportPlan, path: Path) -> tuple[Path, ...]:
    """Write a painting to this very file; the files that were written. Slow. Raises PictureError."""
    return save_picture(
        subject.picture(),
        path,
        plan.options(subject.size),
        subject.recipe if plan.with_recipe else None,
        credit=subject.credit,
        layers=layers_of(subject, plan),
    )


def layers_of(subject: Subject, plan: ExportPlan) -> list[tuple[str, Picture]]:
    """What lies below the result in a file with layers."""
    if plan.save.format != "ora" or subject.photo is None:
        return []
    return [(PHOTO_LAYER, subject.photo())]


def _named(style: Style) -> str:
    return f"“{style.title}”" + (f" by {style.artist}" if style.artist else "")


def _rights(style: Style) -> str:
    """Whose the style is, where anybody's: what is in the public domain asks for no line."""
    owner = style.credit or style.artist
    if not style.licence or style.licence.upper().startswith(("CC0", "PUBLIC DOMAIN", "PD")):
        return ""
    return f"Style “{style.title}”{f': {owner}' if owner else ''} ({style.licence})"
