"""Reads what strace wrote about the network, and fails at the first address beyond this machine.

    traces.py FOLDER
"""

import collections
import ipaddress
import pathlib
import re
import sys

CALL = re.compile(r"^(?:\d+ +)?(?:\[pid +\d+\] +)?(\w+)\(")
FAMILY = re.compile(r"sa_family=(AF_\w+)")
ADDRESS = re.compile(r'inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"')
# Calls whose address is where something is sent; the others name who is there already.
OUTWARD = {"connect", "sendto", "sendmsg", "sendmmsg"}
# Families that never leave the machine.
LOCAL = {"AF_UNIX", "AF_UNSPEC"}


def trouble_in(line):
    """What is wrong with a line of a trace, or None."""
    call = CALL.match(line)
    if not call:
        return None
    if call[1] == "socket":
        family = re.search(r"socket\((AF_\w+)", line)
        known = LOCAL | {"AF_INET", "AF_INET6"}
        return None if family and family[1] in known else "a socket of another family"
    if call[1] not in OUTWARD:
        return None
    families = set(FAMILY.findall(line))
    if families <= LOCAL:
        return None
    if not families <= LOCAL | {"AF_INET", "AF_INET6"}:
        return "an address of another family"
    found = ADDRESS.findall(line)
    if not found:
        return "an address that cannot be read"
    for four, six in found:
        address = ipaddress.ip_address(four or six)
        address = getattr(address, "ipv4_mapped", None) or address
        if not address.is_loopback:
            return f"an attempt to reach {address}"
    return None


def check_itself():
    """The reader must see what it is there to see."""
    inet = 'connect(9, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("%s")}, 16) = 0'
    six = (
        "sendto(9, \"x\", 1, 0, {sa_family=AF_INET6, sin6_port=htons(443), "
        'inet_pton(AF_INET6, "%s", &sin6_addr)}, 28) = 1'
    )
    assert trouble_in("12 " + inet % "198.51.100.7")
    assert trouble_in(six % "2001:db8::1")
    assert trouble_in("socket(AF_PACKET, SOCK_RAW, 768) = 3")
    assert trouble_in("12 " + inet % "127.0.0.1") is None
    assert trouble_in(six % "::1") is None
    assert trouble_in(six % "::ffff:127.0.0.1") is None
    assert trouble_in('connect(9, {sa_family=AF_UNIX, sun_path="/run/x"}, 9) = 0') is None


def main(folder):
    check_itself()
    calls, bad = collections.Counter(), []
    traces = sorted(pathlib.Path(folder).iterdir())
    for trace in traces:
        for line in trace.read_text(errors="replace").splitlines():
            call = CALL.match(line)
            if call:
                calls[call[1]] += 1
            wrong = trouble_in(line)
            if wrong:
                bad.append(f"{trace.name}: {wrong}: {line}")
    if not traces or not calls["bind"] or not calls["connect"]:
        sys.exit("the traces hold no server: nothing was proved")
    if bad:
        sys.exit("\n".join(bad))
    counted = ", ".join(f"{name} {calls[name]}" for name in ("socket", "bind", "connect"))
    print(f"  {len(traces)} processes traced: {counted}; all on this machine")


main(sys.argv[1])
