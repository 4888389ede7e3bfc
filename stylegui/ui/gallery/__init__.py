"""The gallery of styles: the panel, its list, and what its tiles are made of."""

from stylegui.ui.gallery.mime import STYLE_MIME, style_ids
from stylegui.ui.gallery.panel import GalleryPanel

__all__ = ["STYLE_MIME", "GalleryPanel", "style_ids"]
