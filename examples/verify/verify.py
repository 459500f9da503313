"""Recomputes published numbers, written from docs/verify.md alone: Python 3.9 or later without packages.

    python3 verify.py vectors ../../docs/verify/vectors/*.json    every test vector; "-" reads one a line
    python3 verify.py season SCHEME.json INPUTS.json               the results of a scheme, and their digest
"""
import json
import sys
from decimal import Decimal

from canonical import digest_of, text_of
from decimals import Refused
from differences import differences
from stage import evaluate_season


def read(text):
    return json.loads(text, parse_float=Decimal)


def file(path):
    with open(path, encoding="utf-8") as source:
        return read(source.read())


def outcome(scheme, season):
    try:
        return {"results": evaluate_season(scheme, season)}
    except Refused as refused:
        return {"refused": refused.code}


def check_vectors(paths):
    """Says where a vector comes to something else, and how many there were."""
    count = wrong = 0
    for path in paths:
        for vector in map(read, sys.stdin) if path == "-" else file(path):
            expected = {key: vector[key] for key in ("results", "refused") if key in vector}
            found = differences(expected, outcome(vector["scheme"], vector["season"]))
            count, wrong = count + 1, wrong + bool(found)
            for line in found[:5]:
                print(f"{path}: {vector['name']}: {line}")
    print(f"{count} vectors, {wrong} differ")
    return 1 if wrong or not count else 0


def season(scheme, inputs):
    found = outcome(file(scheme), file(inputs))
    if "refused" in found:
        print(found["refused"], file=sys.stderr)
        return 1
    print(text_of({**found, "digest": digest_of(found["results"])}))
    return 0


def main(command="", *paths):
    if command == "vectors" and paths:
        return check_vectors(paths)
    if command == "season" and len(paths) == 2:
        return season(*paths)
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
