import os

from stylegui.machine import processor_name, usable_cores


def test_there_is_a_core_to_run_on_and_none_that_is_not_there() -> None:
    assert 1 <= usable_cores() <= (os.cpu_count() or 1)


def test_the_processor_has_a_name() -> None:
    name = processor_name()
    assert name and name == name.strip()
