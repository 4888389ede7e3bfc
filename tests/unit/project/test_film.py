import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageSequence

from stylegui.engine.control import Cancelled, RunControl
from stylegui.engine.images import Picture
from stylegui.project import film
from stylegui.project.film import FilmError, FilmOptions, can_write_mp4, film_size, write_film
from stylegui.project.making import MakingOf
from tests.unit.project.makings import frame, making_of, share_of

needs_av = pytest.mark.skipif(not can_write_mp4(), reason="PyAV is not installed")
RESULT = Picture(frame(1.0, 130))


def quiet(_share: float) -> None:
    """Hear of the progress and say nothing."""


def gif_shares(path: Path) -> list[float]:
    with Image.open(path) as movie:
        return [share_of(np.asarray(picture.convert("RGB"))) for picture in ImageSequence.Iterator(movie)]


def test_sizes_are_even_and_never_larger() -> None:
    assert film_size((641, 481), 1080) == (640, 480)
    assert film_size((4000, 3000), 1080) == (1080, 810)
    assert film_size((4000, 20), 100) == (100, 16)


def test_a_gif_grows_from_the_first_still_to_the_result(tmp_path: Path) -> None:
    path = tmp_path / "making.gif"
    heard: list[float] = []
    options = FilmOptions("gif", fps=10, seconds=2, hold_s=1.5, size_px=100)
    write_film(making_of(50, every=5), RESULT, path, options, RunControl(), heard.append)
    with Image.open(path) as movie:
        assert movie.size == (100, 100)
        assert movie.info["loop"] == 0
        assert [picture.info["duration"] for picture in ImageSequence.Iterator(movie)][-1] == 1600
    shares = gif_shares(path)
    assert len(shares) == 20
    assert shares[0] < 0.1 and shares[-1] > 0.98
    assert all(later >= earlier - 0.02 for earlier, later in pairwise(shares))
    assert shares[10] == pytest.approx(0.5, abs=0.1)
    assert heard == sorted(heard) and heard[-1] == 1.0


def test_without_the_result_it_ends_with_the_last_still(tmp_path: Path) -> None:
    path = tmp_path / "making.gif"
    making = making_of(10).thinned(5)
    options = FilmOptions("gif", fps=5, seconds=1, hold_s=0, size_px=64, with_result=False)
    write_film(MakingOf(making.stills[:3], making._read), RESULT, path, options, RunControl(), quiet)
    assert gif_shares(path)[-1] < 0.7


@needs_av
def test_an_mp4_can_be_decoded_again_and_keeps_its_colours(tmp_path: Path) -> None:
    import av

    path = tmp_path / "making.mp4"
    options = FilmOptions(fps=10, seconds=2, hold_s=1, size_px=130)
    write_film(making_of(40, every=4), RESULT, path, options, RunControl(), quiet)
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        pictures = [picture.reformat(format="rgb24").to_ndarray() for picture in container.decode(stream)]
        assert stream.codec_context.name == "h264"
        assert stream.pix_fmt == "yuv420p"
        assert stream.average_rate == 10
    assert len(pictures) == 30
    assert pictures[0].shape == (130, 130, 3)
    assert share_of(pictures[0]) < 0.1
    assert share_of(pictures[-1]) > 0.98
    assert np.abs(pictures[-1].astype(int) - (240, 150, 30)).mean() < 6
    assert [each.name for each in tmp_path.iterdir()] == ["making.mp4"]


@pytest.mark.parametrize("kind", [pytest.param("mp4", marks=needs_av), "gif"])
def test_a_cancelled_film_leaves_the_old_one(tmp_path: Path, kind: film.FilmFormat) -> None:
    path = tmp_path / f"making.{kind}"
    path.write_bytes(b"the old one")
    control = RunControl()

    def cancel_half_way(share: float) -> None:
        if share > 0.5:
            control.cancel()

    with pytest.raises(Cancelled):
        write_film(making_of(10), RESULT, path, FilmOptions(kind, fps=10, seconds=1), control, cancel_half_way)
    assert path.read_bytes() == b"the old one"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("kind", [pytest.param("mp4", marks=needs_av), "gif"])
def test_what_goes_wrong_is_told_in_a_sentence(tmp_path: Path, kind: film.FilmFormat) -> None:
    nowhere = tmp_path / "nowhere" / f"making.{kind}"
    with pytest.raises(FilmError, match=r"“making\.\w+” could not be saved"):
        write_film(making_of(10), RESULT, nowhere, FilmOptions(kind), RunControl(), quiet)


def test_without_pyav_an_mp4_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    with pytest.raises(FilmError, match="PyAV"):
        write_film(making_of(10), RESULT, tmp_path / "making.mp4", FilmOptions(), RunControl(), quiet)
    assert not list(tmp_path.iterdir())
