# The tree that both packages are made of, in target/dist/stage/root: also what is there already is
# copied, so that each file has the time of the commit. Sourced by packaging/build.

stage_root=$stage/root
doc=usr/share/doc/portcullis

stage_tree() {
  rm -rf "$stage_root"
  mkdir -p "$stage_root"/{usr/bin,etc/portcullis,usr/share/man/man1,usr/share/man/man5,$doc}
  mkdir -p "$stage_root"/{completions,deb}
  install -m 0755 "$dist/portcullis" "$stage_root/usr/bin/portcullis"
  "$dist/portcullis" config sample >"$stage_root/etc/portcullis/portcullis.toml"
  stage_units
  stage_monitoring
  stage_manual
  stage_completions
  stage_documents
  stage_changelog
  # The same times for the same commit, whenever it is built.
  find "$stage_root" -exec touch --no-dereference --date "@$SOURCE_DATE_EPOCH" {} +
}

stage_units() {
  local lib=$stage_root/usr/lib
  install -D -m 0644 --target-directory="$lib/systemd/system" systemd/portcullis.{service,socket}
  install -D -m 0644 systemd/portcullis.sysusers "$lib/sysusers.d/portcullis.conf"
  install -D -m 0644 systemd/portcullis.tmpfiles "$lib/tmpfiles.d/portcullis.conf"
}

stage_monitoring() {
  mkdir -p "$stage_root/usr/share/portcullis"
  cp -r packaging/grafana packaging/prometheus "$stage_root/usr/share/portcullis/"
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
  install -D -m 0644 LICENSE "$stage_root/usr/share/licenses/portcullis/LICENSE"
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
