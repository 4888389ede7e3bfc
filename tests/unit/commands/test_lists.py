"""`stylegui styles`, `models` and `doctor`."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save, save_file

from stylegui import diagnosis
from stylegui.cli import main
from stylegui.commands import models
from stylegui.engine import devices
from stylegui.engine.control import Cancelled, RunControl
from stylegui.engine.encoders import fire
from stylegui.engine.encoders.download import ByteProgress
from stylegui.engine.encoders.weights import WeightsEntry, WeightsError, weights_path
from stylegui.engine.images import Picture, SaveOptions, save_picture
from stylegui.engine.instant import model
from stylegui.engine.instant.network import SIZES, InstantNet
from stylegui.library import StyleLibrary
from stylegui.paths import Paths
from stylegui.settings import Settings, save_settings
from stylegui.wording import table
from tests.conftest import ExpectLog

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def own_style(tmp_path: Path) -> str:
    save_picture(Picture(np.full((8, 8, 3), 99, np.uint8)), tmp_path / "style.png", SaveOptions(), None)
    return StyleLibrary(Paths.of_user()).add(tmp_path / "style.png", "Grey on grey").style.id


def put_squeezenet() -> Path:
    path = weights_path("squeezenet", Paths.of_user().models)
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file(fire.FireNet(fire.SQUEEZE_SQUEEZENET).state_dict(), path)
    return path


class TestStyles:
    @pytest.mark.usefixtures("own_style")
    def test_id_first(self, capsys: Capture) -> None:
        assert main(["styles"]) == 0
        lines = capsys.readouterr().out.splitlines()
        shown = [line.split()[0] for line in lines]
        assert shown == [style.id for style in StyleLibrary(Paths.of_user()).styles()]
        assert len(shown) > 1, "the program's own styles are listed as well"
        assert "  Grey on grey  " in lines[0] and lines[0].endswith("  My styles")

    def test_only_those_with_a_word(self, own_style: str, capsys: Capture) -> None:
        assert main(["styles", "grey", "on"]) == 0
        assert capsys.readouterr().out.split()[0] == own_style
        assert main(["styles", "xyzzy"]) == 1
        assert capsys.readouterr().err == "stylegui: No style has “xyzzy”.\n"

    def test_json(self, own_style: str, capsys: Capture) -> None:
        assert main(["styles", "--json"]) == 0
        entries = {entry["id"]: entry for entry in json.loads(capsys.readouterr().out)}
        entry = entries[own_style]
        assert entry["title"] == "Grey on grey" and entry["builtin"] is False
        assert entry["palette"] == ["#636363"]
        assert Path(entry["path"]).is_file()
        assert main(["styles", "xyzzy", "--json"]) == 0
        assert json.loads(capsys.readouterr().out) == []

    def test_a_damaged_style_is_told_and_the_others_are_listed(
        self, own_style: str, capsys: Capture, expect_log: ExpectLog
    ) -> None:
        expect_log("is damaged and was left out")
        (Paths.of_user().styles / "broken").mkdir()
        assert main(["styles"]) == 0
        captured = capsys.readouterr()
        assert captured.err == "stylegui: The style in “broken” is damaged and was left out.\n"
        assert own_style in captured.out


class TestGallery:
    """`stylegui styles add`, `import` and `export`."""

    @pytest.fixture
    def pictures(self, tmp_path: Path) -> Path:
        folder = tmp_path / "Pictures"
        (folder / "inner").mkdir(parents=True)
        for place, name in enumerate(("sea.png", "inner/tower.png")):
            pixels = np.random.default_rng(place).integers(0, 256, (24, 32, 3), dtype=np.uint8)
            save_picture(Picture(pixels), folder / name, SaveOptions(), None)
        return folder

    def test_add_files_and_folders(self, pictures: Path, capsys: Capture) -> None:
        assert main(["styles", "add", str(pictures), "--collection", "Trips", "-q"]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert [line.split("  ", 1)[1] for line in lines] == ["Tower  (added)", "Sea  (added)"]
        library = StyleLibrary(Paths.of_user())
        assert library.search("", "Trips") == [line.split()[0] for line in reversed(lines)]
        assert main(["styles", "add", str(pictures / "sea.png"), str(pictures / "gone.png"), "-q"]) == 1
        captured = capsys.readouterr()
        assert captured.out.endswith("  Sea  (was there already)\n")
        assert captured.err == "stylegui: “gone.png” was not found; it may have been moved or deleted.\n"

    def test_a_folder_without_pictures(self, tmp_path: Path, capsys: Capture) -> None:
        assert main(["styles", "add", str(tmp_path)]) == 1
        assert "There are no pictures in the folder" in capsys.readouterr().err

    def test_watch_a_folder(self, pictures: Path, capsys: Capture) -> None:
        assert main(["styles", "add", "--watch", str(pictures), "-q"]) == 0
        assert len(capsys.readouterr().out.splitlines()) == 2
        library = StyleLibrary(Paths.of_user())
        assert library.folders.watched() == [pictures]
        (style_id,) = library.search("tower", "Pictures")
        style = library.get(style_id)
        assert style is not None and style.path == pictures / "inner" / "tower.png"
        assert main(["styles", "add", "--watch", str(pictures), "--collection", "X"]) == 2
        assert main(["styles", "add", "--watch", str(pictures / "inner")]) == 1
        assert "which is watched already" in capsys.readouterr().err

    def test_export_and_import(self, own_style: str, tmp_path: Path, home: Path, capsys: Capture) -> None:
        assert main(["styles", "export", str(tmp_path / "mine"), own_style, "--title", "Mine", "-q"]) == 0
        pack = tmp_path / "mine.stylepack"
        assert capsys.readouterr().out == f"{pack}\n"
        shutil.rmtree(home)
        assert main(["styles", "import", str(pack), "-q"]) == 0
        assert capsys.readouterr().out == f"{own_style}  Grey on grey  (added)\n"
        assert main(["styles", "import", str(pack), "-q"]) == 0
        assert capsys.readouterr().out == f"{own_style}  Grey on grey  (was there already)\n"
        pack.write_bytes(pack.read_bytes()[:-30])
        assert main(["styles", "import", str(pack), "-q"]) == 1
        captured = capsys.readouterr()
        assert captured.err.startswith("stylegui: “mine.stylepack” ") and not captured.out

    def test_export_a_collection(self, own_style: str, tmp_path: Path, capsys: Capture) -> None:
        pack = str(tmp_path / "a.stylepack")
        assert main(["styles", "export", pack, "--collection", "My styles"]) == 0
        assert main(["styles", "export", pack, "--collection", "Nothing"]) == 1
        assert "There is no collection “Nothing”." in capsys.readouterr().err
        assert main(["styles", "export", pack]) == 2
        assert main(["styles", "export", pack, own_style[:-2]]) == 1
        assert f"did you mean {own_style}" in capsys.readouterr().err

    def test_a_word_that_is_no_action_is_searched_for(self, capsys: Capture) -> None:
        assert main(["styles", "adding"]) == 1
        assert capsys.readouterr().err == "stylegui: No style has “adding”.\n"


class TestModels:
    def test_list(self, capsys: Capture) -> None:
        megabytes = put_squeezenet().stat().st_size / 1e6
        assert main(["models", "list"]) == 0
        lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
        assert lines == [
            "builtin Built-in comes with the program",
            f"squeezenet SqueezeNet 1.1 downloaded, {megabytes:.1f} MB",
            "vgg19 VGG-19 not downloaded (548 MB)",
        ]

    def test_list_as_json(self, capsys: Capture) -> None:
        path = put_squeezenet()
        assert main(["models", "list", "--json"]) == 0
        entries = {entry["id"]: entry for entry in json.loads(capsys.readouterr().out)}
        assert {name: entry["installed"] for name, entry in entries.items()} == {
            "builtin": True,
            "squeezenet": True,
            "vgg19": False,
        }
        assert entries["squeezenet"]["path"] == str(path)

    def test_remove(self, capsys: Capture) -> None:
        path = put_squeezenet()
        assert main(["models", "remove", "squeezenet"]) == 0
        assert not path.exists()
        assert main(["models", "remove", "squeezenet"]) == 1
        assert capsys.readouterr().err == "stylegui: SqueezeNet 1.1 has not been downloaded.\n"
        assert main(["models", "remove", "builtin"]) == 2

    def test_download_shows_its_progress(self, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
        asked: list[tuple[str, Path]] = []

        def install(entry: WeightsEntry, folder: Path, progress: ByteProgress, control: RunControl) -> Path:
            asked.append((entry.id, folder))
            progress(2_000_000, 4_000_000)
            return folder / "squeezenet.safetensors"

        monkeypatch.setattr(models, "install", install)
        assert main(["models", "download", "squeezenet"]) == 0
        folder = Paths.of_user().models
        assert asked == [("squeezenet", folder)]
        assert capsys.readouterr().err.splitlines() == [
            "Downloading https://download.pytorch.org/models/squeezenet1_1-b8a52dc0.pth",
            " 50 %  SqueezeNet 1.1  2.0 MB of 4.0 MB",
            f"SqueezeNet 1.1: {folder / 'squeezenet.safetensors'}",
        ]

    @pytest.mark.parametrize(
        ("error", "code", "text"),
        [(WeightsError("There is no network."), 1, "stylegui: There is no network."), (Cancelled(), 130, "is kept")],
    )
    def test_a_download_that_ends_early(
        self, monkeypatch: pytest.MonkeyPatch, capsys: Capture, error: Exception, code: int, text: str
    ) -> None:
        def install(*_arguments: object) -> Path:
            raise error

        monkeypatch.setattr(models, "install", install)
        assert main(["models", "download", "vgg19"]) == code
        assert text in capsys.readouterr().err

    def test_nothing_is_downloaded_twice_or_against_the_users_will(
        self, monkeypatch: pytest.MonkeyPatch, capsys: Capture
    ) -> None:
        def install(*_arguments: object) -> Path:
            raise AssertionError("nothing should be downloaded")

        monkeypatch.setattr(models, "install", install)
        put_squeezenet()
        assert main(["models", "download", "squeezenet"]) == 0
        assert "is already there" in capsys.readouterr().err
        save_settings(Settings(network_access="never"), Paths.of_user().settings_file)
        assert main(["models", "download", "vgg19"]) == 1
        assert "Downloads are switched off" in capsys.readouterr().err


@pytest.fixture
def all_networks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files for both Instant networks, of the right sizes."""
    for model_id, size in SIZES.items():
        weights = {name: tensor.half() for name, tensor in InstantNet(size).state_dict().items()}
        (tmp_path / f"instant-{model_id}.safetensors").write_bytes(save(weights))
    monkeypatch.setattr(model, "weights_file", lambda name: tmp_path / f"instant-{name}.safetensors")


class TestDoctor:
    @pytest.mark.usefixtures("all_networks")
    def test_a_healthy_program(self, capsys: Capture) -> None:
        assert main(["doctor"]) == 0
        text = capsys.readouterr().out
        assert f"torch               {torch.__version__.split('+')[0]}" in text
        assert "cpu" in text and "ready" in text
        assert str(Paths.of_user().models) in text
        assert text.endswith("Problems\n  none\n")

    @pytest.mark.usefixtures("all_networks")
    def test_json_has_hashes_of_all_model_files(self, capsys: Capture) -> None:
        path = put_squeezenet()
        assert main(["doctor", "--json"]) == 0
        report = json.loads(capsys.readouterr().out)
        networks = {network["id"]: network for network in report["networks"]}
        assert networks["squeezenet"]["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
        builtin = Path(networks["builtin"]["path"])
        assert networks["builtin"]["sha256"] == hashlib.sha256(builtin.read_bytes()).hexdigest()
        for name in ("instant-fast", "instant-fine"):
            assert networks[name]["state"] == "ready"
            assert networks[name]["sha256"] == hashlib.sha256(Path(networks[name]["path"]).read_bytes()).hexdigest()
        assert networks["vgg19"]["state"] == "not downloaded"
        assert report["problems"] == []

    def test_what_is_broken_is_a_problem(self, capsys: Capture, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
        weights_path("vgg19", Paths.of_user().models).parent.mkdir(parents=True)
        weights_path("vgg19", Paths.of_user().models).write_bytes(b"broken")
        (home / "instant.safetensors").write_bytes(b"broken")
        monkeypatch.setattr(model, "weights_file", lambda _name: home / "instant.safetensors")
        (home / "config").write_text("a file where a folder should be")
        bad = devices.DeviceReport("cuda:0", "Old card", False, "gives other numbers than the CPU", 10**9)
        monkeypatch.setattr(devices, "devices", lambda: (bad,))
        assert main(["doctor"]) == 1
        text = capsys.readouterr().out
        problems = text[text.index("Problems\n") :]
        assert "  cuda:0 cannot be used: gives other numbers than the CPU.\n" in problems
        assert "  The weights of VGG-19 cannot be read (vgg19.safetensors is damaged).\n" in problems
        assert "  The weights of the Instant network “fast” cannot be read." in problems
        assert "  The folder for settings cannot be made.\n" in problems

    def test_a_program_without_its_files(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setattr("stylegui.resources._IN_CHECKOUT", tmp_path)
        monkeypatch.setattr("stylegui.resources._IN_WHEEL", tmp_path)
        problems = diagnosis.examine(Paths.of_user())["problems"]
        assert problems == [
            "The built-in network is missing; please install stylegui again.",
            "The Instant network “fast” is missing; please install stylegui again.",
            "The Instant network “fine” is missing; please install stylegui again.",
            "The built-in styles are missing; please install stylegui again.",
        ]


def test_a_table_is_aligned_and_has_no_trailing_spaces() -> None:
    assert table([("a", "bb", "c"), ("aaa", "b", "")], "  ") == "  a    bb  c\n  aaa  b"
    assert table([]) == ""
