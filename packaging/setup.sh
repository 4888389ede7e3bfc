# Shared by `start` and `test`, which source it: makes the virtual environment and whatever is missing for it.
# Written for bash 3.2 and later, because that is what macOS comes with.

unset CDPATH # or cd would print
project_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
venv="$project_root/.venv"
venv_python="$venv/bin/python"
unfinished="$venv/.stylegui-unfinished"

say() { printf 'stylegui: %s\n' "$*" >&2; }
die() {
  say "$*"
  exit 1
}

# The libraries that Qt takes from the system: name, Debian's package, Fedora's package.
qt_libraries='
libGL.so.1            libgl1               libglvnd-glx
libEGL.so.1           libegl1              libglvnd-egl
libxkbcommon.so.0     libxkbcommon0        libxkbcommon
libglib-2.0.so.0      libglib2.0-0         glib2
libfontconfig.so.1    libfontconfig1       fontconfig
libdbus-1.so.3        libdbus-1-3          dbus-libs
libxkbcommon-x11.so.0 libxkbcommon-x11-0   libxkbcommon-x11
libxcb-cursor.so.0    libxcb-cursor0       xcb-util-cursor
libxcb-icccm.so.4     libxcb-icccm4        xcb-util-wm
libxcb-keysyms.so.1   libxcb-keysyms1      xcb-util-keysyms
libxcb-shape.so.0     libxcb-shape0        libxcb
'

# Prints a Python that is new enough; fails with one sentence where there is none.
find_python() {
  local candidate found=''
  for candidate in python3.13 python3.12 python3.11 python3; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
      command -v "$candidate"
      return
    fi
    if [ -z "$found" ]; then
      found=$("$candidate" -c 'import platform; print(platform.python_version())' 2>/dev/null) || found=''
    fi
  done
  if [ -n "$found" ]; then
    die "Python 3.11 or newer is needed, and the newest one here is $found."
  fi
  die 'Python 3.11 or newer is needed, and there is no Python here.'
}

# Prints the names of those Qt libraries that the dynamic linker does not find. $1: a Python.
missing_libraries() {
  printf '%s' "$qt_libraries" | "$1" -c '
import ctypes, sys
for line in filter(None, map(str.split, sys.stdin)):
    try:
        ctypes.CDLL(line[0])
    except OSError:
        print(line[0])
'
}

# Prints the packages that hold the libraries named on standard input. $1: the column of the table above.
packages_of() {
  local library
  while read -r library && [ -n "$library" ]; do
    printf '%s' "$qt_libraries" | awk -v library="$library" -v column="$1" '$1 == library { print $column }'
  done
}

# Runs a line of shell as root; where that is not possible, prints the command to run and fails.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    sh -c "$1"
  elif command -v sudo >/dev/null 2>&1 && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
    sudo sh -c "$1"
  else
    die "some packages of the system are missing; please run this once:  sudo sh -c '$1'"
  fi
}

# Installs what is missing from the system. $1: the Python that the environment is made with.
install_system_packages() {
  [ "$(uname -s)" = Linux ] || return 0
  local libraries packages='' version
  libraries=$(missing_libraries "$1")
  if command -v apt-get >/dev/null 2>&1; then
    packages=$(printf '%s\n' "$libraries" | packages_of 2)
    if ! "$1" -c 'import ensurepip, venv' 2>/dev/null; then
      version=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
      packages="python$version-venv $packages"
    fi
    # shellcheck disable=SC2086 # one word for each package
    set -- $packages
    [ $# -gt 0 ] || return 0
    say "installing from the system's packages: $*"
    as_root "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $*"
  elif command -v dnf >/dev/null 2>&1; then
    # shellcheck disable=SC2046 # one word for each package
    set -- $(printf '%s\n' "$libraries" | packages_of 3)
    [ $# -gt 0 ] || return 0
    say "installing from the system's packages: $*"
    as_root "dnf install -y $*"
  elif [ -n "$libraries" ]; then
    # shellcheck disable=SC2086 # one line for all
    say "the window may not open until these libraries are installed:" $libraries
  fi
}

# What the environment was made from; another text means that it has to be brought up to date.
setup_signature() {
  printf '%s %s\n' "$(cksum <"$project_root/pyproject.toml")" "$project_root"
}

# Refuses to go on while another installation is at work, and clears away what an interrupted one left.
clear_unfinished() {
  local process=''
  if [ -e "$unfinished" ]; then
    process=$(cat "$unfinished")
    if [ -n "$process" ] && [ "$process" != $$ ] && kill -0 "$process" 2>/dev/null; then
      die "another installation is at work (process $process); if it is not, delete $unfinished and start again"
    fi
    say 'an earlier installation was interrupted: beginning again'
    rm -rf "$venv"
  elif [ -e "$venv" ] && ! "$venv_python" -m pip --version >/dev/null 2>&1; then
    say 'the virtual environment does not work any more: making it anew'
    rm -rf "$venv"
  fi
}

# Makes the environment, or brings it up to date. $1: "app", or "dev" for every extra and the checkers as well.
set_up() {
  local signature stamp="$venv/.stylegui-$1" python what="$project_root"
  signature=$(setup_signature)
  if [ -x "$venv_python" ] && [ ! -e "$unfinished" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$signature" ]; then
    return
  fi
  python=$(find_python)
  install_system_packages "$python"
  clear_unfinished
  # Only a signal leaves the mark behind: what pip itself gives up on, it leaves in order.
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  if [ ! -e "$venv" ]; then
    say "making a virtual environment with $python"
    mkdir "$venv"
    echo $$ >"$unfinished"
    "$python" -m venv "$venv"
  fi
  echo $$ >"$unfinished"
  if [ "$1" = app ]; then what="${what}[video]"; else what="${what}[dev]"; fi
  say 'installing what the program needs (on Linux up to 3 GB to download and 7 GB on disk, the first time)'
  # The system's own temporary folder may be in memory, and too small for this.
  mkdir -p "$venv/tmp"
  if ! TMPDIR="$venv/tmp" "$venv_python" -m pip install --disable-pip-version-check --editable "$what"; then
    rm -f "$unfinished"
    die 'the installation did not succeed: see the lines above'
  fi
  rm -rf "$venv/tmp"
  printf '%s\n' "$signature" >"$venv/.stylegui-app"
  printf '%s\n' "$signature" >"$stamp"
  rm -f "$unfinished"
  trap - INT TERM HUP
}
