"""The gallery of styles: the panel, its list, and what its tiles are made of."""

from stylegui.ui.gallery.panel import GalleryPanel

__all__ = ["GalleryPanel"]
