#!/usr/bin/env python3
"""How long this disk takes to flush: 500 appends of 4 KiB, each followed by fdatasync.

Prints one line of JSON. This is the floor under every durable answer given alone.
"""

import json
import os
import sys
import tempfile
import time

APPENDS = 500


def main():
    block = os.urandom(4096)
    with tempfile.NamedTemporaryFile(dir=sys.argv[1]) as file:
        micros = []
        for _ in range(APPENDS):
            os.write(file.fileno(), block)
            start = time.perf_counter()
            os.fdatasync(file.fileno())
            micros.append((time.perf_counter() - start) * 1e6)
    micros.sort()
    p50, p99 = micros[APPENDS // 2], micros[APPENDS * 99 // 100]
    print(json.dumps({"kind": "flush", "p50_us": p50, "p99_us": p99}))


if __name__ == "__main__":
    main()
