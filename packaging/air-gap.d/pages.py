"""Fetches every page and everything that they load, and fails when one names another origin.

    pages.py https://localhost:8443 ca.pem
"""

import re
import ssl
import sys
import urllib.parse
import urllib.request

PAGES = ["/", "/docs", "/openapi.json", "/health", "/ready", "/api/tiers", "/setup", "/console", "/portal",
         "/docs/index", "/docs/README", "/docs/search.json"]
# What a browser would fetch by itself; links that a person follows are not among them.
LOADED = re.compile(
    r"""<(?:script|img|iframe|source|audio|video|embed)\b[^>]*?\bsrc=["']([^"']+)"""
    r"""|<link\b[^>]*?\bhref=["']([^"']+)"""
    r"""|url\(["']?([^"')]+)"""
    r"""|@import\s+["']([^"']+)"""
)


def main(origin, authority):
    context = ssl.create_default_context(cafile=authority)
    to_fetch, seen, foreign, size = list(PAGES), set(), [], 0
    while to_fetch:
        path = to_fetch.pop()
        if path in seen:
            continue
        seen.add(path)
        with urllib.request.urlopen(origin + path, context=context, timeout=10) as answer:
            body, kind = answer.read(), answer.headers.get_content_type()
        size += len(body)
        if kind not in ("text/html", "text/css"):
            continue
        for match in LOADED.finditer(body.decode()):
            named = next(group for group in match.groups() if group)
            if named.startswith(("data:", "#")):
                continue
            url = urllib.parse.urljoin(origin + path, named)
            if not url.startswith(origin + "/"):
                foreign.append(f"{path} loads {named}")
                continue
            to_fetch.append(url[len(origin):].split("#")[0])
    if foreign:
        sys.exit("\n".join(foreign))
    print(f"  {len(seen)} documents, {size // 1024} KiB, all from {origin}")


main(*sys.argv[1:])
