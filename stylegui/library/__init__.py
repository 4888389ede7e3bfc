"""The styles an artist can choose from: those that come with the program and the artist's own. No Qt."""

from stylegui.library.style import Style
from stylegui.library.styles import LibraryError, StyleLibrary

__all__ = ["LibraryError", "Style", "StyleLibrary"]
