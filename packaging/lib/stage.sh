# The tree that both packages are made of: what is generated, in target/dist/stage/root. Sourced by
# packaging/build.

stage_root=$stage/root
doc=usr/share/doc/portcullis

stage_tree() {
  rm -rf "$stage_root"
  mkdir -p "$stage_root"/{usr/bin,etc/portcullis,usr/share/man/man1,usr/share/man/man5,$doc}
  mkdir -p "$stage_root"/{completions,deb}
  install -m 0755 "$dist/portcullis" "$stage_root/usr/bin/portcullis"
  "$dist/portcullis" config sample >"$stage_root/etc/portcullis/portcullis.toml"
  stage_manual
  stage_completions
  stage_documents
  stage_changelog
  # The same times for the same commit, whenever it is built.
  find "$stage_root" -exec touch --no-dereference --date "@$SOURCE_DATE_EPOCH" {} +
}

stage_manual() {
  local pages=$stage_root/usr/share/man
  "$dist/portcullis" manual --to "$pages/man1" >/dev/null
  mv "$pages"/man1/*.5 "$pages/man5/"
  gzip -9n "$pages"/man1/* "$pages"/man5/*
}

stage_completions() {
  local to=$stage_root/completions
  "$dist/portcullis" completions bash >"$to/portcullis.bash"
  "$dist/portcullis" completions zsh >"$to/_portcullis"
  "$dist/portcullis" completions fish >"$to/portcullis.fish"
}

stage_documents() {
  cp README.md docs/*.md "$stage_root/$doc/"
  python3 packaging/lib/inventory.py "$stage_root/$doc"
  cp "$stage_root/$doc/sbom.cdx.json" "$dist/portcullis-$(version).cdx.json"
  cp "$stage_root/$doc/THIRD-PARTY.txt" "$dist/"
}

# Debian wants a change log in its own form; what changed stands in ours.
stage_changelog() {
  gzip -9n >"$stage_root/deb/changelog.gz" <<END
portcullis ($(version)) unstable; urgency=medium

  * What changed is in /usr/share/doc/portcullis/CHANGELOG.md.

 -- The Portcullis maintainers <maintainers@portcullis.invalid>  $(date -R -d "@$SOURCE_DATE_EPOCH")
END
  cp CHANGELOG.md "$stage_root/$doc/"
}
