"""The set-up behind `packaging/start` and `packaging/test`, with a Python, an apt-get and a sudo that only write down
what they are asked to do: what is checked is what the scripts decide.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the scripts are for POSIX systems")

PACKAGING = Path(__file__).resolve().parents[3] / "packaging"
PATIENCE_S = 60
TOOLS = ("awk", "bash", "cat", "cksum", "cp", "dirname", "mkdir", "readlink", "rm", "sh", "sleep")

PYTHON = """#!/bin/sh
case "$*" in
  *"version_info <"*) exit "${FAKE_TOO_OLD:-0}" ;;
  *python_version*) echo 3.9.2 ;;
  *version_info*) echo 3.12 ;;
  *ctypes*) cat >/dev/null; printf '%s' "$FAKE_MISSING" ;;
  *ensurepip*) exit "${FAKE_NO_VENV:-0}" ;;
  "-m venv "*) echo "venv" >>"$FAKE_LOG"; mkdir -p "$3/bin"; cp "$0" "$3/bin/python" ;;
  "-m pip --version") ;;
  "-m pip install"*)
    echo "pip $*" >>"$FAKE_LOG"
    [ -z "$FAKE_SLOW" ] || exec sleep 30
    exit "${FAKE_PIP_STATUS:-0}" ;;
  "-P -m stylegui"*) shift 3; for word; do echo "[$word]"; done ;;
  "-m pytest"*) echo "$*" ;;
  *) echo "unexpected: $*" >&2; exit 99 ;;
esac
"""
RECORDER = '#!/bin/sh\necho "{name} $*" >>"$FAKE_LOG"\n'


@dataclass
class Machine:
    """A project's folder with the scripts in it, and the commands that they find."""

    project: Path
    commands: Path
    log: Path
    env: dict[str, str] = field(default_factory=dict)

    def add_command(self, name: str, text: str) -> None:
        path = self.commands / name
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)

    def environment(self) -> dict[str, str]:
        return {"PATH": str(self.commands), "FAKE_LOG": str(self.log), "HOME": str(self.project.parent), **self.env}

    def run(
        self, script: str | Path = "start", *words: str, cwd: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(self.project / "packaging" / script), *words],
            cwd=cwd or self.project.parent,
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )

    def done(self) -> list[str]:
        """What was asked of the recording commands since the last time."""
        lines = self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        return lines


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A Linux machine of Debian's kind with Python 3.12 and all libraries, on which this user is root."""
    project = tmp_path / "my projects" / "stylegui"
    (project / "packaging").mkdir(parents=True)
    for name in ("start", "test", "setup.sh"):
        shutil.copy2(PACKAGING / name, project / "packaging" / name)
    (project / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    commands = tmp_path / "commands"
    commands.mkdir()
    for tool in TOOLS:
        where = shutil.which(tool)
        assert where is not None, tool
        (commands / tool).symlink_to(where)
    machine = Machine(project, commands, tmp_path / "log")
    machine.add_command("python3.13", PYTHON)
    machine.add_command("uname", "#!/bin/sh\necho Linux\n")
    machine.add_command("id", "#!/bin/sh\necho 0\n")
    machine.add_command("apt-get", RECORDER.format(name="apt-get"))
    return machine


def test_first_start_installs_and_later_ones_do_not(machine: Machine) -> None:
    first = machine.run("start", "a photo.jpg", "style")
    assert first.stdout.splitlines() == ["[a photo.jpg]", "[style]"], first.stderr
    install = f"pip -m pip install --disable-pip-version-check --editable {machine.project}[video]"
    assert machine.done() == ["venv", install]
    second = machine.run("start")
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    assert machine.done() == []


def test_start_works_through_links_and_from_anywhere(machine: Machine, tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.symlink_to(machine.project / "packaging" / "start")
    outer = tmp_path / "commands" / "studio"
    outer.symlink_to("../inner")
    done = machine.run(outer, "photo.jpg", cwd=Path("/"))
    assert done.stdout == "[photo.jpg]\n", done.stderr
    assert (machine.project / ".venv").is_dir()


def test_the_tests_bring_the_checkers_and_the_program_is_ready_then_too(machine: Machine) -> None:
    done = machine.run("test", "-k", "paint")
    assert done.stdout == "-m pytest -k paint\n", done.stderr
    assert machine.done()[-1].endswith("stylegui[dev]")
    assert machine.run("start").returncode == 0
    assert machine.done() == []


def test_new_dependencies_are_installed_into_the_same_environment(machine: Machine) -> None:
    machine.run()
    machine.done()
    (machine.project / "pyproject.toml").write_text('[project]\ndependencies = ["more"]\n', encoding="utf-8")
    machine.run()
    assert [line.split()[0] for line in machine.done()] == ["pip"]


def test_a_moved_project_is_set_up_again(machine: Machine) -> None:
    machine.run()
    machine.done()
    machine.project = machine.project.rename(machine.project.with_name("elsewhere"))
    assert machine.run().returncode == 0
    assert machine.done()[-1].endswith("/elsewhere[video]")


def test_an_old_python_gets_one_sentence(machine: Machine) -> None:
    for name in ("python3.12", "python3.11", "python3"):
        machine.add_command(name, PYTHON)
    machine.env["FAKE_TOO_OLD"] = "1"
    done = machine.run()
    assert done.returncode == 1
    assert done.stderr == "stylegui: Python 3.11 or newer is needed, and the newest one here is 3.9.2.\n"
    assert not (machine.project / ".venv").exists()


def test_only_missing_packages_are_installed(machine: Machine) -> None:
    machine.env |= {"FAKE_MISSING": "libEGL.so.1\nlibxcb-cursor.so.0\n", "FAKE_NO_VENV": "1"}
    done = machine.run()
    assert done.returncode == 0, done.stderr
    update, install = machine.done()[:2]
    assert update == "apt-get update -qq"
    assert install == "apt-get install -y --no-install-recommends python3.12-venv libegl1 libxcb-cursor0"
    assert "python3.12-venv libegl1 libxcb-cursor0" in done.stderr


def test_fedora_has_its_own_names(machine: Machine) -> None:
    (machine.commands / "apt-get").unlink()
    machine.add_command("dnf", RECORDER.format(name="dnf"))
    machine.env["FAKE_MISSING"] = "libEGL.so.1\nlibxcb-cursor.so.0\n"
    assert machine.run().returncode == 0
    assert machine.done()[0] == "dnf install -y libglvnd-egl xcb-util-cursor"


def test_elsewhere_the_missing_libraries_are_named(machine: Machine) -> None:
    (machine.commands / "apt-get").unlink()
    machine.env["FAKE_MISSING"] = "libEGL.so.1\nlibxcb-cursor.so.0\n"
    done = machine.run()
    assert done.returncode == 0
    assert "until these libraries are installed: libEGL.so.1 libxcb-cursor.so.0\n" in done.stderr


def test_a_mac_is_not_asked_for_libraries(machine: Machine) -> None:
    machine.add_command("uname", "#!/bin/sh\necho Darwin\n")
    machine.env["FAKE_MISSING"] = "libEGL.so.1\n"
    assert machine.run().returncode == 0
    assert [line.split()[0] for line in machine.done()] == ["venv", "pip"]


def test_without_rights_the_command_is_told_and_nothing_is_done(machine: Machine) -> None:
    machine.add_command("id", "#!/bin/sh\necho 1000\n")
    machine.add_command("sudo", "#!/bin/sh\nexit 1\n")
    machine.env["FAKE_MISSING"] = "libEGL.so.1\n"
    done = machine.run()
    assert done.returncode == 1
    assert "sudo sh -c 'apt-get update -qq && " in done.stderr
    assert done.stderr.rstrip().endswith("apt-get install -y --no-install-recommends libegl1'")
    assert machine.done() == []


def test_a_failed_installation_is_tried_again_in_the_same_environment(machine: Machine) -> None:
    machine.env["FAKE_PIP_STATUS"] = "1"
    done = machine.run()
    assert done.returncode == 1
    assert "did not succeed" in done.stderr
    machine.done()
    machine.env.clear()
    assert machine.run().returncode == 0
    assert [line.split()[0] for line in machine.done()] == ["pip"]


def begin_slow_installation(machine: Machine) -> subprocess.Popen[bytes]:
    machine.env["FAKE_SLOW"] = "yes"
    command = [str(machine.project / "packaging" / "start")]
    process = subprocess.Popen(
        command,
        env=machine.environment(),
        stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        # Whoever started these tests may have had Ctrl+C ignored, and a shell cannot take that back.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads here
    )
    deadline = time.monotonic() + PATIENCE_S
    while not (machine.log.exists() and "pip" in machine.log.read_text(encoding="utf-8")):
        assert time.monotonic() < deadline, "the installation never began"
        time.sleep(0.02)
    machine.env.clear()
    return process


@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_an_interrupted_installation_begins_anew(machine: Machine, kind: signal.Signals) -> None:
    process = begin_slow_installation(machine)
    os.killpg(process.pid, kind)
    assert process.wait(PATIENCE_S) != 0
    machine.done()
    done = machine.run()
    assert done.returncode == 0, done.stderr
    assert "interrupted" in done.stderr
    assert [line.split()[0] for line in machine.done()] == ["venv", "pip"]


def test_two_installations_do_not_meet(machine: Machine) -> None:
    process = begin_slow_installation(machine)
    try:
        done = machine.run()
        assert done.returncode == 1
        assert f"another installation is at work (process {process.pid})" in done.stderr
        assert (machine.project / ".venv" / "bin" / "python").exists()
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(PATIENCE_S)


def test_an_environment_whose_python_is_gone_is_made_anew(machine: Machine) -> None:
    machine.run()
    machine.done()
    (machine.project / ".venv" / "bin" / "python").unlink()
    done = machine.run()
    assert done.returncode == 0, done.stderr
    assert [line.split()[0] for line in machine.done()] == ["venv", "pip"]
