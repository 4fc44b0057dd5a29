#!/usr/bin/env python3
"""Recomputes the hashes of a ledger from its export and prints the head, or the first commit that does not fit.

usage: check_history.py history.csv [sequence:hash]

With a head that was kept it also says whether the history still leads there. See history.md.
"""
import csv
import hashlib
import itertools
import json
import sys


def text(value):
    return json.dumps(value, ensure_ascii=False)


def string(value):
    return text(json.loads(value))


# What is hashed: the columns of the export, the members that they become, and how they are written. A number and
# metadata are written as they are: metadata has the members of its own in their order, which is not that of Python.
COMMIT = ("committed_at", "committedAt", str), ("sequence", "sequence", str), ("token", "token", text)
TERMS = (("frozen", "frozen", text), ("metadata", "metadata", str), ("name", "name", string),
         ("overdraft", "overdraft", str))
ACCOUNT = ("subject", "account", text), ("actor", "actor", string)
TRANSFER = (("subject", "id", text), ("actor", "actor", string), ("amount", "amount", str),
            ("expires_at", "expiresAt", str), ("kind", "kind", text), ("metadata", "metadata", str),
            ("reference", "reference", string), ("related", "related", text),
            ("from_account", "from", text), ("from_balance", "fromBalance", str), ("from_version", "fromVersion", str),
            ("to_account", "to", text), ("to_balance", "toBalance", str), ("to_version", "toVersion", str))
MONITOR = ("subject", "monitor", text), ("actor", "actor", string)
EVENTS = {
    "o": ("opened", *ACCOUNT, ("currency", "currency", text), *TERMS),
    "t": ("changed", *ACCOUNT, *TERMS, ("revision", "revision", str)),
    "c": ("closed", *ACCOUNT, ("last_version", "version", str)),
    "p": ("posted", *TRANSFER),
    "h": ("held", *TRANSFER),
    "r": ("released", *TRANSFER),
    "m": ("created", *MONITOR, ("account", "account", text), ("below", "below", str), ("above", "above", str)),
    "u": ("deleted", *MONITOR),
    "x": ("crossed", *MONITOR, ("transfer", "transfer", text)),
}


def line(row, columns, **members):
    members.update((member, write(row[column])) for column, member, write in columns if row[column] not in ("", "NULL"))
    return "{" + ",".join(f'"{name}":{members[name]}' for name in sorted(members)) + "}\n"


def event(row):
    name, *columns = EVENTS.get(row["event"], [row["event"]])
    return line(row, columns, event=text(name))


def check(rows, expected):
    sequence, digest = 0, bytes(32)
    for sequence, (number, events) in enumerate(itertools.groupby(rows, lambda row: row["sequence"]), 1):
        events = list(events)
        form = line(events[0], COMMIT, ledger=text("main"), remit="1") + "".join(map(event, events))
        digest = hashlib.sha256(digest + form.encode()).digest()
        if int(number) != sequence or events[0]["hash"] != digest.hex():
            sys.exit(f"commit {sequence} does not fit")
        if expected.get(sequence, digest.hex()) != digest.hex():
            sys.exit(f"commit {sequence} is not the one that was expected")
    if max(expected, default=0) > sequence:
        sys.exit(f"commit {sequence} is the last one, but a later one was expected")
    print(f"{sequence}:{digest.hex()}")


with open(sys.argv[1], encoding="utf-8", newline="") as file:
    kept = (argument.split(":") for argument in sys.argv[2:])
    check(csv.DictReader(file), {int(sequence): digest for sequence, digest in kept})
