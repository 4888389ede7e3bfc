"""Finding the style that a word on the command line means."""

from __future__ import annotations

import difflib
from pathlib import Path

from stylegui.commands.errors import CommandError
from stylegui.library import Style, StyleLibrary


def find_style(word: str, library: StyleLibrary) -> Path | Style:
    """The file of that name, or else the style with that id.

    Raises CommandError, with the closest ids, where there is neither.
    """
    path = Path(word)
    if path.exists():
        return path
    style = library.get(word)
    if style is not None:
        return style
    if path.suffix or len(path.parts) > 1:
        raise CommandError(f"There is no file {word}.")
    close = closest(word, library.styles())
    hint = f"did you mean {' or '.join(close)}?" if close else "“stylegui styles” lists them all."
    raise CommandError(f"There is no style or file {word}; {hint}")


def closest(word: str, styles: list[Style], count: int = 2) -> list[str]:
    """Ids of the styles whose id or title is nearest to `word`, the nearest first; none where nothing is near."""
    names = {style.id.casefold(): style.id for style in styles}
    names |= {style.title.casefold(): style.id for style in styles}
    near = difflib.get_close_matches(word.casefold(), names, n=2 * count, cutoff=0.6)
    inside = [name for name in names if word.casefold() in name]
    return list(dict.fromkeys(names[name] for name in (*near, *inside)))[:count]
