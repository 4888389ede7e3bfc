"""What has to stand in the environment before torch and pydantic are imported."""

from __future__ import annotations

import os


def prepare_environment() -> None:
    """Set variables that OpenMP reads once, when it is loaded. What the user has set stays.

    By default libgomp's threads spin while they wait for each other. As soon as anything else wants the same cores
    (the window, a browser) the threads that hold the work are the ones that do not run, and small networks get many
    times slower. Threads that sleep at once cost a tenth on an idle machine; a short spin before sleeping costs
    neither. Measured with `tests/bench/speed.py`, a step at 512 px, two cores, idle and beside two busy processes:
    spinning 2455 ms beside them (4.4 times), asleep at once 262 and 543 ms, a short spin 250 and 561 ms.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    # libgomp lets this win over the policy; other runtimes (LLVM's on macOS) know the policy only.
    os.environ.setdefault("GOMP_SPINCOUNT", "20000")
    # pydantic would otherwise read the metadata of every installed package at import, in search of plugins.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
