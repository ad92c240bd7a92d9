"""Tests of inventory.py: python3 -m unittest packaging/lib/inventory_test.py"""

import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import inventory


def package(name, version="1.0.0", licence="MIT", folder="/nowhere"):
    return {"id": f"id of {name}", "name": name, "version": version, "license": licence,
            "description": f" {name} \n", "repository": f"https://example.com/{name}",
            "manifest_path": f"{folder}/Cargo.toml"}


def depends(name, *below, kind=None):
    return {"id": f"id of {name}", "features": [],
            "deps": [{"pkg": f"id of {each}", "dep_kinds": [{"kind": kind}]} for each in below]}


class Shipped(unittest.TestCase):
    def test_only_what_the_tree_names_is_in(self):
        metadata = {"packages": [package("top"), package("a"), package("tests-only")],
                    "resolve": {"root": "id of top"}}
        root, crates = inventory.shipped(metadata, "top v1.0.0 (/x)\na v1.0.0\na v1.0.0 (*)\n")
        self.assertEqual(root["name"], "top")
        self.assertEqual([each["name"] for each in crates], ["a"])


class Document(unittest.TestCase):
    def made(self, crates, checksums):
        resolve = {"nodes": [depends("top", "a", "b"), depends("a", "b"),
                             depends("b", "gone"), depends("gone")]}
        other = {"name": "c-part", "version": "3", "license": "MIT", "url": "u", "text": "t"}
        return inventory.sbom(package("top"), crates, [other], checksums, resolve, 86400)

    def test_it_names_every_part_and_who_needs_it(self):
        found = self.made([package("a"), package("b", licence="MIT/Apache-2.0")],
                          {("a", "1.0.0"): "11", ("b", "1.0.0"): "22"})
        parts = {each["name"]: each for each in found["components"]}
        self.assertEqual(set(parts), {"a", "b", "c-part"})
        self.assertEqual(parts["a"]["hashes"], [{"alg": "SHA-256", "content": "11"}])
        self.assertEqual(parts["b"]["licenses"], [{"expression": "MIT OR Apache-2.0"}])
        self.assertEqual(found["metadata"]["timestamp"], "1970-01-02T00:00:00Z")
        needs = {each["ref"]: each["dependsOn"] for each in found["dependencies"]}
        self.assertEqual(needs["pkg:cargo/top@1.0.0"],
                         ["other:c-part", "pkg:cargo/a@1.0.0", "pkg:cargo/b@1.0.0"])
        self.assertEqual(needs["pkg:cargo/b@1.0.0"], [])

    def test_the_same_parts_make_the_same_document(self):
        once, again = ([self.made([package("a")], {("a", "1.0.0"): "11"}) for _ in range(2)])
        self.assertEqual(once, again)
        other = self.made([package("a")], {("a", "1.0.0"): "12"})
        self.assertNotEqual(once["serialNumber"], other["serialNumber"])

    def test_a_part_without_checksum_or_licence_is_refused(self):
        with self.assertRaises(SystemExit):
            inventory.check(self.made([package("a")], {}), [package("a")] * 20)
        with self.assertRaises(SystemExit):
            inventory.expression(package("a", licence=None))
        whole = self.made([package("a")], {("a", "1.0.0"): "11"})
        inventory.check(whole, [package("a")] * 20)
        with self.assertRaises(SystemExit):
            inventory.check(whole, [package("a")])


class Notices(unittest.TestCase):
    def test_each_text_stands_once_after_the_names_it_belongs_to(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in [("a", "Be nice.\n"), ("b", "be  nice."), ("c", "Be free.")]:
                (Path(folder) / name).mkdir()
                (Path(folder) / name / "LICENSE-MIT").write_text(text)
                (Path(folder) / name / "main.rs").write_text("not a licence")
            page = inventory.notices([package(each, folder=f"{folder}/{each}") for each in "abc"],
                                     [])
        self.assertEqual(page.lower().count("be nice."), 1)
        self.assertIn("a 1.0.0, b 1.0.0\n", page)
        self.assertIn("Be free.", page)
        self.assertNotIn("not a licence", page)


if __name__ == "__main__":
    unittest.main()
