#!/usr/bin/env python3
"""Engages and releases kill switches while others load the server; times each answer.

After every kill that was answered the same agent asks again, and must be denied. Prints JSON.
"""

import argparse
import json
import time
from pathlib import Path
from statistics import median

from client import Client


def timed(call, *args):
    start = time.perf_counter()
    call(*args)
    return (time.perf_counter() - start) * 1000


def summary(millis):
    return {"count": len(millis), "median_ms": median(millis), "worst_ms": max(millis)}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--address", required=True)
    parser.add_argument("--operator-token", required=True)
    parser.add_argument("--combos", required=True)
    parser.add_argument("--seconds", required=True, type=float)
    args = parser.parse_args()

    combos = [line.split("\t") for line in Path(args.combos).read_text().splitlines()]
    key = combos[0][0]
    questions = {agent: (action, resource) for _, agent, action, resource in combos}
    customer, operator = Client(args.address, key), Client(args.address, args.operator_token)
    approved_after_kill = 0

    def kill_switch(agent, enabled):
        customer.call("POST", "/api/agent/kill", {"agent_id": agent, "enabled": enabled})

    def system_switch(enabled):
        operator.call("POST", "/api/agent/system-kill-switch", {"enabled": enabled})

    def still_approved(agent):
        action, resource = questions[agent]
        body = {"agent_id": agent, "action": action, "resource": resource}
        return customer.call("POST", "/api/agents/check", body)["result"] == "approved"

    # The connections are made before anything is timed.
    for client in (customer, operator):
        client.call("GET", "/health")

    agents = iter(list(questions) * 1000)
    kills, releases, system = [], [], []
    deadline = time.monotonic() + args.seconds
    while time.monotonic() < deadline:
        agent = next(agents)
        kills.append(timed(kill_switch, agent, False))
        approved_after_kill += still_approved(agent)
        releases.append(timed(kill_switch, agent, True))
        if len(kills) % 10 == 1:
            system.append(timed(system_switch, True))
            approved_after_kill += still_approved(agent)
            system_switch(False)
        time.sleep(0.05)
    print(
        json.dumps(
            {
                "agent": summary(kills),
                "release": summary(releases),
                "system": summary(system),
                "approved_after_kill": approved_after_kill,
            }
        )
    )


if __name__ == "__main__":
    main()
