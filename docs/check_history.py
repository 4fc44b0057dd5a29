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

# What is hashed: the columns of the export, the members that they become, and how they are read.
COMMIT = ("committed_at", "committedAt", int), ("sequence", "sequence", int), ("token", "token", str)
EVENTS = {
    "o": ("opened", ("subject", "account", str), ("actor", "actor", json.loads), ("name", "name", json.loads),
          ("currency", "currency", str)),
    "p": ("posted", ("subject", "id", str), ("actor", "actor", json.loads), ("amount", "amount", int),
          ("reference", "reference", json.loads),
          ("from_account", "from", str), ("from_balance", "fromBalance", int), ("from_version", "fromVersion", int),
          ("to_account", "to", str), ("to_balance", "toBalance", int), ("to_version", "toVersion", int)),
    "c": ("closed", ("subject", "account", str), ("actor", "actor", json.loads), ("last_version", "version", int)),
}


def line(row, columns, **members):
    members.update((member, read(row[column])) for column, member, read in columns if row[column] not in ("", "NULL"))
    return json.dumps(members, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def event(row):
    name, *columns = EVENTS.get(row["event"], [row["event"]])
    return line(row, columns, event=name)


def check(rows, expected):
    sequence, digest = 0, bytes(32)
    for sequence, (number, events) in enumerate(itertools.groupby(rows, lambda row: row["sequence"]), 1):
        events = list(events)
        text = line(events[0], COMMIT, ledger="main", remit=1) + "".join(map(event, events))
        digest = hashlib.sha256(digest + text.encode()).digest()
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
