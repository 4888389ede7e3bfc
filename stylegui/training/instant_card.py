"""What a training of Instant leaves behind: the weights as the program loads them, and their model card."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from pathlib import Path

from safetensors.torch import save

from stylegui.engine.encoders.weights import metadata
from stylegui.files import replacing
from stylegui.training.instant import InstantTraining


def finish(training: InstantTraining, target: Path, data_terms: str, date: str) -> None:
    """Write the averaged weights in half precision as `target`, and their model card beside them (.md).

    `data_terms` says where the pictures come from and under which terms. The training itself is left as it is. Both
    files appear complete or not at all. Raises OSError.
    """
    recipe = training.recipe
    state = {name: value.half().contiguous().cpu() for name, value in training.average.state_dict().items()}
    data = save(state, metadata=metadata(title=f"stylegui Instant {recipe.size}", licence="MIT"))
    target.parent.mkdir(parents=True, exist_ok=True)
    with replacing(target) as file:
        file.write(data)
    on_photo = sum(v.numel() for name, v in state.items() if not name.startswith(("reader", "predictor")))
    text = CARD.format(
        size=recipe.size,
        origin=training.origin,
        on_photo=on_photo,
        on_style=sum(value.numel() for value in state.values()) - on_photo,
        megabytes=len(data) / 1e6,
        sha256=hashlib.sha256(data).hexdigest(),
        encoder=training.encoder.digest,
        teacher=training.teacher.title,
        photos=len(training.photos.pictures),
        styles=len(training.styles.pictures),
        data_terms=data_terms,
        steps=training.step,
        samples=training.step * recipe.batch,
        hours=training.seconds / 3600,
        device=training.device.type,
        date=date,
        recipe="\n".join(f"| {name} | {value} |" for name, value in asdict(recipe).items()),
    )
    with replacing(target.with_suffix(".md")) as file:
        file.write(text.encode())


CARD = """# Instant, {size}

Paints any style in one pass. Trained by `stylegui train instant`, beginning with {origin}; these weights are the
project's own (MIT).

| | |
|---|---|
| shape | decoder with conditional instance normalisation at 1/8, 1/4 and 1/2 of the picture; reads photo and style \
through the built-in encoder |
| parameters | {on_photo} that a photo passes, {on_style} that run once a style ({megabytes:.2f} MB, float16) |
| sha256 | {sha256} |
| encoder | builtin, sha256 {encoder} |
| input | sRGB in [0, 1]; the photo in the style's colours |
| teacher | {teacher} |
| pictures | {photos} photos, {styles} styles: {data_terms} |
| steps | {steps} ({samples} samples, {hours:.1f} hours, {device}) |
| date | {date} |

How its pictures compare with those of other networks is measured by `tests/bench/instant.py`.

## Recipe

| field | value |
|---|---|
{recipe}
"""
