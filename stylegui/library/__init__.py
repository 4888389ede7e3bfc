"""The styles an artist can choose from: those that come with the program and the artist's own. No Qt."""

from stylegui.library.card import StyleCard
from stylegui.library.errors import LibraryError
from stylegui.library.search import ALL, FAVOURITES, MISSING, OWN, RECENT, Order
from stylegui.library.style import OWN_COLLECTION, Style, StyleEdit
from stylegui.library.styles import Added, Collection, StyleLibrary

__all__ = [
    "ALL",
    "FAVOURITES",
    "MISSING",
    "OWN",
    "OWN_COLLECTION",
    "RECENT",
    "Added",
    "Collection",
    "LibraryError",
    "Order",
    "Style",
    "StyleCard",
    "StyleEdit",
    "StyleLibrary",
]
