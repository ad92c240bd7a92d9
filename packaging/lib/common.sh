# What the scripts in packaging/ share. Sourced, from any directory; leaves the shell in the
# checkout. Everything that is made stays below the checkout's target/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
root=$PWD
export CARGO_TERM_COLOR=never LC_ALL=C.UTF-8 TZ=UTC PYTHONDONTWRITEBYTECODE=1

triple=x86_64-unknown-linux-gnu
dist=$root/target/dist
target=${CARGO_TARGET_DIR:-$root/target}
tools=$root/target/tools
cargo_deb_version=3.8.0
cargo_generate_rpm_version=0.21.1

say() { printf '%s\n' "${0##*/}: $*"; }
fail() {
  printf '%s\n' "${0##*/}: ERROR: $*" >&2
  exit 1
}
loudly() {
  local line
  for line in "$@"; do printf '%s\n' "${0##*/}: WARNING: $line" >&2; done
}

# need COMMAND=PACKAGE...: installs the Debian packages of the commands that are missing.
need() {
  local pair missing=()
  for pair in "$@"; do
    command -v "${pair%%=*}" >/dev/null || missing+=("${pair#*=}")
  done
  if ((${#missing[@]} == 0)); then return; fi
  if [[ $(id -u) != 0 ]]; then fail "install these first: ${missing[*]}"; fi
  say "installing ${missing[*]}"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    "${missing[@]}" >/dev/null
}

# need_cargo_tool NAME VERSION [FLAGS...]: one on PATH at that version is used; otherwise it is
# built into target/tools, with a target directory of its own that is removed afterwards.
need_cargo_tool() {
  local name=$1 version=$2
  shift 2
  PATH=$tools/bin:$PATH
  if [[ $(cargo_tool_version "$name") == "$version" ]]; then return; fi
  say "installing $name $version into target/tools (some minutes, once)"
  CARGO_TARGET_DIR=$tools/build cargo install "$name" --version "$version" --locked --quiet \
    --force --root "$tools" "$@"
  rm -rf "$tools/build"
}

# cargo-generate-rpm cannot say its version; cargo-install can, for what it installed.
cargo_tool_version() {
  local path
  path=$(command -v "$1") || return 0
  cargo install --list --root "$(dirname "$(dirname "$path")")" |
    sed -n "s/^$1 v\([^ :]*\).*/\1/p"
}

version() { sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1; }
