"""Recomputes published numbers, written from docs/verify.md alone: Python 3.9 or later without packages.

    python3 verify.py vectors ../../docs/verify/vectors/*.json    every test vector; "-" reads one a line
    python3 verify.py season SCHEME.json INPUTS.json               the results of a scheme, and their digest
    python3 verify.py archive FOLDER                               chains, inputs, scores, places, honours, duties, grants
    python3 verify.py proof PROOF.json …                           a checkpoint's signature, what is in it, what was before
"""
import json
import sys
from decimal import Decimal

from archive import Archive, Report
from canonical import digest_of, text_of
from checks import recompute_checks, recompute_rounds
from decimals import Refused
from differences import differences
from duties import recompute_duties
from grants import recompute_grants
from merkle import faults
from stage import evaluate_season
from years import recompute_years


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


def check_archive(folder):
    """Says how much was recomputed of each kind, and where something differs."""
    archive, report = Archive(folder), Report()
    checks = recompute_checks(archive, report)
    closings = recompute_rounds(archive, checks, report)
    recompute_years(archive, checks, closings, report)
    recompute_duties(archive, report)
    recompute_grants(archive, report)
    differing = [f"{where}: does not follow from the commit before it" for where in archive.broken] + report.differing
    print("\n".join([*differing, text_of({"commits": archive.commits, **report.checked})]))
    return 1 if differing or not archive.commits else 0


def main(command="", *paths):
    if command == "vectors" and paths:
        return check_vectors(paths)
    if command == "season" and len(paths) == 2:
        return season(*paths)
    if command == "proof" and paths:
        found = {path: faults(file(path)) for path in paths}
        print("\n".join(f"{path}: {'; '.join(found[path]) or 'shown'}" for path in paths))
        return 1 if any(found.values()) else 0
    if command == "archive" and len(paths) == 1:
        return check_archive(*paths)
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
