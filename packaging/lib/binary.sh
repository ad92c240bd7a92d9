# The binary: static-pie, reproducible, stripped, its symbols beside it; and the gates that it must
# pass before anything is made of it. Sourced by packaging/build.

max_binary_bytes=$((25 * 1000 * 1000))

# Nothing of where or when it was built may be in it. Later prefixes win, and the target directory
# may lie in the checkout. A compiler sees the registry by its real path too, where it is a link.
build_binary() {
  local registry=${CARGO_HOME:-$HOME/.cargo}/registry flags=() map
  local maps=("$registry=/cargo/registry" "$(realpath -m "$registry")=/cargo/registry"
    "$root=/portcullis" "$target=/target")
  export CFLAGS="${CFLAGS:-}"
  flags+=(-C target-feature=+crt-static)
  # Random bytes come from the system call. The default looks for it with dlsym, which finds
  # nothing in a static program, and falls back to /dev/urandom, which an empty root has not.
  flags+=(--cfg 'getrandom_backend="linux_getrandom"')
  for map in "${maps[@]}"; do
    flags+=("--remap-path-prefix=$map")
    CFLAGS+=" -ffile-prefix-map=$map"
  done
  say "building $(version) for $triple"
  CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f' && printf '%s' "${flags[*]}") \
    CARGO_TARGET_DIR=$target \
    cargo build --locked --quiet --profile packaged --target "$triple" --bin portcullis
  install -D -m 0755 "$target/$triple/packaged/portcullis" "$stage/portcullis.unstripped"
}

strip_binary() {
  local full=$stage/portcullis.unstripped
  objcopy --only-keep-debug --compress-debug-sections "$full" "$dist/portcullis.debug"
  # The name in the link is that under which a debugger finds the file beside the program.
  (cd "$dist" && objcopy --strip-all --remove-section=.comment \
    --add-gnu-debuglink=portcullis.debug "$full" portcullis)
  chmod 0755 "$dist/portcullis"
  chmod 0644 "$dist/portcullis.debug"
}

check_binary() {
  local binary=$dist/portcullis full=$stage/portcullis.unstripped
  check_is_static "$binary"
  check_resolves_no_names "$full"
  check_loads_nothing "$full"
  check_size "$binary"
  check_runs_alone "$binary"
}

check_is_static() {
  local said
  said=$(ldd "$1" 2>&1 || true)
  [[ $said == *"statically linked"* ]] || fail "not static: $said"
  readelf -h "$1" | grep -q 'Type:.*DYN' || fail "not position-independent"
}

# A static glibc dies in these where nsswitch.conf names modules that it must load
# (Debian 13, RHEL-like): all names are resolved by the program's own code, or not at all.
# getgroups is a plain system call; and what is only asked for and not there, as fork asks for the name
# service's part in it, is a weak reference that nothing calls.
check_resolves_no_names() {
  local found
  found=$(nm -C --defined-only "$1" | grep -E 'getaddrinfo|gethostby|getpw|getgr[^o]|getgrouplist|__nss' || true)
  [[ -z $found ]] || fail "glibc resolves names in it:"$'\n'"$found"
}

check_loads_nothing() {
  local found
  found=$(nm -C "$1" | grep -E 'sqlite3_(enable_)?load_extension|unixDlOpen' || true)
  [[ -z $found ]] || fail "SQLite can load extensions:"$'\n'"$found"
}

check_size() {
  local bytes
  bytes=$(stat -c %s "$1")
  ((bytes <= max_binary_bytes)) || fail "$bytes bytes, more than $max_binary_bytes"
  say "$bytes bytes, static-pie, resolves no names, loads no libraries"
}

# In a root where there is nothing else: no /etc, no /dev, no /proc, no shell.
check_runs_alone() {
  if [[ $(id -u) != 0 ]]; then
    loudly "not root: the binary was not tried in an empty chroot"
    return
  fi
  local empty
  empty=$(mktemp -d)
  install -m 0755 "$1" "$empty/portcullis"
  run_alone "$empty" version && run_alone "$empty" config check &&
    run_alone "$empty" init --non-interactive --data-dir /data &&
    run_alone "$empty" operator add --username ada --role owner --token --data-dir /data ||
    fail "it does not run in an empty chroot"
  rm -rf "$empty"
  say "version, config check, init and operator add work in an empty chroot"
}

run_alone() {
  local said
  if ! said=$(chroot "$1" /portcullis "${@:2}" 2>&1); then
    printf '%s\n' "$said" >&2
    return 1
  fi
}
