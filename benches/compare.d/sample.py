#!/usr/bin/env python3
"""Questions for a data set that `examples/seed.rs` made: what its customers' permissions allow.

--keys has one JSON object for each customer with its "api_key". The output is a sample over all
customers with one line for each question: key, agent, action, resource.
"""

import argparse
import json
import random
from pathlib import Path

from client import Client

QUESTIONS = 20_000


def agents_of(client):
    agents, cursor = [], ""
    while True:
        page = client.call("GET", f"/api/admin/agents?limit=100{cursor}")
        agents += [agent["id"] for agent in page["data"]]
        if not page["has_more"]:
            return agents
        cursor = f"&cursor={page['next_cursor']}"


def permissions_of(client, agent):
    permissions = client.call("GET", f"/api/permissions?agent_id={agent}")
    return [(p["action"], p["resource"]) for p in permissions]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--address", required=True)
    parser.add_argument("--keys", required=True)
    parser.add_argument("--output", required=True)
    args = parser.parse_args()

    chance = random.Random(1)
    keys = [json.loads(line)["api_key"] for line in Path(args.keys).read_text().splitlines()]
    lines = []
    for key in keys:
        client = Client(args.address, key)
        agents = agents_of(client)
        wanted = max(1, QUESTIONS // len(keys) // len(permissions_of(client, agents[0])))
        for agent in chance.sample(agents, min(wanted, len(agents))):
            for action, resource in permissions_of(client, agent):
                lines.append(f"{key}\t{agent}\t{action}\t{resource}\n")
    chance.shuffle(lines)
    Path(args.output).write_text("".join(lines))


if __name__ == "__main__":
    main()
