#!/usr/bin/env python3
"""Turns the lines that compare gathered into Markdown for docs/PERFORMANCE.md."""

import json
import os
import platform
import sys
from datetime import date
from pathlib import Path
from statistics import median

from measure import NOISY_CORES

NAMES = {"nginx": "nginx", "cerbos": "Cerbos", "portcullis": "**Portcullis**"}


def machine():
    cpu = "unknown CPU"
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            cpu = line.partition(":")[2].strip()
            break
    return f"{os.cpu_count()} cores ({cpu}), {platform.system()} {platform.release()}"


def micros(value):
    return f"{value / 1000:.1f} ms" if value >= 1000 else f"{value:.0f} µs"


class Runs:
    """The repeated runs of one server at one number of connections."""

    def __init__(self, runs):
        self.rates = [run["per_second"] for run in runs]
        self._runs = runs

    def of(self, key):
        return median(run[key] for run in self._runs)

    def row(self, name, connections):
        lowest, highest = min(self.rates), max(self.rates)
        return (
            f"| {name} | {connections} | {self.of('per_second'):,.0f} "
            f"| {lowest:,.0f}-{highest:,.0f} "
            f"| {micros(self.of('p50_us'))} | {micros(self.of('p99_us'))} "
            f"| {self.of('cpu_us_per_request'):.1f} µs "
            f"| {self.of('rss_kib') / 1024:.0f} MiB |"
        )


def main():
    lines = [json.loads(line) for line in Path(sys.argv[1]).read_text().splitlines()]
    setup = next(line for line in lines if line["kind"] == "setup")
    flushes = [line for line in lines if line["kind"] == "flush"]
    measured = [line for line in lines if line["kind"] == "run"]
    verified = [line for line in lines if line["kind"] == "verify"]

    # In the order of the runs, which is the order of the servers.
    cells = list(dict.fromkeys((run["connections"], run["server"]) for run in measured))
    cells.sort(key=lambda cell: cell[0])
    runs = {
        cell: Runs([r for r in measured if (r["connections"], r["server"]) == cell])
        for cell in cells
    }

    print(f"Measured on {date.today()}: {machine()}.")
    print(
        f"{setup['rounds']} rounds of {setup['duration']} s for each line, medians; "
        f"{setup['agents']:,} agents with 10 permissions each.\n"
    )
    print(
        "| server | connections | requests/s | lowest-highest | p50 | p99 | CPU per request | RSS |"
    )
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    for connections, server in cells:
        print(runs[connections, server].row(NAMES[server], connections))
    print()
    ratios(runs)
    print(
        f"Flush of this disk (4 KiB append, fdatasync): "
        f"median {micros(median(f['p50_us'] for f in flushes))}, "
        f"p99 {micros(median(f['p99_us'] for f in flushes))}."
    )
    answers(measured, verified)
    noise(measured)


def ratios(runs):
    rows = []
    for (connections, server), ours in runs.items():
        if server != "portcullis":
            continue
        for rival in ("nginx", "cerbos"):
            theirs = runs.get((connections, rival))
            if theirs:
                rate = ours.of("per_second") / theirs.of("per_second")
                cpu = ours.of("cpu_us_per_request") / theirs.of("cpu_us_per_request")
                rows.append(
                    f"| Portcullis / {NAMES[rival]} | {connections} | {rate:.2f} | {cpu:.2f} |"
                )
    if rows:
        print("| ratio | connections | requests/s | CPU per request |")
        print("|---|--:|--:|--:|")
        print("\n".join(rows) + "\n")


def answers(measured, verified):
    def total(lines, key):
        return sum(line[key] for line in lines)

    print(
        f"\nAnswers read one by one before and after the measured runs: "
        f"{total(verified, 'requests'):,}; "
        f"not 200: {total(verified, 'not_200')}, not approved: {total(verified, 'not_approved')}. "
        f"Measured: {total(measured, 'requests'):,}; "
        f"4xx or 5xx: {total(measured, 'not_200')}, "
        f"broken connections: {total(measured, 'broken')}."
    )


def noise(measured):
    busy = max(measured, key=lambda run: run["other_cores"])
    wrk = max(measured, key=lambda run: run["wrk_cores"])
    print(
        f"Other processes used at most {busy['other_cores']:.2f} cores during a run; "
        f"wrk at most {wrk['wrk_cores']:.2f} of one (1.0 means that the load generator, "
        f"not {NAMES[wrk['server']].strip('*')}, was the limit)."
    )
    for run in measured:
        if run["other_cores"] > NOISY_CORES:
            print(
                f"NOISY: {run['server']} at {run['connections']}: others used "
                f"{run['other_cores']:.2f} cores; run it again on a quiet machine.",
                file=sys.stderr,
            )


if __name__ == "__main__":
    main()
