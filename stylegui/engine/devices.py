"""Devices torch can compute on: what there is, whether it computes rightly, how much memory is free."""

from __future__ import annotations

import ctypes
import functools
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F


@dataclass(frozen=True)
class DeviceReport:
    """One device, its probe against the CPU, and its memory in bytes (0 where it cannot be told)."""

    id: str
    name: str
    usable: bool
    note: str
    memory_bytes: int


def _candidates() -> list[str]:
    found = ["cpu"]
    if torch.cuda.is_available():
        found += [f"cuda:{index}" for index in range(torch.cuda.device_count())]
    if torch.backends.mps.is_available():
        found.append("mps")
    return found


def _probe(device: str) -> str:
    """What is wrong with a device, or nothing: a small convolution and its gradient, compared with the CPU's."""

    def compute(where: str) -> tuple[torch.Tensor, torch.Tensor]:
        generator = torch.Generator().manual_seed(0)
        picture = torch.rand((1, 8, 24, 24), generator=generator).to(where).requires_grad_(True)
        weight = torch.randn((16, 8, 3, 3), generator=generator).to(where)
        with torch.enable_grad():
            value = F.max_pool2d(F.relu(F.conv2d(picture, weight)), 3, 2, ceil_mode=True).square().mean()
            (gradient,) = torch.autograd.grad(value, picture)
        return value.detach().cpu(), gradient.cpu()

    try:
        value, gradient = compute(device)
    except RuntimeError as error:
        return (str(error).strip().splitlines() or ["it cannot compute"])[0]
    expected_value, expected_gradient = compute("cpu")
    # TF32 keeps ten bits of each factor: 2 % leaves room for it and none for a device that computes nonsense.
    right_value = torch.allclose(value, expected_value, rtol=0.02)
    # Asked this way round, NaN is wrong as well.
    right_gradient = float((gradient - expected_gradient).norm() / expected_gradient.norm()) <= 0.02
    return "" if right_value and right_gradient else "gives other numbers than the CPU"


@functools.cache
def devices() -> tuple[DeviceReport, ...]:
    """Every device, the CPU first; those that fail their probe stay in the list, unusable, with the reason."""
    reports = []
    for device in _candidates():
        if device == "cpu":
            name, memory, fault = f"CPU, {torch.get_num_threads()} threads", total_memory(), ""
        else:
            fault = _probe(device)
            cuda = device.startswith("cuda")
            name = torch.cuda.get_device_name(device) if cuda else "Apple GPU"
            memory = torch.cuda.get_device_properties(device).total_memory if cuda else 0
        reports.append(DeviceReport(device, name, not fault, fault or "ready", memory))
    return tuple(reports)


def choose(wanted: str = "auto") -> tuple[torch.device, str]:
    """The device for a run, and a sentence where it is not the one asked for (else "").

    "auto" is the first usable GPU, or the CPU. An unusable or missing device falls back to the CPU.
    """
    usable = {report.id: report for report in devices() if report.usable}
    if wanted == "auto":
        gpus = [name for name in usable if name != "cpu"]
        return torch.device(gpus[0] if gpus else "cpu"), ""
    if wanted == "cuda":
        wanted = "cuda:0"
    if wanted in usable:
        return torch.device(wanted), ""
    known = {report.id: report for report in devices()}
    reason = known[wanted].note if wanted in known else "it is not there"
    return torch.device("cpu"), f"The device {wanted} cannot be used ({reason}), so the CPU is used instead."


def _meminfo(field: str) -> int:
    try:
        for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines():
            if line.startswith(field + ":"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def _cgroup_free(folder: Path = Path("/sys/fs/cgroup")) -> int | None:
    """Bytes left in this process's memory control group, where it has a limit (containers, batch systems)."""
    try:
        limit = (folder / "memory.max").read_text(encoding="ascii").strip()
        if limit == "max":
            return None
        taken = int((folder / "memory.current").read_text(encoding="ascii"))
        # What was read from files counts as taken, but is given back when memory is asked for.
        for line in (folder / "memory.stat").read_text(encoding="ascii").splitlines():
            if line.startswith("inactive_file "):
                taken -= int(line.split()[1])
        return max(0, int(limit) - taken)
    except (OSError, ValueError):
        return None


def _windows_memory() -> tuple[int, int]:
    """Bytes of main memory, all and available, as Windows tells them; (0, 0) elsewhere."""
    if sys.platform != "win32":
        return 0, 0

    class MemoryStatus(ctypes.Structure):
        """MEMORYSTATUSEX of sysinfoapi.h."""

        _fields_ = (
            ("length", ctypes.c_ulong),
            ("load", ctypes.c_ulong),
            *((name, ctypes.c_ulonglong) for name in ("total", "available", "a", "b", "c", "d", "e")),
        )

    status = MemoryStatus(length=ctypes.sizeof(MemoryStatus))
    told = ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status))
    return (int(status.total), int(status.available)) if told else (0, 0)


def total_memory() -> int:
    """Main memory in bytes; 0 where it cannot be told."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return _windows_memory()[0]


def free_memory(device: torch.device) -> int:
    """Bytes that a run could take now: what is available, not what is unused; 0 where it cannot be told."""
    if device.type == "cuda":
        free, _total = torch.cuda.mem_get_info(device)
        reserved = torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)
        return int(free + reserved)
    # Linux and Windows tell what can be had without swapping; elsewhere half the main memory is a cautious guess.
    available = _meminfo("MemAvailable") or _windows_memory()[1] or total_memory() // 2
    limit = _cgroup_free()
    # Even a full container is told apart from one that says nothing.
    return available if limit is None else max(1, min(available, limit))


# CUDA and MPS; the CPU on Linux and macOS; on Windows; cuBLAS and cuDNN (..._STATUS_ALLOC_FAILED); large MPS buffers.
_OUT_OF_MEMORY = (
    "out of memory",
    "can't allocate memory",
    "not enough memory",
    "status_alloc_failed",
    "invalid buffer size",
)


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an exception is a device's or the system's way of saying that memory ran out.

    torch raises its own class on GPUs and a bare RuntimeError for the CPU.
    """
    if isinstance(error, (MemoryError, torch.OutOfMemoryError)):
        return True
    text = str(error).lower()
    return isinstance(error, RuntimeError) and any(words in text for words in _OUT_OF_MEMORY)


def release(device: torch.device) -> None:
    """Give cached blocks back to the device (call it outside the except block that caught the error).

    On Linux the C library keeps what the CPU's tensors have freed, in pieces that no large tensor fits into.
    """
    if device.type == "cuda":
        torch.cuda.empty_cache()
    elif device.type == "mps":
        torch.mps.empty_cache()
    elif (trim := _malloc_trim()) is not None:
        trim(0)


@functools.cache
def _malloc_trim() -> Callable[[int], int] | None:
    """The call of the GNU C library that gives free memory back to the system; None under any other."""
    if sys.platform != "linux":
        return None
    try:
        found: Callable[[int], int] = ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError):
        return None
    return found
