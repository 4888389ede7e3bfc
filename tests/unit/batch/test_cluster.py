"""A Dask cluster: two worker processes of this computer, with nothing in common but their scheduler's address."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

from stylegui.batch.cluster import ClusterWorkers
from stylegui.batch.errors import BatchError
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


def batch(folder: Path, output: str, *words: str) -> subprocess.CompletedProcess[str]:
    """The real command, on two photos in two styles."""
    command = [sys.executable, "-m", "stylegui", "batch", "photos", "--styles", "styles", "-o", output, *words]
    options = ["--size", "64", "--device", "cpu", "--threads", "1"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [*command, *options], check=False, capture_output=True, text=True, cwd=folder, env=environment
    )


@needs_dask
def test_a_cluster_paints_what_this_computer_would(cluster: Cluster, tmp_path: Path) -> None:
    for index in range(2):
        save_noise(tmp_path / "photos" / f"p{index}.png", index, 96, 64)
        save_noise(tmp_path / "styles" / f"s{index}.png", 10 + index, 64, 64)
    far = batch(tmp_path, "far", "--cluster", cluster.address)
    assert far.returncode == 0, far.stderr
    told = far.stderr.splitlines()
    assert told[0] == "Use a cluster only in a network you trust: whoever reaches its scheduler can run programs on it."
    assert any(f"by 2 workers of the cluster at {cluster.address}." in line for line in told)
    assert "Traceback" not in far.stderr and "distributed" not in far.stderr
    near = batch(tmp_path, "near", "--workers", "1")
    assert near.returncode == 0, near.stderr
    names = sorted(path.name for path in (tmp_path / "far").glob("*--*.jpg"))
    assert names == [f"p{photo}--s{style}.jpg" for photo in (0, 1) for style in (0, 1)]
    for name in names:
        assert (tmp_path / "far" / name).read_bytes() == (tmp_path / "near" / name).read_bytes()
    records = [json.loads(line) for line in (tmp_path / "far" / "manifest.jsonl").read_text("utf-8").splitlines()[1:5]]
    assert [record["sha256"] for record in records] == [
        hashlib.sha256((tmp_path / "far" / name).read_bytes()).hexdigest() for name in names
    ]
    assert {(record["state"], record["made"]["threads"]) for record in records} == {("done", 1)}


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


@needs_dask
@pytest.mark.parametrize("address", ["", "nonsense", "tcp://", "tcp://host", "host:port", "file:///etc:1/x"])
def test_what_is_no_address_is_told_at_once(address: str) -> None:
    with pytest.raises(BatchError, match="is no address of a scheduler"):
        ClusterWorkers(address)


def test_without_dask_it_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(BatchError, match=r"--cluster needs Dask: .*pip install 'stylegui\[cluster\]'"):
        ClusterWorkers("tcp://127.0.0.1:8786")
