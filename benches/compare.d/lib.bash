# Shared by benches/compare and the scripts beside this file; sourced, never run.
# shellcheck shell=bash
# shellcheck disable=SC2034 # what is set here is used by those who source it

repo=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
helpers=$repo/benches/compare.d
scratch=$repo/target/bench
mkdir -p "$scratch"
export PYTHONDONTWRITEBYTECODE=1
# One fresh directory per run, on the disk that is measured; gone when the run ends.
work=$(mktemp -d "$scratch/run.XXXXXX")
server_pid=

say() { printf '%s\n' "bench: $*" >&2; }
die() {
  say "$*"
  exit 1
}

finish() {
  local status=$?
  trap - EXIT INT TERM
  stop_server
  if ((status == 0)); then
    rm -rf "$work"
  else
    say "stopped with status $status; the servers' logs are in ${work#"$repo"/}"
  fi
  exit "$status"
}
trap finish EXIT
trap 'exit 130' INT TERM

# need COMMAND DEBIAN-PACKAGE: installs what is missing, or says what to install.
need() {
  if command -v "$1" >/dev/null; then return; fi
  say "installing $2"
  if ((EUID != 0)); then die "$1 is missing; install the Debian package $2"; fi
  apt-get update -qq
  apt-get install -y -qq "$2" >/dev/null
}

free_port() {
  python3 -c '
import socket
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    print(free.getsockname()[1])'
}

# start NAME URL COMMAND...: runs a server in the background until URL answers 200.
# Leaves server_pid, started_at_ms (epoch), and in start_ms how long it took.
start() {
  local name=$1 url=$2
  shift 2
  started_at_ms=$(date +%s%3N)
  "$@" >>"$work/$name.log" 2>&1 &
  server_pid=$!
  until curl --silent --fail --output /dev/null --max-time 1 "$url"; do
    if ! kill -0 "$server_pid" 2>/dev/null; then
      tail -n 20 "$work/$name.log" >&2
      die "$name did not start: $*"
    fi
    if (($(date +%s%3N) - started_at_ms > 120000)); then
      die "$name did not answer at $url within 120 s"
    fi
    sleep 0.005
  done
  start_ms=$(($(date +%s%3N) - started_at_ms))
}

stop_server() {
  if [[ -z $server_pid ]]; then return; fi
  local pid=$server_pid patience=300
  server_pid=
  kill "$pid" 2>/dev/null || return 0
  while kill -0 "$pid" 2>/dev/null && ((patience-- > 0)); do sleep 0.1; done
  if kill -9 "$pid" 2>/dev/null; then say "process $pid did not stop within 30 s; killed"; fi
  wait "$pid" 2>/dev/null || true
}

# Sets portcullis to the program to measure: PORTCULLIS_BIN, or a release build of this checkout.
build_portcullis() {
  portcullis=${PORTCULLIS_BIN:-}
  if [[ -n $portcullis ]]; then return; fi
  say "building Portcullis (release)"
  cargo build --release --locked --quiet --manifest-path "$repo/Cargo.toml"
  portcullis=$repo/target/release/portcullis
}

# start_portcullis DATA-DIR: leaves its host:port in address.
start_portcullis() {
  address=127.0.0.1:$(free_port)
  # Every default stays as it is, durability above all; the limits are lifted over the API.
  : >"$work/portcullis.toml"
  start portcullis "http://$address/health" \
    "$portcullis" serve --config "$work/portcullis.toml" --data-dir "$1" --listen "$address"
}

# make_operator DATA-DIR: prints the token of a new owner.
make_operator() {
  "$portcullis" operator add --username bench --role owner --token --json --data-dir "$1" |
    python3 -c 'import json, sys; print(json.load(sys.stdin)["token"])'
}

# seed DATA-DIR AGENTS: starts on a fresh directory and fills it; the questions go to combos.
seed() {
  combos=$work/combos.tsv
  say "seeding $2 agents with 10 permissions each"
  start_portcullis "$1"
  operator_token=$(make_operator "$1")
  python3 "$helpers/seed.py" --address "$address" --operator-token "$operator_token" \
    --agents "$2" --output "$combos"
}

rss_mib() { awk '/^VmRSS/ { printf "%.1f", $2 / 1024 }' "/proc/$server_pid/status"; }
