"""An archive: per service the exact text of its commits, chained (docs/verify.md, 10)."""
import hashlib
import json
import os
import re
from decimal import Decimal

from differences import differences

HASH = re.compile(r',"hash":"([0-9a-f]{64})"\}$')


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def derived_id(*parts):
    """A UUID version 8 of the SHA-256 of the parts."""
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    raw = bytearray(hashlib.sha256(text.encode()).digest()[:16])
    raw[6], raw[8] = raw[6] & 0x0F | 0x80, raw[8] & 0x3F | 0x80
    text = raw.hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


class Fact:
    """An event with where it stands and when it came about."""

    def __init__(self, commit, at):
        event = commit["events"][at]
        self.type, self.data = event["type"], event["data"]
        self.stream, self.version, self.at = commit["stream"], commit["version"] + at, commit["time"]


class Archive:
    """The facts of each service, and what of the chains does not follow."""

    def __init__(self, folder):
        self.facts, self.broken, self.commits, self.heads = {}, [], 0, {}
        for file in sorted(os.listdir(folder)):
            if file.endswith(".ndjson"):
                with open(os.path.join(folder, file), encoding="utf-8") as lines:
                    self.facts[file[: -len(".ndjson")]] = self.read(lines)

    def read(self, lines):
        facts, heads = [], {}
        for line in filter(None, (line.rstrip("\n") for line in lines)):
            commit = json.loads(line, parse_float=Decimal)
            self.commits += 1
            if not commit["events"]:
                continue
            before, expected = heads.get(commit["stream"], ("", 1))
            found = sha256(before + HASH.sub("}", line))
            if commit["version"] != expected or commit.get("hash", found) != found:
                self.broken.append(f"{commit['stream']} {commit['version']}")
            heads[commit["stream"]] = (found, expected + len(commit["events"]))
            facts += [Fact(commit, at) for at in range(len(commit["events"]))]
        self.heads.update(heads)
        return facts

    def of(self, service, *types):
        return [fact for fact in self.facts.get(service, []) if not types or fact.type in types]

    def streams(self, service, noun):
        found = {}
        for fact in self.of(service):
            if fact.stream.startswith(noun + "/"):
                found.setdefault(fact.stream, []).append(fact)
        return found


class Report:
    """What was recomputed of each kind, and what differs."""

    def __init__(self):
        self.checked, self.differing = {}, []

    def compare(self, kind, fact, written, found):
        self.checked[kind] = self.checked.get(kind, 0) + 1
        where = f"{fact.stream} {fact.version}" if fact else "grant"
        self.differing += [f"{where}: {line}" for line in differences(written, found, f"/{kind}")]
