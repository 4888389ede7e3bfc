"""What a recipe was painted from, as the command line finds it: by what pictures show, or as its options name them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from stylegui.batch.errors import BatchError
from stylegui.batch.manifest import Manifest, Record
from stylegui.commands.errors import CommandError
from stylegui.commands.pick import find_style
from stylegui.engine.images import Picture, load_picture
from stylegui.engine.request import StyleInput
from stylegui.library import Style, StyleLibrary
from stylegui.project import finding
from stylegui.project.finding import Places, Whereabouts
from stylegui.project.recipes import Known, Recipe


def places_for(painted: Path, recipe: Recipe, whereabouts: Whereabouts) -> Places:
    """Where to look for the pictures of a painted one: where its batch had them or they lay when it was exported,
    beside it, and in the current folder."""
    painted = painted.absolute()
    record = _batch_record(painted)
    files = [Path(record.photo), Path(record.style)] if record is not None else []
    lay = [whereabouts.path(each.digest) for each in (recipe.photo, recipe.start) if each is not None]
    files += [path for path in lay if path is not None]
    return Places(lambda _digest: None, files, list(dict.fromkeys([painted.parent, Path.cwd()])))


def find_picture(wanted: Known | None, given: Path | None, places: Places, kind: str) -> Picture:
    """The photo, or another `kind` of picture with an option of that name. Raises CommandError and PictureError."""
    wanted = _hashed(wanted)
    if given is not None:
        picture = load_picture(given)
        if picture.digest != wanted.digest:
            text = f"{given} does not show the same as the {kind} {_words(wanted)} that this was painted from."
            raise CommandError(text)
        return picture
    found = places.find(wanted)
    if found is None:
        option = f"--{kind.replace(' ', '-')}"
        text = f"The {kind} {_words(wanted)} is not in {_folders(places)}: say where it is with {option} FILE."
        raise CommandError(text)
    return found


def find_styles(recipe: Recipe, given: Sequence[str], places: Places, library: StyleLibrary) -> tuple[StyleInput, ...]:
    """The styles in the recipe's order. `given` are files and ids in any. Raises CommandError and PictureError."""
    named: dict[str, Picture] = {}
    wanted = {_hashed(each.picture).digest for each in recipe.known_styles}
    for word in given:
        found = find_style(word, library)
        picture = load_picture(found.path if isinstance(found, Style) else found)
        if picture.digest not in wanted:
            raise CommandError(f"{word} is none of the styles that this was painted in.")
        named[picture.digest] = picture
    styles = []
    for each in recipe.known_styles:
        style = named.get(each.picture.digest)
        if style is None:
            choice = finding.find_style(each, places, library)
            style = choice.input.picture if choice is not None else None
        if style is None or style.digest != each.picture.digest:
            text = f"The style {_words(each.picture, each.title)} is not in the library, nor in {_folders(places)}"
            raise CommandError(f"{text}: say where it is with --style FILE.")
        styles.append(StyleInput(style, each.weight, each.title))
    return tuple(styles)


def _hashed(wanted: Known | None) -> Known:
    if wanted is None or not wanted.digest:
        raise CommandError("The recipe inside this picture does not say from which pictures it was painted.")
    return wanted


def _words(wanted: Known, title: str = "") -> str:
    width, height = wanted.size
    name = title or wanted.name
    return f"“{name}” ({width} × {height} px)" if name else f"of {width} × {height} px"


def _folders(places: Places) -> str:
    return " or ".join(str(folder) for folder in places.folders)


def _batch_record(painted: Path) -> Record | None:
    """What the manifest of a batch says of one of its pictures, which may lie in folders below it."""
    for folder in painted.parents:
        try:
            record = Manifest(folder).records.get(painted.relative_to(folder).as_posix())
        except BatchError:
            continue
        if record is not None:
            return record
    return None
