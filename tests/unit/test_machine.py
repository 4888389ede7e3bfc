import os
import sys
from pathlib import Path

import pytest

from stylegui.machine import give_back_memory, processor_name, usable_cores


def test_there_is_a_core_to_run_on_and_none_that_is_not_there() -> None:
    assert 1 <= usable_cores() <= (os.cpu_count() or 1)


def test_the_processor_has_a_name() -> None:
    name = processor_name()
    assert name and name == name.strip()


def resident_bytes() -> int:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems give memory back by themselves")
def test_what_was_freed_goes_back_to_the_system() -> None:
    pieces = [bytes(100_000) for _ in range(600)]  # small enough that each is kept by the C library when it is freed
    last = bytes(100_000)
    del pieces
    before = resident_bytes()
    give_back_memory()
    assert last is not None
    assert resident_bytes() < before - 20_000_000
