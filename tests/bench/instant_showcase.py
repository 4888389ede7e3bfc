"""A sheet of the program's own sample photos in some of its own styles, as the README shows it."""

from __future__ import annotations

import torch
from PIL import Image, ImageOps

from stylegui.engine.control import RunControl
from stylegui.engine.images import load_picture
from stylegui.engine.instant.model import InstantModel
from stylegui.engine.instant.run import run_with
from stylegui.engine.instant.style import StyleShelf
from stylegui.engine.request import InstantParams, StyleInput, TransferRequest
from stylegui.resources import resource
from tests.bench.common import OUT, QuietSink

PHOTOS = ("coast-at-dusk", "street-after-rain", "table-by-the-window", "plaster-bust")
STYLES = (
    "night-wind",
    "river-at-noon",
    "sun-tree-window",
    "gulls-at-sunrise",
    "poppies-seen-close",
    "the-kingfisher-waits",
)
PARAMS = {"size_px": 640, "strength": 75}
CELL, GAP, GROUND = (240, 176), 5, (24, 24, 26)


def run(model: InstantModel) -> None:
    """Styles above, photos on the left, and every photo in every style between them."""
    torch.set_num_threads(2)
    photos = [resource(f"samples/{name}.jpg") for name in PHOTOS]
    styles = [resource(f"styles/{name}/image.jpg") for name in STYLES]
    width, height = CELL[0] + GAP, CELL[1] + GAP
    sheet = Image.new("RGB", (width * (len(styles) + 1) - GAP, height * (len(photos) + 1) - GAP), GROUND)

    def put(picture: Image.Image, row: int, column: int) -> None:
        cell = ImageOps.fit(picture.convert("RGB"), CELL, Image.Resampling.LANCZOS, centering=(0.5, 0.35))
        sheet.paste(cell, (column * width, row * height))

    for column, style in enumerate(styles, start=1):
        put(Image.open(style), 0, column)
    for row, photo in enumerate(photos, start=1):
        put(Image.open(photo), row, 0)
        for column, style in enumerate(styles, start=1):
            inputs = (StyleInput(load_picture(style)),)
            params = InstantParams.model_validate(PARAMS | {"model": model.id})
            request = TransferRequest(load_picture(photo), inputs, params, engine="instant")
            result = run_with(model, StyleShelf(None), request, RunControl(), QuietSink())
            put(Image.fromarray(result.picture.to_uint8()), row, column)
    OUT.mkdir(exist_ok=True)
    sheet.save(OUT / "instant-showcase.jpg", quality=88)
    print(f"showcase: {OUT / 'instant-showcase.jpg'}")
