"""What has to stand in the environment before torch is imported."""

from __future__ import annotations

import os


def prepare_environment() -> None:
    """Set variables that OpenMP reads once, when it is loaded. What the user has set stays.

    By default libgomp's threads spin while they wait for each other. As soon as anything else wants the same cores
    (the window, a browser) the threads that hold the work are the ones that do not run, and small networks get ten
    times slower. Sleeping threads cost little when the machine is idle.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
