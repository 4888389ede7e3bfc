"""A Dask cluster: two worker processes of this computer, with nothing in common but their scheduler's address."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import torch

from stylegui.batch.cluster import ClusterWorkers
from stylegui.batch.errors import BatchError
from stylegui.batch.order import Order, Painted, Source
from stylegui.batch.painting import carry_out
from tests.unit.batch.batches import save_noise

ROOT = Path(__file__).resolve().parents[3]

needs_dask = pytest.mark.skipif(
    find_spec("distributed") is None, reason="needs the extra “cluster”: pip install 'stylegui[cluster]'"
)

CLUSTER = """
import sys
from distributed import LocalCluster
options = dict(processes=True, threads_per_worker=1, dashboard_address=None, host="127.0.0.1")
with LocalCluster(n_workers=int(sys.argv[1]), **options) as cluster:
    print(cluster.scheduler_address, flush=True)
    sys.stdin.read()
"""


@dataclass
class Cluster:
    """A cluster in a process of its own, which ends when its input does."""

    address: str
    process: subprocess.Popen[str]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    folder = tmp_path_factory.mktemp("cluster")
    environment = os.environ | {"PYTHONPATH": str(ROOT), "STYLEGUI_HOME": str(folder / "home")}
    command = [sys.executable, "-c", CLUSTER, "2"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, text=True, cwd=folder, env=environment, **pipes) as process:  # type: ignore[call-overload]
        yield Cluster(process.stdout.readline().strip(), process)
        process.stdin.close()


def over_the_cluster(cluster: Cluster, folder: Path) -> subprocess.CompletedProcess[str]:
    """The real command, on two photos in two styles."""
    words = ["batch", "photos", "--styles", "styles", "-o", "far", "--cluster", cluster.address]
    options = ["--size", "64", "--device", "cpu", "--threads", "1"]
    command = [sys.executable, "-m", "stylegui", *words, *options]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(command, check=False, capture_output=True, text=True, cwd=folder, env=environment)


def painted_here(folder: Path, record: Mapping[str, Any]) -> Painted:
    """The same picture, painted in this process."""
    photo, style = folder / record["photo"], folder / record["style"]
    save = {name: value for name, value in record["file"].items() if name != "recipe"}
    answer = carry_out(
        Order(
            photo=Source(photo.read_bytes(), photo.name),
            style=Source(style.read_bytes(), style.name),
            engine="instant",
            params=record["params"],
            save=save,
            name=record["output"],
            recipe=True,
            device="cpu",
            threads=1,
        )
    )
    assert isinstance(answer, Painted)
    return answer


@pytest.fixture
def usual_threads() -> Iterator[None]:
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


@needs_dask
@pytest.mark.usefixtures("usual_threads")
def test_a_cluster_paints_what_this_computer_would(cluster: Cluster, tmp_path: Path) -> None:
    for index in range(2):
        save_noise(tmp_path / "photos" / f"p{index}.png", index, 96, 64)
        save_noise(tmp_path / "styles" / f"s{index}.png", 10 + index, 64, 64)
    far = over_the_cluster(cluster, tmp_path)
    assert far.returncode == 0, far.stderr
    told = far.stderr.splitlines()
    assert told[0] == "Use a cluster only in a network you trust: whoever reaches its scheduler can run programs on it."
    assert any(f"by 2 workers of the cluster at {cluster.address}." in line for line in told)
    assert "Traceback" not in far.stderr and "distributed" not in far.stderr
    names = [f"p{photo}--s{style}.jpg" for photo in (0, 1) for style in (0, 1)]
    assert sorted(path.name for path in (tmp_path / "far").glob("*--*.jpg")) == names
    lines = (tmp_path / "far" / "manifest.jsonl").read_text("utf-8").splitlines()
    records = {record["output"]: record for record in map(json.loads, lines[1:]) if record["output"] in names}
    assert set(records) == set(names)
    for name, record in records.items():
        data = (tmp_path / "far" / name).read_bytes()
        assert record["sha256"] == hashlib.sha256(data).hexdigest()
        assert (record["state"], record["made"]["threads"]) == ("done", 1)
        assert data == painted_here(tmp_path, record).data


NOBODY = """
from stylegui.batch.cluster import ClusterWorkers
from stylegui.batch.errors import BatchError
try:
    ClusterWorkers("tcp://127.0.0.1:1", connect_s=0.5)
except BatchError as error:
    print(error)
"""


@needs_dask
def test_nobody_at_the_address_is_one_sentence() -> None:
    # In a process of its own: Dask leaves threads behind when it did not get anywhere.
    done = subprocess.run([sys.executable, "-c", NOBODY], check=True, capture_output=True, text=True, cwd=ROOT)
    assert done.stdout == "No Dask scheduler answers at tcp://127.0.0.1:1.\n"
    assert done.stderr == ""


@pytest.mark.parametrize("address", ["", "nonsense", "tcp://", "tcp://host", "host:port", "file:///etc:1/x"])
def test_what_is_no_address_is_told_at_once(address: str) -> None:
    with pytest.raises(BatchError, match="is no address of a scheduler"):
        ClusterWorkers(address)


def test_without_dask_it_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(BatchError, match=r"--cluster needs Dask: .*pip install 'stylegui\[cluster\]'"):
        ClusterWorkers("tcp://127.0.0.1:8786")
