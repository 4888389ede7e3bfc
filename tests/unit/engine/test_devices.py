"""Devices as reported, chosen and probed; machines without a GPU or with a broken one are pretended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from stylegui.engine import devices as module
from stylegui.engine.devices import DeviceReport, choose, devices, free_memory, is_out_of_memory, total_memory

CPU = torch.device("cpu")
GIB = 1 << 30


@pytest.fixture(autouse=True)
def _forget_devices() -> Iterator[None]:
    devices.cache_clear()
    yield
    devices.cache_clear()


def pretend(monkeypatch: pytest.MonkeyPatch, *reports: DeviceReport) -> None:
    cpu = DeviceReport("cpu", "CPU", True, "ready", GIB)
    monkeypatch.setattr(module, "devices", lambda: (cpu, *reports))


def test_the_cpu_comes_first_and_can_be_used() -> None:
    first = devices()[0]
    assert (first.id, first.usable, first.note) == ("cpu", True, "ready")
    assert first.memory_bytes == total_memory() > 100e6


def test_the_probe_passes_on_the_cpu_also_where_gradients_are_switched_off() -> None:
    with torch.no_grad():
        assert module._probe("cpu") == ""


@pytest.mark.parametrize("factor", [1.05, float("nan"), 0.0])
def test_the_probe_finds_a_device_that_computes_nonsense(monkeypatch: pytest.MonkeyPatch, factor: float) -> None:
    """Its values are right, its gradients are not."""
    grad, calls = torch.autograd.grad, iter([True, False])

    def spoilt(value: torch.Tensor, picture: torch.Tensor) -> tuple[torch.Tensor, ...]:
        (gradient,) = grad(value, picture)
        return (gradient * factor if next(calls) else gradient,)

    monkeypatch.setattr(torch.autograd, "grad", spoilt)
    assert module._probe("cpu") == "gives other numbers than the CPU"


def test_the_probe_tells_the_first_line_of_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("no kernel image is available\nCompile with more flags.")

    monkeypatch.setattr(torch.nn.functional, "conv2d", broken)
    assert module._probe("cpu") == "no kernel image is available"


def test_auto_takes_the_first_usable_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(
        monkeypatch,
        DeviceReport("cuda:0", "Old", False, "too old", GIB),
        DeviceReport("cuda:1", "New", True, "ready", GIB),
    )
    assert choose("auto") == (torch.device("cuda:1"), "")


def test_auto_is_the_cpu_where_no_gpu_can_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, DeviceReport("cuda:0", "Old", False, "too old", GIB))
    assert choose() == (CPU, "")


def test_cuda_means_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, DeviceReport("cuda:0", "New", True, "ready", GIB))
    assert choose("cuda") == (torch.device("cuda:0"), "")


def test_a_device_that_cannot_be_used_falls_back_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, DeviceReport("cuda:0", "Old", False, "too old", GIB))
    assert choose("cuda") == (CPU, "The device cuda:0 cannot be used (too old), so the CPU is used instead.")
    assert choose("mps") == (CPU, "The device mps cannot be used (it is not there), so the CPU is used instead.")


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB"),
        RuntimeError("[enforce fail at alloc_cpu.cpp:116] . DefaultCPUAllocator: can't allocate memory: you tried"),
        RuntimeError("[enforce fail at alloc_cpu.cpp:80] data. DefaultCPUAllocator: not enough memory: you tried"),
        RuntimeError("MPS backend out of memory (MPS allocated: 9.00 GB)"),
        RuntimeError("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling cublasCreate(handle)"),
        RuntimeError("Invalid buffer size: 24.00 GB"),
    ],
    ids=lambda error: str(error)[:12] or "MemoryError",
)
def test_out_of_memory_in_all_its_forms(error: Exception) -> None:
    assert is_out_of_memory(error)


@pytest.mark.parametrize("error", [RuntimeError("shape mismatch"), ValueError("out of memory"), KeyboardInterrupt()])
def test_other_errors_are_not_out_of_memory(error: BaseException) -> None:
    assert not is_out_of_memory(error)


def test_a_real_allocation_that_is_too_large_is_recognised() -> None:
    with pytest.raises((RuntimeError, MemoryError)) as caught:
        torch.empty(1 << 55, dtype=torch.uint8)
    assert is_out_of_memory(caught.value)


def test_free_memory_is_more_than_nothing_and_less_than_all() -> None:
    assert 0 < free_memory(CPU) <= total_memory()


def control_group(folder: Path, limit: str, current: int, inactive_file: int) -> Path:
    (folder / "memory.max").write_text(f"{limit}\n")
    (folder / "memory.current").write_text(f"{current}\n")
    (folder / "memory.stat").write_text(f"anon 5\nfile {inactive_file + 7}\ninactive_file {inactive_file}\n")
    return folder


def test_cached_files_of_a_container_are_free_memory(tmp_path: Path) -> None:
    assert module._cgroup_free(control_group(tmp_path, str(8 * GIB), 7 * GIB, 6 * GIB)) == 7 * GIB


def test_a_container_without_a_limit_or_without_files(tmp_path: Path) -> None:
    assert module._cgroup_free(tmp_path) is None
    assert module._cgroup_free(control_group(tmp_path, "max", GIB, 0)) is None


def test_free_memory_keeps_to_the_container(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_meminfo", lambda _field: 4 * GIB)
    for limit, expected in ((GIB, GIB), (None, 4 * GIB), (9 * GIB, 4 * GIB), (0, 1)):
        monkeypatch.setattr(module, "_cgroup_free", lambda limit=limit: limit)
        assert free_memory(CPU) == expected


def test_free_memory_without_proc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_meminfo", lambda _field: 0)
    monkeypatch.setattr(module, "_cgroup_free", lambda: None)
    assert free_memory(CPU) == total_memory() // 2
    monkeypatch.setattr(module, "_windows_memory", lambda: (8 * GIB, 3 * GIB))
    assert free_memory(CPU) == 3 * GIB
