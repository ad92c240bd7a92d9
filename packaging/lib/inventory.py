#!/usr/bin/env python3
"""What is in the binary that others made: a CycloneDX 1.5 document and their licences.

usage: inventory.py OUT_DIR         (in the checkout; writes sbom.cdx.json and THIRD-PARTY.txt)
       inventory.py --components    (writes assets/components.json, which /api/system/about tells)

The crates are those that `cargo tree` finds for the target, without what only builds or tests
need; their data is that of `cargo metadata`, their checksums those of Cargo.lock. What is compiled
in and is not a crate (SQLite, mimalloc, the C library) is added by hand below, and the files of the
pages that others made are read from the table in assets/vendor/README.md. assets/components.json
leaves out what the machine that builds brings along: the C library and Rust's own.
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


COMPONENTS = Path("assets/components.json")
VENDOR = Path("assets/vendor")
# Where the folder has not the package's name.
PACKAGES = {"lucide": "lucide-static"}
# | what | version | licence | `folder/file`, … | why |
VENDORED = re.compile(r"^\| ([^|]+) \| (\d[\d.]*) \| ([^|]+) \| `([a-z0-9-]+)/", re.MULTILINE)


def main():
    if sys.argv[1] == "--components":
        COMPONENTS.write_text(components())
        return
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


def components():
    """What is in every build of this checkout, by name, version and licence."""
    metadata = json.loads(run("cargo", "metadata", "--locked", "--format-version", "1",
                              "--filter-platform", TARGET))
    tree = run("cargo", "tree", "--locked", "--target", TARGET, "--edges", "normal",
               "--prefix", "none", "--format", "{p}")
    _, crates = shipped(metadata, tree)
    found = [{"name": each["name"], "version": each["version"], "licence": expression(each)}
             for each in crates]
    found += [{"name": each["name"], "version": each["version"], "licence": each["license"]}
              for each in [*compiled_in(metadata), *vendored()]]
    found.sort(key=lambda each: (each["name"].lower(), each["version"]))
    lines = ",\n".join(json.dumps(each) for each in found)
    return f"[\n{lines}\n]\n"


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


def compiled_in(metadata):
    """What crates bring along that is none: name, version, licence, origin, text."""
    folders = {each["name"]: Path(each["manifest_path"]).parent for each in metadata["packages"]}
    header = (folders["libsqlite3-sys"] / "sqlite3/sqlite3.h").read_text()
    sqlite = re.search(r'#define SQLITE_VERSION\s+"([^"]+)"', header)[1]
    return [
        {"name": "sqlite", "version": sqlite, "license": "blessing", "url": "https://sqlite.org",
         "text": "SQLite is in the public domain: https://sqlite.org/copyright.html"},
        mimalloc_of(folders["libmimalloc-sys"], features_of(metadata, "libmimalloc-sys")),
    ]


def vendored():
    """The files of the pages that others made."""
    return [{"name": folder, "version": version, "license": licence,
             "url": f"https://www.npmjs.com/package/{PACKAGES.get(folder, folder)}",
             "text": (VENDOR / folder / "LICENSE").read_text()}
            for _, version, licence, folder in VENDORED.findall((VENDOR / "README.md").read_text())]


def not_crates(metadata):
    """What is linked or embedded without being a crate."""
    glibc = re.search(r"(\d+\.\d+)$", run("ldd", "--version").splitlines()[0])[1]
    rust = run("rustc", "--version").split()[1]
    return [
        *compiled_in(metadata),
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
        *vendored(),
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
