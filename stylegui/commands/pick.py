"""Finding the style that a word on the command line means."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path

from stylegui.batch.photos import pictures_below
from stylegui.batch.plan import StyleChoice
from stylegui.commands.errors import CommandError
from stylegui.library import Style, StyleLibrary

ALL = "all"
COLLECTION = "collection:"


def find_style(word: str, library: StyleLibrary) -> Path | Style:
    """The file of that name, or else the style with that id.

    Raises CommandError, with the closest ids, where there is neither.
    """
    path = Path(word)
    if _exists(path):
        return path
    style = library.get(word)
    if style is not None:
        return style
    if path.suffix or len(path.parts) > 1:
        raise CommandError(f"There is no file {word}.")
    close = closest(word, library.styles())
    hint = f"did you mean {' or '.join(close)}?" if close else "“stylegui styles” lists them all."
    raise CommandError(f"There is no style or file {word}; {hint}")


def choose_styles(texts: Sequence[str], library: StyleLibrary) -> list[StyleChoice]:
    """The styles of "monet.jpg,some-id", "all", "collection:Ink" or a folder of pictures, each once, in this order.

    Raises CommandError where one of them is not there, or none is found.
    """
    chosen: dict[str, StyleChoice] = {}
    for text in texts:
        # A file's name may have a comma in it.
        for word in [text] if _exists(Path(text)) else text.split(","):
            if word := word.strip():
                chosen |= {style.id: style for style in _choices(word, library)}
    if not chosen:
        raise CommandError("No style is named.")
    return list(chosen.values())


def _exists(path: Path) -> bool:
    """Whether there is such a file or folder; what is too long to be a name, such as many ids, is none."""
    try:
        return path.exists()
    except OSError:
        return False


def _choices(word: str, library: StyleLibrary) -> Iterator[StyleChoice]:
    if word == ALL or word.startswith(COLLECTION):
        ids = library.search() if word == ALL else _collection(word.removeprefix(COLLECTION), library)
        there = [style for style in library.fetch(ids) if not style.missing]
        yield from sorted((_choice(style) for style in there), key=lambda choice: choice.id)
        return
    found = find_style(word, library)
    if isinstance(found, Style):
        yield _choice(found)
    elif found.is_dir():
        pictures = list(pictures_below(found))
        if not pictures:
            raise CommandError(f"There is no picture in the folder {found}.")
        yield from (StyleChoice(str(path), path) for path in pictures)
    else:
        yield StyleChoice(str(found), found)


def _choice(style: Style) -> StyleChoice:
    return StyleChoice(style.id, style.path, style.title)


def _collection(name: str, library: StyleLibrary) -> list[str]:
    names = [collection.name for collection in library.collections()]
    for each in names:
        if each.casefold() == name.casefold():
            return library.search(collection=each)
    raise CommandError(f"There is no collection {name}; there are {', '.join(names)}.")


def closest(word: str, styles: list[Style], count: int = 2) -> list[str]:
    """Ids of the styles whose id or title is nearest to `word`, the nearest first; none where nothing is near."""
    names = {style.id.casefold(): style.id for style in styles}
    names |= {style.title.casefold(): style.id for style in styles}
    near = difflib.get_close_matches(word.casefold(), names, n=2 * count, cutoff=0.6)
    inside = [name for name in names if word.casefold() in name]
    return list(dict.fromkeys(names[name] for name in (*near, *inside)))[:count]
