"""Pictures in and out: loading, saving, resizing, 8 and 16 bits, alpha, EXIF, ICC, DPI and the recipe inside. No Qt."""

from stylegui.engine.imageio.load import decode_picture, load_picture
from stylegui.engine.imageio.picture import Picture, PictureError, from_float, with_data_of
from stylegui.engine.imageio.recipe import read_recipe
from stylegui.engine.imageio.reduced import load_reduced
from stylegui.engine.imageio.save import SaveOptions, encode_picture, save_picture
from stylegui.engine.imageio.source import MAX_PIXELS

__all__ = [
    "MAX_PIXELS",
    "Picture",
    "PictureError",
    "SaveOptions",
    "decode_picture",
    "encode_picture",
    "from_float",
    "load_picture",
    "load_reduced",
    "read_recipe",
    "save_picture",
    "with_data_of",
]
