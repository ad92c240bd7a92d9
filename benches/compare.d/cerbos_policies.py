#!/usr/bin/env python3
"""Writes Cerbos policies that say what seed.py tells Portcullis.

One principal policy for each agent, with one rule for each permission: Cerbos' own way to say
"this principal may do this on that". A caller of Portcullis does not get to state its roles, so
roles must not carry the rule here either. (Ten resource policies that list 1,000 roles each were
tried too: within 5 % of this.)
"""

import sys
from pathlib import Path

HERE = Path(__file__).parent


def main():
    directory, agents = Path(sys.argv[1]), int(sys.argv[2])
    directory.mkdir(parents=True, exist_ok=True)
    rules = "".join(
        f"    - resource: {resource}\n"
        f"      actions:\n"
        f"        - action: {action}\n"
        f"          effect: EFFECT_ALLOW\n"
        for action, resource in (
            line.split("\t") for line in (HERE / "workload.tsv").read_text().splitlines()
        )
    )
    for number in range(agents):
        agent = f"agent-{number:04}"
        (directory / f"{agent}.yaml").write_text(
            "apiVersion: api.cerbos.dev/v1\n"
            "principalPolicy:\n"
            f"  principal: {agent}\n"
            "  version: default\n"
            "  rules:\n" + rules
        )


if __name__ == "__main__":
    main()
