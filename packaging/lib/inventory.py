#!/usr/bin/env python3
"""What is in the binary that others made: a CycloneDX 1.5 document and their licences.

usage: inventory.py OUT_DIR    (in the checkout; writes sbom.cdx.json and THIRD-PARTY.txt)

The crates are those that `cargo tree` finds for the target, without what only builds or tests
need; their data is that of `cargo metadata`, their checksums those of Cargo.lock. What is compiled
in and is not a crate (SQLite, mimalloc, the C library, the viewer on /docs) is added by hand below.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
import tomllib
import uuid
from datetime import datetime, timezone
from pathlib import Path

TARGET = "x86_64-unknown-linux-gnu"
LICENCE_FILE = re.compile(r"^(licen[cs]e|copying|copyright|notice|unlicense)", re.IGNORECASE)
NAMESPACE = uuid.UUID("5e0d6b1c-2a53-4d0a-9d5e-6f1f0b0f3f0a")


def main():
    out = Path(sys.argv[1])
    metadata = json.loads(run("cargo", "metadata", "--locked", "--format-version", "1",
                              "--filter-platform", TARGET))
    tree = run("cargo", "tree", "--locked", "--target", TARGET, "--edges", "normal",
               "--prefix", "none", "--format", "{p}")
    root, crates = shipped(metadata, tree)
    checksums = checksums_of(tomllib.loads(Path("Cargo.lock").read_text()))
    others = not_crates(metadata)
    when = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    document = sbom(root, crates, others, checksums, metadata["resolve"], when)
    check(document, crates)
    (out / "sbom.cdx.json").write_text(json.dumps(document, indent=1, sort_keys=True) + "\n")
    (out / "THIRD-PARTY.txt").write_text(notices(crates, others))


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def shipped(metadata, tree):
    """The program, and the crates in it, by name and version."""
    by_name = {(each["name"], each["version"]): each for each in metadata["packages"]}
    names = set()
    for line in tree.splitlines():
        name, version = line.split()[:2]
        names.add((name, version.removeprefix("v")))
    packages = [by_name[name] for name in sorted(names)]
    root_id = metadata["resolve"]["root"]
    root = next(each for each in packages if each["id"] == root_id)
    return root, [each for each in packages if each["id"] != root_id]


def checksums_of(lock):
    return {(each["name"], each["version"]): each["checksum"]
            for each in lock["package"] if "checksum" in each}


def not_crates(metadata):
    """What is linked or embedded without being a crate: name, version, licence, origin, text."""
    folders = {each["name"]: Path(each["manifest_path"]).parent for each in metadata["packages"]}
    header = (folders["libsqlite3-sys"] / "sqlite3/sqlite3.h").read_text()
    sqlite = re.search(r'#define SQLITE_VERSION\s+"([^"]+)"', header)[1]
    mimalloc = mimalloc_of(folders["libmimalloc-sys"], features_of(metadata, "libmimalloc-sys"))
    glibc = re.search(r"(\d+\.\d+)$", run("ldd", "--version").splitlines()[0])[1]
    rust = run("rustc", "--version").split()[1]
    viewer = Path("assets/vendor")
    version = re.search(r"OpenAPI Explorer \| ([\d.]+) ", (viewer / "README.md").read_text())[1]
    return [
        {"name": "sqlite", "version": sqlite, "license": "blessing", "url": "https://sqlite.org",
         "text": "SQLite is in the public domain: https://sqlite.org/copyright.html"},
        mimalloc,
        {"name": "glibc", "version": glibc, "license": "LGPL-2.1-or-later",
         "url": "https://www.gnu.org/software/libc/",
         "text": "The GNU C Library is linked statically. Its licence is the GNU Lesser General\n"
                 "Public License 2.1 or later; https://www.gnu.org/licenses/lgpl-2.1.html has the\n"
                 "text, and the distributor of the build system its source. Portcullis is\n"
                 "distributed with its whole source and the script that links it\n"
                 "(packaging/build), so it can be linked with another version of the library."},
        {"name": "rust-std", "version": rust, "license": "MIT OR Apache-2.0",
         "url": "https://github.com/rust-lang/rust",
         "text": "The Rust standard library, used under the Apache License 2.0, whose text is "
                 "below."},
        {"name": "openapi-explorer", "version": version, "license": "Apache-2.0",
         "url": "https://www.npmjs.com/package/openapi-explorer",
         "text": (viewer / "openapi-explorer/LICENSE").read_text()},
    ]


def features_of(metadata, name):
    ids = {each["id"] for each in metadata["packages"] if each["name"] == name}
    return {feature for node in metadata["resolve"]["nodes"] if node["id"] in ids
            for feature in node["features"]}


def mimalloc_of(folder, features):
    source = folder / "c_src/mimalloc" / ("v2" if "v2" in features else "v3")
    header = (source / "include/mimalloc.h").read_text()
    number = int(re.search(r"#define MI_MALLOC_VERSION\s+(\d+)", header)[1])
    version = f"{number // 10000}.{number // 100 % 100}.{number % 100}"
    return {"name": "mimalloc", "version": version, "license": "MIT",
            "url": "https://github.com/microsoft/mimalloc",
            "text": (source / "LICENSE").read_text()}


def sbom(root, crates, others, checksums, resolve, when):
    identity = hashlib.sha256(json.dumps(sorted(checksums.items())).encode()).hexdigest()
    inside = {each["id"]: purl(each) for each in [root, *crates]}
    edges = {inside[node["id"]]: sorted({inside[below["pkg"]] for below in node["deps"]
                                         if below["pkg"] in inside and is_normal(below)})
             for node in resolve["nodes"] if node["id"] in inside}
    edges[purl(root)] = sorted([*edges[purl(root)], *(f"other:{each['name']}" for each in others)])
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(NAMESPACE, identity + root['version'])}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(when, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {"type": "application", "bom-ref": purl(root), "name": root["name"],
                          "version": root["version"], "purl": purl(root),
                          "description": root["description"],
                          "licenses": [{"expression": expression(root)}]},
        },
        "components": [*(crate(each, checksums) for each in crates),
                       *(other(each) for each in others)],
        "dependencies": [{"ref": ref, "dependsOn": edges[ref]} for ref in sorted(edges)],
    }


def is_normal(below):
    return any(kind["kind"] is None for kind in below["dep_kinds"])


def crate(package, checksums):
    found = {"type": "library", "bom-ref": purl(package), "name": package["name"],
             "version": package["version"], "purl": purl(package), "scope": "required",
             "licenses": [{"expression": expression(package)}]}
    checksum = checksums.get((package["name"], package["version"]))
    if checksum:
        found["hashes"] = [{"alg": "SHA-256", "content": checksum}]
    if package["description"]:
        found["description"] = package["description"].strip()
    if package["repository"]:
        found["externalReferences"] = [{"type": "vcs", "url": package["repository"]}]
    return found


def other(each):
    return {"type": "library", "bom-ref": f"other:{each['name']}", "name": each["name"],
            "version": each["version"], "scope": "required",
            "licenses": [{"expression": each["license"]}],
            "externalReferences": [{"type": "website", "url": each["url"]}]}


def purl(package):
    return f"pkg:cargo/{package['name']}@{package['version']}"


def expression(package):
    """The licence as SPDX writes it; old crates put a slash between two."""
    licence = package["license"]
    if not licence:
        raise SystemExit(f"inventory: {purl(package)} names no licence")
    return re.sub(r"\s*/\s*", " OR ", licence)


def check(document, crates):
    refs = [each["bom-ref"] for each in document["components"]]
    if len(refs) != len(set(refs)):
        raise SystemExit("inventory: two components have one name")
    missing = [each["bom-ref"] for each in document["components"]
               if each["bom-ref"].startswith("pkg:") and "hashes" not in each]
    if missing:
        raise SystemExit(f"inventory: no checksum for {missing}")
    known = {*refs, document["metadata"]["component"]["bom-ref"]}
    for edge in document["dependencies"]:
        if unknown := {edge["ref"], *edge["dependsOn"]} - known:
            raise SystemExit(f"inventory: {edge['ref']} leads to unknown {unknown}")
    if len(crates) < 20:
        raise SystemExit(f"inventory: only {len(crates)} crates were found")


def notices(crates, others):
    """Every licence text once, after the names of those that it came with."""
    page = ["Portcullis contains the following works of others, unchanged; the source of each is\n"
            "at the address beside it.\n"]
    texts = {}
    for package in crates:
        name = f"{package['name']} {package['version']}"
        page.append(f"{name}: {expression(package)}; {package['repository'] or 'no repository'}")
        for text in licence_texts(Path(package["manifest_path"]).parent):
            texts.setdefault(normal(text), (text, []))[1].append(name)
    for each in others:
        name = f"{each['name']} {each['version']}"
        page.append(f"{name}: {each['license']}; {each['url']}")
        texts.setdefault(normal(each["text"]), (each["text"], []))[1].append(name)
    for text, names in sorted(texts.values(), key=lambda found: found[1]):
        page.append(f"\n{'=' * 80}\n{', '.join(sorted(set(names)))}\n{'-' * 80}\n{text.strip()}")
    return "\n".join(page) + "\n"


def licence_texts(folder):
    files = [each for each in sorted(folder.iterdir())
             if each.is_file() and LICENCE_FILE.match(each.name) and each.suffix != ".rs"]
    return [each.read_text(errors="replace") for each in files]


def normal(text):
    return re.sub(r"\s+", " ", text).strip().lower()


if __name__ == "__main__":
    main()
