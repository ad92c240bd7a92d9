#!/usr/bin/env python3
"""Markdown for the measurements that stand alone: slow-flush, million, at-rest.

Fails, after printing, where an answer was wrong or a bar was missed.
"""

import json
import sys
from pathlib import Path
from statistics import median


def figures(directory, *names):
    return {name: json.loads((Path(directory) / f"{name}.json").read_text()) for name in names}


def wrong_answers(runs):
    return [
        f"wrong answers: {run}"
        for run in runs
        if run["not_200"] or run["not_approved"] or run["broken"]
    ]


def millis(micros):
    return f"{micros / 1000:.2f} ms"


def slow_flush(directory, flush_ms, bar):
    flush_ms, bar = float(flush_ms), int(bar)
    seen = figures(directory, "verify", "load", "kills")
    load, kills = seen["load"], seen["kills"]
    print(f"Every flush {flush_ms:g} ms slower, {load['connections']} connections:\n")
    print("| | |\n|---|--:|")
    print(f"| checks/s | {load['per_second']:,.0f} |")
    print(f"| p50, p99 | {millis(load['p50_us'])}, {millis(load['p99_us'])} |")
    print(f"| CPU per check | {load['cpu_us_per_request']:.1f} µs |")
    for name, label in {
        "agent": "kill of an agent",
        "release": "its release",
        "system": "system kill switch",
    }.items():
        count, middle, worst = (kills[name][key] for key in ("count", "median_ms", "worst_ms"))
        print(
            f"| {label}, answered after (median, worst of {count}) "
            f"| {middle:.1f} ms = {middle / flush_ms:.1f} flushes, "
            f"{worst:.1f} ms = {worst / flush_ms:.1f} flushes |"
        )
    print(f"| approvals after an answered kill | {kills['approved_after_kill']} |")

    failures = wrong_answers([seen["verify"]])
    # The measured run meets agents that were stopped on purpose.
    failures += wrong_answers([dict(load, not_approved=0)])
    if load["per_second"] < bar:
        failures.append(f"{load['per_second']:,.0f} checks/s is under {bar:,}")
    if kills["approved_after_kill"]:
        failures.append("a check was approved after its kill was answered")
    return failures


def million(*directories):
    sizes = [
        figures(directory, "size", "verify", "quiet", "changing", "churn")
        for directory in directories
    ]

    def row(label, cell):
        print(f"| {label} | " + " | ".join(cell(size) for size in sizes) + " |")

    print("| permissions | " + " | ".join(f"{s['size']['permissions']:,}" for s in sizes) + " |")
    print("|---|" + "--:|" * len(sizes))
    row("start to /health 200", lambda s: f"{s['size']['health_ms']} ms")
    row("start to the first approval", lambda s: f"{s['size']['first_ms']} ms")
    row("RSS after start", lambda s: f"{s['size']['rss_start']:.0f} MiB")
    row("RSS at the end", lambda s: f"{s['size']['rss_end']:.0f} MiB")
    for name, when in {"quiet": "", "changing": ", a change each 100 ms"}.items():
        row(f"checks/s{when}", lambda s, n=name: f"{s[n]['per_second']:,.0f}")
        row(f"p50{when}", lambda s, n=name: millis(s[n]["p50_us"]))
        row(f"p99{when}", lambda s, n=name: millis(s[n]["p99_us"]))
        row(f"CPU per check{when}", lambda s, n=name: f"{s[n]['cpu_us_per_request']:.1f} µs")
    row("changes made", lambda s: f"{s['churn']['changes']}")
    row("slowest change", lambda s: f"{s['churn']['worst_ms']:.1f} ms")
    share = sizes[-1]["quiet"]["per_second"] / sizes[0]["quiet"]["per_second"]
    print(f"\nThroughput of the large one is {share:.2f} of the small one's.")
    return wrong_answers(s[name] for s in sizes for name in ("verify", "quiet", "changing"))


def at_rest(runs):
    lines = Path(runs).read_text().splitlines()
    starts, sizes = zip(*(map(float, line.split()) for line in lines), strict=True)
    print("| `portcullis demo` | median | worst |\n|---|--:|--:|")
    print(f"| start to /health 200 | {median(starts):.0f} ms | {max(starts):.0f} ms |")
    print(f"| RSS after 5 s at rest | {median(sizes):.1f} MiB | {max(sizes):.1f} MiB |")
    return []


if __name__ == "__main__":
    report = {"slow-flush": slow_flush, "million": million, "at-rest": at_rest}[sys.argv[1]]
    sys.exit("\n".join(report(*sys.argv[2:])) or None)
