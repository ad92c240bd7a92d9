# Checksums, signature, and the one file for sites without internet. Sourced by packaging/build.

build_bundle() {
  local name
  name=portcullis-$(version)
  local folder=$stage/$name
  rm -rf "$folder"
  mkdir -p "$folder"
  cp "$dist"/*.deb "$dist"/*.rpm "$dist/$name.cdx.json" "$dist/THIRD-PARTY.txt" LICENSE \
    docs/INSTALL.md "$folder/"
  sum_and_sign "$folder"
  # The same bytes for the same content: sorted, owned by nobody in particular, one time.
  tar --create --file "$dist/$name-bundle.tar" --directory "$stage" --format=gnu --sort=name \
    --owner=0 --group=0 --numeric-owner --mode='u=rwX,go=rX' --mtime="@$SOURCE_DATE_EPOCH" "$name"
  sum_and_sign "$dist"
}

# sum_and_sign FOLDER: SHA256SUMS of the files in it and, with a key, SHA256SUMS.minisig.
sum_and_sign() {
  (cd "$1" && find . -maxdepth 1 -type f ! -name 'SHA256SUMS*' -printf '%f\n' | sort |
    xargs sha256sum >SHA256SUMS)
  if [[ -n ${MINISIGN_KEY:-} ]]; then sign "$1/SHA256SUMS"; fi
}

sign() {
  need minisign=minisign
  # Without a password file the key must have no password: nothing waits for a person here.
  minisign -S -s "$MINISIGN_KEY" -m "$1" -t "portcullis $(version)" \
    <"${MINISIGN_PASSWORD_FILE:-/dev/null}" >/dev/null ||
    fail "cannot sign with $MINISIGN_KEY; a key with a password needs MINISIGN_PASSWORD_FILE"
}

say_whether_signed() {
  if [[ -n ${MINISIGN_KEY:-} ]]; then
    say "signed with $MINISIGN_KEY"
  else
    loudly "THIS RELEASE IS NOT SIGNED: MINISIGN_KEY names no key." \
      "The checksums tell a damaged file, not a forged one. For builds that you keep to yourself."
  fi
}
