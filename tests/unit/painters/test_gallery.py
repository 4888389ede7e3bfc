"""The shipped gallery: every work and sample photo is there, described, and is what its painter paints."""

from __future__ import annotations

import io
import itertools
import json
import re
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from stylegui.painters import PAINTERS, WORKS, Palette, Work
from stylegui.painters.__main__ import main
from stylegui.painters.jpeg import shipped_jpeg
from stylegui.painters.samples import SAMPLES, Sample
from stylegui.resources import resource

QUICK = (
    "river-from-the-sun",
    "under-full-sail",
    "peacock-screen",
)  # the last has halved chroma
EVERY = pytest.mark.parametrize("work", WORKS, ids=[work.id for work in WORKS])


def test_the_table_is_whole() -> None:
    assert len({work.id for work in WORKS}) == len(WORKS)
    assert len({work.title for work in WORKS}) == len(WORKS)
    assert {work.painter for work in WORKS} == set(PAINTERS)
    assert all(name == painter.id for name, painter in PAINTERS.items())
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", work.id) for work in WORKS)


def test_resources_hold_exactly_the_works_and_samples() -> None:
    assert {folder.name for folder in resource("styles").iterdir()} == {work.id for work in WORKS}
    pictures = {path.stem for path in resource("samples").glob("*.jpg")}
    assert pictures == {sample.id for sample in SAMPLES}


@EVERY
def test_style_json_says_how_to_paint_it_again(work: Work) -> None:
    record = json.loads(resource(f"styles/{work.id}/style.json").read_text(encoding="utf-8"))
    assert record == work.record()
    assert record["licence"] == "CC0-1.0"
    assert record["tags"]
    assert Palette(tuple(record["palette"])).lab.shape == (len(record["palette"]), 3)


@EVERY
def test_a_style_picture_is_a_full_size_jpeg(work: Work) -> None:
    with Image.open(resource(f"styles/{work.id}/image.jpg")) as image:
        assert image.format == "JPEG"
        assert image.mode == "RGB"
        assert image.size == work.size
        assert max(image.size) == 1024


def test_the_gallery_is_rich_and_small() -> None:
    assert len(WORKS) >= 48
    assert len(PAINTERS) >= 24
    shown = Counter(work.collection for work in WORKS)
    assert len(shown) >= 8
    assert min(shown.values()) >= 3
    assert sum(path.stat().st_size for path in resource("styles").rglob("*") if path.is_file()) <= 24_000_000


def test_works_of_a_collection_hang_together() -> None:
    in_order = [collection for collection, _ in itertools.groupby(work.collection for work in WORKS)]
    assert len(in_order) == len(set(in_order))


@pytest.mark.parametrize("name", QUICK)
def test_a_shipped_picture_is_what_its_record_paints(name: str) -> None:
    folder = resource(f"styles/{name}")
    record = json.loads((folder / "style.json").read_text(encoding="utf-8"))
    palette = Palette(tuple(record["palette"]))
    rebuilt = PAINTERS[record["painter"]].paint(tuple(record["size"]), record["seed"], palette)
    with Image.open(folder / "image.jpg") as image, Image.open(io.BytesIO(shipped_jpeg(rebuilt))) as again:
        difference = np.abs(np.asarray(image, dtype=int) - np.asarray(again, dtype=int))
    assert difference.mean() <= 2  # the rounding of another machine; another picture differs by 20 and more


def test_samples_json_matches_the_table() -> None:
    records = json.loads(resource("samples/samples.json").read_text(encoding="utf-8"))
    assert records == [sample.record() for sample in SAMPLES]
    for record in records:
        with Image.open(resource(f"samples/{record['file']}")) as image:
            assert list(image.size) == record["size"]


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample.id for sample in SAMPLES])
def test_a_small_sample_looks_like_the_shipped_one(sample: Sample) -> None:
    size = (36, 24) if sample.size[0] > sample.size[1] else (24, 36)
    small = sample.render(size)
    assert small.shape == (size[1], size[0], 3)
    assert small.dtype == np.uint8
    with Image.open(resource(f"samples/{sample.id}.jpg")) as image:
        shipped = np.asarray(image.resize(size, Image.Resampling.BOX))
    assert np.corrcoef(small.ravel(), shipped.ravel())[0, 1] > 0.85


def test_the_command_writes_a_style_and_its_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small = Work("small-try", "Small try", "Test", "linocut", 3, ("try",), (64, 48))
    monkeypatch.setattr("stylegui.painters.__main__.WORKS", (small,))
    assert main(["--out", str(tmp_path), "small-try"]) == 0
    record = json.loads((tmp_path / "styles/small-try/style.json").read_text(encoding="utf-8"))
    assert record == small.record()
    with Image.open(tmp_path / "styles/small-try/image.jpg") as image:
        assert image.size == (64, 48)


def test_the_command_refuses_an_unknown_id(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--out", str(tmp_path), "no-such-picture"]) == 2
    assert "no-such-picture" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
