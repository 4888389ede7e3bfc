"""Downloads against a real server on this machine that misbehaves on demand."""

from __future__ import annotations

import hashlib
import json
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import torch
import torchvision
from safetensors.torch import load_file

from stylegui.engine.control import Cancelled, RunControl
from stylegui.engine.encoders import download as module
from stylegui.engine.encoders.download import Retry, download, install
from stylegui.engine.encoders.weights import WeightsEntry, WeightsError

CONTENT = b"".join(hashlib.sha256(str(n).encode()).digest() for n in range(16_000))
NAME = "network-12345678.pth"
QUICK = Retry(tries=3, first_wait_s=0.001)


@dataclass
class Script:
    """How the server behaves. `drop_after` holds, request by request, after how many bytes the line is cut."""

    content: bytes = CONTENT
    etag: str | None = '"first"'
    date: str | None = None
    ranges: bool = True
    tells_length: bool = True
    statuses: list[int] = field(default_factory=list)
    drop_after: list[int] = field(default_factory=list)
    wrong_range: bool = False
    redirect: str | None = None
    requests: list[dict[str, str]] = field(default_factory=list)


class Handler(BaseHTTPRequestHandler):
    script: Script

    def do_GET(self) -> None:
        script = self.script
        script.requests.append(dict(self.headers))
        if script.redirect is not None and self.path != "/moved":
            self.send_response(302)
            self.send_header("Location", script.redirect)
            self.end_headers()
            return
        if script.statuses and (status := script.statuses.pop(0)) != 200:
            self.send_error(status)
            return
        self.answer(script, self.asked_start(script))

    def asked_start(self, script: Script) -> int:
        match = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        same = self.headers.get("If-Range") in (script.etag, script.date)
        return int(match[1]) if match and script.ranges and same else 0

    def answer(self, script: Script, start: int) -> None:
        rest = script.content[start:]
        if start > len(script.content):
            self.send_error(416)
            return
        self.send_response(206 if start else 200)
        if start:
            told = start + 1 if script.wrong_range else start
            self.send_header("Content-Range", f"bytes {told}-{len(script.content) - 1}/{len(script.content)}")
        if script.tells_length:
            self.send_header("Content-Length", str(len(rest)))
        for name, value in (("ETag", script.etag), ("Last-Modified", script.date)):
            if value is not None:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(rest[: script.drop_after.pop(0)] if script.drop_after else rest)
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it overrides
        """Keep the tests' output clean."""


class Server:
    """The server, its script, and the manifest entry of the file that it serves."""

    def __init__(self) -> None:
        self.script = Script()
        self.http = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (Handler,), {"script": self.script}))
        self.thread = threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.01})
        self.thread.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.http.server_address[1]}"

    @property
    def entry(self) -> WeightsEntry:
        sha256 = hashlib.sha256(self.script.content).hexdigest()[:8]
        return WeightsEntry("squeezenet", "SqueezeNet 1.1", f"{self.address}/models/{NAME}", sha256, 0.5)

    def ranges(self) -> list[str | None]:
        return [headers.get("Range") for headers in self.script.requests]

    def stop(self) -> None:
        self.http.shutdown()
        self.http.server_close()
        self.thread.join()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.stop()


class Watch:
    """Progress as it was told, and an action at the first report of at least so many bytes."""

    def __init__(self, at: int = 0, act: Callable[[], None] | None = None) -> None:
        self.seen: list[tuple[int, int | None]] = []
        self.at, self.act = at, act

    def __call__(self, done: int, total: int | None) -> None:
        self.seen.append((done, total))
        if self.act is not None and done >= self.at:
            self.act()


def get(server: Server, folder: Path, watch: Watch | None = None, control: RunControl | None = None) -> Path:
    return download(server.entry, folder, watch or Watch(), control or RunControl(), QUICK)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_whole_file_arrives_with_its_progress(server: Server, tmp_path: Path) -> None:
    watch = Watch()
    path = get(server, tmp_path / "not" / "there", watch)
    assert path == tmp_path / "not" / "there" / NAME
    assert path.read_bytes() == CONTENT
    assert names(path.parent) == [NAME]
    assert watch.seen[0] == (0, len(CONTENT)) and watch.seen[-1] == (len(CONTENT), len(CONTENT))
    assert [done for done, _ in watch.seen] == sorted(done for done, _ in watch.seen)
    assert len(server.script.requests) == 1


def test_a_server_that_does_not_tell_the_length(server: Server, tmp_path: Path) -> None:
    server.script.tells_length = False
    watch = Watch()
    assert get(server, tmp_path, watch).read_bytes() == CONTENT
    assert {total for _, total in watch.seen} == {None}


def test_cancel_keeps_what_has_arrived_and_the_next_call_goes_on_there(server: Server, tmp_path: Path) -> None:
    control = RunControl()
    watch = Watch(100_000, control.cancel)
    with pytest.raises(Cancelled):
        get(server, tmp_path, watch, control)
    part = tmp_path / f"{NAME}.part"
    size = part.stat().st_size
    assert 100_000 <= size <= 100_000 + module.CHUNK_BYTES
    assert watch.seen[-1][0] == size, "nothing was read after the cancel"

    watch = Watch()
    assert get(server, tmp_path, watch).read_bytes() == CONTENT
    assert watch.seen[0] == (size, len(CONTENT))
    assert server.ranges() == [None, f"bytes={size}-"]
    assert names(tmp_path) == [NAME]


def test_a_download_that_is_cancelled_before_it_starts_asks_for_nothing(server: Server, tmp_path: Path) -> None:
    control = RunControl()
    control.cancel()
    with pytest.raises(Cancelled):
        get(server, tmp_path, control=control)
    assert not server.script.requests


def test_a_dropped_connection_is_taken_up_where_it_was(server: Server, tmp_path: Path) -> None:
    server.script.drop_after = [70_000, 50_000]
    assert get(server, tmp_path).read_bytes() == CONTENT
    assert server.ranges() == [None, "bytes=70000-", "bytes=120000-"]


def test_drops_are_counted_only_while_nothing_arrives(server: Server, tmp_path: Path) -> None:
    server.script.drop_after = [1000] * (QUICK.tries + 4)
    assert get(server, tmp_path).read_bytes() == CONTENT


def test_a_line_that_stays_dead_ends_with_a_sentence_and_keeps_the_part(server: Server, tmp_path: Path) -> None:
    server.script.drop_after = [70_000] + [0] * 20
    with pytest.raises(WeightsError, match=r"connection to 127\.0\.0\.1 was lost; what has arrived is kept"):
        get(server, tmp_path)
    assert len(server.script.requests) == 1 + QUICK.tries - 1
    assert (tmp_path / f"{NAME}.part").read_bytes() == CONTENT[:70_000]


@pytest.mark.parametrize("change", ["etag", "ranges"])
def test_a_part_of_another_file_is_thrown_away(server: Server, tmp_path: Path, change: str) -> None:
    server.script.drop_after = [70_000] + [0] * (QUICK.tries - 1)
    with pytest.raises(WeightsError):
        get(server, tmp_path)
    server.script.content = CONTENT[::-1]
    if change == "etag":
        server.script.etag = '"second"'
    else:
        server.script.ranges = False
    watch = Watch()
    assert get(server, tmp_path, watch).read_bytes() == CONTENT[::-1]
    assert server.ranges()[-1] == "bytes=70000-"
    assert watch.seen[0] == (0, len(CONTENT))


def test_the_date_of_the_file_is_as_good_as_an_etag(server: Server, tmp_path: Path) -> None:
    server.script.etag, server.script.date = None, "Wed, 21 Oct 2015 07:28:00 GMT"
    server.script.drop_after = [70_000]
    assert get(server, tmp_path).read_bytes() == CONTENT
    assert server.ranges() == [None, "bytes=70000-"]


@pytest.mark.parametrize("etag", [None, 'W/"weak"'])
def test_without_proof_that_it_is_the_same_file_it_starts_over(
    server: Server, tmp_path: Path, etag: str | None
) -> None:
    server.script.etag = etag
    server.script.drop_after = [70_000]
    assert get(server, tmp_path).read_bytes() == CONTENT
    assert server.ranges() == [None, None]


def test_a_range_that_was_not_asked_for_is_not_joined(server: Server, tmp_path: Path) -> None:
    server.script.drop_after = [70_000]
    server.script.wrong_range = True
    assert get(server, tmp_path).read_bytes() == CONTENT
    assert server.ranges() == [None, "bytes=70000-", None]


def test_a_part_longer_than_the_file_starts_over(server: Server, tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.part").write_bytes(bytes(len(CONTENT) + 5))
    notes = {"total": len(CONTENT) + 9, "validator": '"first"'}
    (tmp_path / f"{NAME}.part.json").write_text(json.dumps(notes))
    assert get(server, tmp_path).read_bytes() == CONTENT


@pytest.mark.parametrize("notes", ["", "[]", "{not json", '{"total": "many", "validator": 7}'])
def test_a_part_of_unknown_origin_starts_over(server: Server, tmp_path: Path, notes: str) -> None:
    (tmp_path / f"{NAME}.part").write_bytes(b"?" * 1000)
    (tmp_path / f"{NAME}.part.json").write_text(notes)
    assert get(server, tmp_path).read_bytes() == CONTENT
    assert server.ranges() == [None]


def test_a_part_that_is_complete_is_only_checked(server: Server, tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.part").write_bytes(CONTENT)
    (tmp_path / f"{NAME}.part.json").write_text(json.dumps({"total": len(CONTENT), "validator": None}))
    assert get(server, tmp_path).read_bytes() == CONTENT
    assert not server.script.requests


def test_a_file_with_the_wrong_hash_is_deleted(server: Server, tmp_path: Path) -> None:
    entry = WeightsEntry("squeezenet", "SqueezeNet 1.1", server.entry.url, "00000000", 0.5)
    with pytest.raises(WeightsError, match=r"wrong content and was deleted: its SHA-256 begins with .{8}, not with 0+"):
        download(entry, tmp_path, Watch(), RunControl(), QUICK)
    assert names(tmp_path) == []
    assert len(server.script.requests) == 1, "a wrong file is not fetched again by itself"


@pytest.mark.parametrize(("status", "text"), [(404, "is not there any more"), (410, "any more"), (403, "refuses")])
def test_a_file_that_is_not_there_is_asked_for_once(server: Server, tmp_path: Path, status: int, text: str) -> None:
    server.script.statuses = [status] * 9
    with pytest.raises(WeightsError, match=rf"{text}.* \(error {status}\)\.$"):
        get(server, tmp_path)
    assert len(server.script.requests) == 1
    assert names(tmp_path) == []


def test_a_server_in_trouble_is_asked_again(server: Server, tmp_path: Path) -> None:
    server.script.statuses = [500, 503]
    assert get(server, tmp_path).read_bytes() == CONTENT


def test_a_server_that_stays_in_trouble_ends_with_a_sentence(server: Server, tmp_path: Path) -> None:
    server.script.statuses = [500] * 9
    with pytest.raises(WeightsError, match=r"127\.0\.0\.1 answers with error 500; try again later\.$"):
        get(server, tmp_path)
    assert len(server.script.requests) == QUICK.tries


def test_no_network_is_told_at_once(tmp_path: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    entry = WeightsEntry("vgg19", "VGG-19", f"http://127.0.0.1:{port}/{NAME}", "00", 1)
    with pytest.raises(WeightsError, match=r"127\.0\.0\.1 cannot be reached: check the network connection \(.+\)\.$"):
        download(entry, tmp_path, Watch(), RunControl(), Retry(tries=5, first_wait_s=1e9))


def test_cancel_ends_the_wait_between_two_tries(server: Server, tmp_path: Path) -> None:
    server.script.drop_after = [70_000]
    control = RunControl()
    watch = Watch(70_000, lambda: threading.Timer(0.1, control.cancel).start())
    with pytest.raises(Cancelled):
        download(server.entry, tmp_path, watch, control, Retry(tries=5, first_wait_s=1e9))
    assert (tmp_path / f"{NAME}.part").stat().st_size == 70_000


def test_a_silent_server_counts_as_a_lost_connection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "TIMEOUT_S", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        entry = WeightsEntry("vgg19", "VGG-19", f"http://127.0.0.1:{silent.getsockname()[1]}/{NAME}", "00", 1)
        with pytest.raises(WeightsError, match="was lost"):
            download(entry, tmp_path, Watch(), RunControl(), QUICK)


def test_redirects_are_followed(server: Server, tmp_path: Path) -> None:
    server.script.redirect = f"{server.address}/moved"
    assert get(server, tmp_path).read_bytes() == CONTENT


def test_an_insecure_address_is_refused(tmp_path: Path) -> None:
    entry = WeightsEntry("vgg19", "VGG-19", f"http://example.org/{NAME}", "00", 1)
    with pytest.raises(WeightsError, match="is not a secure"):
        download(entry, tmp_path, Watch(), RunControl(), QUICK)
    assert names(tmp_path) == []


def test_a_disk_without_room_is_told_before_the_download(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Usage:
        free = 1000

    monkeypatch.setattr("shutil.disk_usage", lambda _path: Usage)
    with pytest.raises(WeightsError, match=r"network-12345678\.pth needs 1 MB and .* of free space"):
        get(server, tmp_path)
    assert (tmp_path / f"{NAME}.part").stat().st_size == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no file size limits on Windows")
def test_a_disk_that_becomes_full_ends_with_a_sentence_and_keeps_the_part(server: Server, tmp_path: Path) -> None:
    """A limit on file sizes, in a process of its own, is what a full disk looks like to a writer."""
    code = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from stylegui.engine.control import RunControl\n"
        "from stylegui.engine.encoders.download import download\n"
        "from stylegui.engine.encoders.weights import WeightsEntry, WeightsError\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))\n"
        "entry = WeightsEntry('squeezenet', 'S', sys.argv[1], sys.argv[2], 1)\n"
        "try:\n"
        "    download(entry, Path(sys.argv[3]), lambda done, total: None, RunControl())\n"
        "except WeightsError as error:\n"
        "    print(error)\n"
    )
    entry = server.entry
    run = subprocess.run(
        [sys.executable, "-c", code, entry.url, entry.sha256, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert run.stdout == f"{NAME} cannot be saved in {tmp_path}: File too large.\n"
    assert (tmp_path / f"{NAME}.part").stat().st_size == 200_000
    assert get(server, tmp_path).read_bytes() == CONTENT
    assert server.ranges()[-1] == "bytes=200000-"


def test_a_folder_that_cannot_be_made_is_one_sentence(server: Server, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(WeightsError, match=r"network-12345678\.pth cannot be saved in .*file"):
        get(server, tmp_path / "file")
    assert not server.script.requests


def test_install_leaves_nothing_but_the_converted_weights(server: Server, tmp_path: Path) -> None:
    torch.manual_seed(0)
    source = tmp_path / "published.pth"
    torch.save(torchvision.models.squeezenet1_1(weights=None).state_dict(), source)
    server.script.content = source.read_bytes()
    path = install(server.entry, tmp_path / "models", Watch(), RunControl(), QUICK)
    assert names(path.parent) == ["squeezenet.safetensors"]
    assert "fires.fire8.expand3.weight" in load_file(path)


def test_install_of_something_else_leaves_nothing(server: Server, tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="damaged or holds more than plain weights"):
        install(server.entry, tmp_path, Watch(), RunControl(), QUICK)
    assert names(tmp_path) == []


def test_a_cancelled_conversion_does_not_cost_the_download(server: Server, tmp_path: Path) -> None:
    torch.manual_seed(0)
    torch.save(torchvision.models.squeezenet1_1(weights=None).state_dict(), tmp_path / "published.pth")
    server.script.content = (tmp_path / "published.pth").read_bytes()
    models, control = tmp_path / "models", RunControl()
    downloaded = download(server.entry, models, Watch(), control, QUICK)
    control.cancel()
    with pytest.raises(Cancelled):
        install(server.entry, models, Watch(), control, QUICK)
    assert downloaded.exists()
    watch = Watch()
    assert install(server.entry, models, watch, RunControl(), QUICK) == models / "squeezenet.safetensors"
    assert watch.seen == [(len(server.script.content), len(server.script.content))]
    assert len(server.script.requests) == 1
    assert names(models) == ["squeezenet.safetensors"]


def test_a_file_of_the_same_name_and_other_content_is_downloaded_anew(server: Server, tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"of another time")
    assert get(server, tmp_path).read_bytes() == CONTENT
