#!/usr/bin/env python3
"""Changes a permission every 100 ms: adds one to an agent, and takes it away in the next turn.

The permission is one that no question asks about, so every answer stays an approval. Prints JSON.
"""

import argparse
import json
import time
from pathlib import Path

from client import Client

INTERVAL_SECONDS = 0.1


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--address", required=True)
    parser.add_argument("--combos", required=True)
    parser.add_argument("--seconds", required=True, type=float)
    args = parser.parse_args()

    combos = [line.split("\t") for line in Path(args.combos).read_text().splitlines()]
    key = combos[0][0]
    agents = sorted({agent for owner, agent, _, _ in combos if owner == key})
    client = Client(args.address, key)

    started = time.monotonic()
    millis, added = [], None
    while time.monotonic() - started < args.seconds:
        before = time.perf_counter()
        if added is None:
            body = {
                "agent_id": agents[len(millis) // 2 % len(agents)],
                "action": "bench-churn",
                "resource": "bench/churn",
            }
            added = client.call("POST", "/api/admin/permissions", body)["id"]
        else:
            client.call("DELETE", f"/api/admin/permissions/{added}")
            added = None
        millis.append((time.perf_counter() - before) * 1000)
        next_turn = started + len(millis) * INTERVAL_SECONDS
        time.sleep(max(0.0, next_turn - time.monotonic()))
    print(json.dumps({"changes": len(millis), "worst_ms": max(millis)}))


if __name__ == "__main__":
    main()
