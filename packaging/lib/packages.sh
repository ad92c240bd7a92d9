# The packages, out of the staged tree. Sourced by packaging/build and packaging/container-test.

# build_deb [VERSION]: with another version it is the same program in a newer package, to test
# upgrades.
build_deb() {
  local version=${1:-$(version)}
  # CARGO_TARGET_DIR would send it to look for the staged tree elsewhere.
  env --unset=CARGO_TARGET_DIR cargo deb --locked --quiet --no-build --no-strip \
    --deb-version "$version" --output "${2:-$dist}/portcullis_${version}_amd64.deb" >/dev/null
}

# cargo-generate-rpm ends the name with the release and the architecture.
build_rpm() {
  env --unset=CARGO_TARGET_DIR cargo generate-rpm --auto-req disabled \
    --source-date "$SOURCE_DATE_EPOCH" --output "$dist/portcullis-$(version)-1.x86_64.rpm"
}
