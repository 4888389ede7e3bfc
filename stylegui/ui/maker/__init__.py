"""The style maker: a painter, colours and a seed become a style of one's own."""

from stylegui.ui.maker.window import KeepWish, StyleMaker

__all__ = ["KeepWish", "StyleMaker"]
