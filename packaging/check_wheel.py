"""Builds the wheel, installs it away from the checkout, and paints a picture with what was installed.

torch, Qt and the other heavy dependencies are borrowed from the environment that runs this script: the small one that
is made here holds nothing but the wheel and a pointer to them.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tempfile
import zipfile
from pathlib import Path, PurePosixPath

from PIL import Image, ImageChops, ImageStat

ROOT = Path(__file__).resolve().parent.parent
SIZE_PX = 128
ALLOWED_TOPS = {"stylegui"}

LOCATE = """
import importlib.metadata, stylegui, stylegui.resources as resources
print(stylegui.__file__)
print(resources.resource("samples"))
print(importlib.metadata.version("stylegui"))
"""


class WheelError(Exception):
    """The wheel is not as it should be."""


def run(*command: str | Path, cwd: Path, env: dict[str, str] | None = None) -> str:
    """Run a command and return what it printed. Raises WheelError with all of its output if it fails."""
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise WheelError(f"{' '.join(words)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def build(folder: Path) -> Path:
    """Build the wheel into `folder` and return its path."""
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (wheel,) = folder.glob("stylegui-*.whl")
    return wheel


def check_contents(wheel: Path) -> None:
    """See that everything is in the wheel, resources and licence included, and nothing else."""
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if not name.endswith("/")}
    tops = {PurePosixPath(name).parts[0] for name in names}
    strangers = {top for top in tops if top not in ALLOWED_TOPS and not top.endswith(".dist-info")}
    if strangers:
        raise WheelError(f"the wheel also holds {sorted(strangers)}")
    wanted = {path.relative_to(ROOT).as_posix() for path in (ROOT / "stylegui").rglob("*.py")}
    resources = ROOT / "resources"
    files = [path for path in resources.rglob("*") if path.is_file() and path.suffix != ".part"]
    wanted |= {f"stylegui/_resources/{path.relative_to(resources).as_posix()}" for path in files}
    absent = wanted - names
    if absent:
        raise WheelError(f"the wheel lacks {sorted(absent)}")
    if not any(name.endswith("/licenses/LICENSE") for name in names):
        raise WheelError("the wheel lacks the licence")


def install(wheel: Path, folder: Path) -> Path:
    """Make a virtual environment in `folder` with the wheel in it and return its Python."""
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder.parent)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-index", "--no-deps", wheel, cwd=folder.parent)
    own = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip())
    lenders = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    # A plain line only appends to sys.path: the lender's own .pth files, which lead to the checkout, are not read.
    (own / "borrowed.pth").write_text("\n".join(sorted(lenders)) + "\n", encoding="utf-8")
    return python


def check_picture(photo: Path, result: Path) -> None:
    """See that the result is a picture of the right size that is neither empty nor the photo itself."""
    with Image.open(result) as image:
        painted = image.convert("RGB")
    if max(painted.size) != SIZE_PX:
        raise WheelError(f"the picture is {painted.size}, and its long side should be {SIZE_PX}")
    if max(ImageStat.Stat(painted).stddev) < 4:
        raise WheelError("the picture is of one colour")
    with Image.open(photo) as image:
        original = image.convert("RGB").resize(painted.size)
    change = max(ImageStat.Stat(ImageChops.difference(painted, original)).mean)
    if change < 4:
        raise WheelError(f"the picture is still the photo (mean difference {change:.1f} of 255)")


def check(folder: Path) -> None:
    """All of it, inside an empty folder outside the checkout."""
    wheel = build(folder)
    check_contents(wheel)
    print(f"built {wheel.name}, {wheel.stat().st_size / 1e6:.1f} MB", flush=True)
    python = install(wheel, folder / "venv")

    unwanted = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
    env = {name: value for name, value in os.environ.items() if name not in unwanted}
    env["STYLEGUI_HOME"] = str(folder / "home")
    package, samples, version = run(python, "-c", LOCATE, cwd=folder, env=env).splitlines()
    for path in (package, samples):
        if not Path(path).resolve().is_relative_to(folder.resolve()):
            raise WheelError(f"{path} is used, and not what was installed")

    photo = min(Path(samples).glob("*.jpg"))
    style = run(python, "-m", "stylegui", "styles", cwd=folder, env=env).split()[0]
    result = folder / "result.png"
    options = ["-o", str(result), "--size", str(SIZE_PX), "--preset", "draft"]
    run(python, "-m", "stylegui", "render", photo, style, *options, cwd=folder, env=env)
    check_picture(photo, result)
    print(f"stylegui {version} from the wheel painted {photo.name} in the style {style}")


def main() -> int:
    """Check in a temporary folder; the exit status."""
    with tempfile.TemporaryDirectory(prefix="stylegui-wheel-") as folder:
        try:
            check(Path(folder).resolve())
        except WheelError as error:
            print(error, file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
