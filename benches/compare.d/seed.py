#!/usr/bin/env python3
"""Fills a fresh Portcullis through its API and writes the questions to ask it.

One customer, its limits out of the way, AGENTS agents with the ten permissions of workload.tsv
each. The output has one line for each agent and permission: key, agent, action, resource.
"""

import argparse
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from client import Client

HERE = Path(__file__).parent
THREADS = 16


def workload():
    return [line.split("\t") for line in (HERE / "workload.tsv").read_text().splitlines()]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--address", required=True, help="host:port")
    parser.add_argument("--operator-token", required=True)
    parser.add_argument("--agents", type=int, default=1000)
    parser.add_argument("--output", required=True)
    args = parser.parse_args()

    operator = Client(args.address, args.operator_token)
    registered = operator.call(
        "POST",
        "/api/customers/register",
        {"name": "Bench", "email": "bench@example.com", "subscription_tier": "enterprise"},
    )
    customer, key = registered["customer_id"], registered["api_key"]
    limits = {"max_requests_per_minute": 10_000_000, "max_agents": args.agents}
    operator.call("PATCH", f"/api/customers/{customer}", {"overrides": limits})

    def seed_agent(number):
        agent = f"agent-{number:04}"
        operator.call(
            "POST",
            f"/api/admin/agents?customer_id={customer}",
            {"id": agent, "name": f"Agent {number}", "owner": "bench"},
        )
        for action, resource in workload():
            operator.call(
                "POST",
                f"/api/admin/permissions?customer_id={customer}",
                {"agent_id": agent, "action": action, "resource": resource},
            )
        return [f"{key}\t{agent}\t{action}\t{resource}\n" for action, resource in workload()]

    with ThreadPoolExecutor(THREADS) as pool:
        lines = [line for chunk in pool.map(seed_agent, range(args.agents)) for line in chunk]
    Path(args.output).write_text("".join(lines))


if __name__ == "__main__":
    main()
