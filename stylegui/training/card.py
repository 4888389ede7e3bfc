"""What a training leaves behind: the weights as the program loads them, and their model card."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import torch
from safetensors.torch import save
from torch import Tensor

from stylegui.engine.encoders.fire import LAYERS, FireNet
from stylegui.engine.encoders.normalise import mean_activations, unit_scales
from stylegui.engine.encoders.weights import metadata
from stylegui.files import replacing
from stylegui.training.encoder import EncoderTraining
from stylegui.training.student import plain
from stylegui.training.teachers import Teacher

MEASURED_BATCHES = 16


@torch.no_grad()
def measure(student: FireNet, teacher: Teacher, batches: Iterable[Tensor]) -> dict[str, float]:
    """Share of the teacher's variance that the student misses, by layer; nothing is forced."""
    totals: dict[str, float] = {}
    count = 0
    for batch in batches:
        count += 1
        ours = student(batch)
        for name, theirs in teacher.lesson(batch).layers.items():
            error = (ours[name] - theirs).square().mean() / theirs.var((0, 2, 3)).mean()
            totals[name] = totals.get(name, 0.0) + float(error)
    return {name: totals[name] / count for name in LAYERS if name in totals}


def finish(training: EncoderTraining, target: Path, data_terms: str, date: str) -> None:
    """Normalise the averaged student's channels; write the weights as `target` and their model card beside them (.md).

    `data_terms` says where the pictures come from and under which terms. The training itself is left as it is. Both
    files appear complete or not at all. Raises OSError.
    """
    student = plain(training.average)
    errors = measure(student, training.teacher, training.calibration(MEASURED_BATCHES))
    student.scale_channels(unit_scales(mean_activations(student, training.calibration())))
    state = {name: value.contiguous().cpu() for name, value in student.state_dict().items()}
    data = save(state, metadata=metadata(title="stylegui built-in encoder", licence="MIT"))
    target.parent.mkdir(parents=True, exist_ok=True)
    with replacing(target) as file:
        file.write(data)
    recipe = training.recipe
    text = CARD.format(
        parameters=sum(value.numel() for value in state.values()),
        megabytes=len(data) / 1e6,
        sha256=hashlib.sha256(data).hexdigest(),
        teacher=training.teacher.title,
        taught=training.teacher.taught,
        photos=len(training.photos.pictures),
        paintings=len(training.paintings.pictures),
        data_terms=data_terms,
        pool=_pool(training),
        steps=training.step,
        hours=training.seconds / 3600,
        seed=recipe.seed,
        date=date,
        figures="\n".join(f"| {name} | {100 * error:.1f} % |" for name, error in errors.items()),
        recipe="\n".join(f"| {name} | {value} |" for name, value in asdict(recipe).items()),
    )
    with replacing(target.with_suffix(".md")) as file:
        file.write(text.encode())


def _pool(training: EncoderTraining) -> str:
    recipe = training.recipe
    if not recipe.pool or training.step <= recipe.pool_from:
        return "none"
    return (
        f"from step {recipe.pool_from} on, {recipe.pool} pictures a step that are being painted with the network "
        f"itself, each for {recipe.pool_life} steps"
    )


CARD = """# Built-in encoder

The network that stylegui sees with: its features are what style and content are compared by. Trained by
`stylegui train encoder` from random weights; these weights are the project's own (MIT).

| | |
|---|---|
| shape | fire modules (squeeze, expand), conv1 to fire8, taps at 1/2, 1/4, 1/8 and 1/16 of the input |
| parameters | {parameters} ({megabytes:.2f} MB, float32) |
| sha256 | {sha256} |
| input | sRGB in [0, 1]; normalisation is inside |
| channels | rescaled to a mean activation of 1 on the training photos |
| teacher | {teacher} |
| learned | {taught} |
| pictures | {photos} photos, {paintings} paintings: {data_terms} |
| on-policy pool | {pool} |
| steps | {steps} ({hours:.1f} hours) |
| seed | {seed} |
| date | {date} |

## Figures

Share of the teacher's variance that the network misses, on plain crops of the training photos:

| layer | missed |
|---|---|
{figures}

How pictures painted with it compare with pictures painted with the teacher is measured by `tests/bench/encoder.py`; the
README has the table.

## Recipe

| field | value |
|---|---|
{recipe}
"""
