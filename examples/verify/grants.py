"""Every grant anew: from honours over the list that named them to the decision (docs/verify.md, 10.6)."""
from archive import derived_id

PARTS = {"granted": "proposed", "referred": "referred", "provisional": "provisional"}


def recompute_grants(archive, report):
    honours, candidates, decided, expected = honours_by_source(archive), {}, {}, {}
    for fact in archive.of("awards", "award-list-drafted", "candidates-added"):
        for candidate in fact.data["candidates"]:
            candidates[fact.data["list"], candidate["candidate"]] = candidate
            told = [h for source in candidate.get("sources", []) for h in honours.get(source["stream"], [])]
            if told:
                compare_candidate(report, fact, candidate, told)
    for fact in archive.of("awards", "awards-decided"):
        decided[fact.data["decision"], fact.data["page"]] = fact.data["awards"]
        for award in fact.data["awards"]:
            known = candidates.get((fact.data["list"], award["candidate"]))
            report.compare("awards", fact, named(award), known and named(known))
    for fact in archive.of("awards", "decision-issued"):
        data = fact.data
        report.compare("decisions", fact, data["awards"], decided.get((data["decision"], data["page"])))
        for award in data["awards"]:
            name = derived_id("grant", data["decision"], award["honour"]["code"], award["recipient"]["id"])
            expected[name] = grant_of(data, award)
    compare_grants(archive, report, expected)


def named(each):
    return {"recipient": each["recipient"]["id"], "place": each.get("place")}


def honours_by_source(archive):
    """By stream, everything that an evaluation or a round ever said of its honours."""
    found = {}
    types = ("annual-evaluation-completed", "annual-evaluation-revised", "round-honours-granted")
    for fact in archive.of("quarterly-checks", *types):
        period = f"@{fact.data['period']}" if "period" in fact.data else ""
        own = [{**honour, "honour": honour["honour"] + period} for honour in fact.data["honours"]]
        found.setdefault(fact.stream, []).extend(own)
    return found


def compare_candidate(report, fact, candidate, told):
    keys = ("place", "joint", "score")
    found = [
        {**{key: unit.get(key) for key in keys}, "state": state}
        for honour in told
        if (honour["honour"], honour["group"]) == (candidate["honour"], candidate["group"])
        for part, state in PARTS.items()
        for unit in honour[part]
        if unit["unit"] == candidate["recipient"]["id"]
    ]
    written = {key: candidate.get(key) for key in (*keys, "state")}
    if written["state"] == "barred" and found:
        written["state"] = found[-1]["state"]
    report.compare("candidates", fact, written, written if written in found else (found or [None])[-1])


def grant_of(data, award):
    document = data["document"]
    grant = {key: value for key, value in award.items() if key != "candidate"}
    grant.update(decision=data["decision"], documentNumber=document["number"], grantedBy=document["grantedBy"])
    grant.update(year=data["year"], decisionDate=document["date"], validFrom=document["date"])
    if "competition" in data:
        grant["competition"] = data["competition"]
    if "validTo" in document:
        grant["validTo"] = document["validTo"]
    return grant


def compare_grants(archive, report, expected):
    """Each award of a decision is one grant, and there is no other; later revisions follow one by one."""
    granted = set()
    for own in archive.streams("awards", "grant").values():
        for at, fact in enumerate(own):
            status = fact.type.rpartition("-")[2]
            written = {key: fact.data[key] for key in ("revision", "status")}
            report.compare("revisions", fact, written, {"revision": at + 1, "status": status})
            if fact.type == "award-granted":
                granted.add(fact.data["grant"])
                rest = {k: v for k, v in fact.data.items() if k not in ("grant", "revision", "status")}
                report.compare("grants", fact, rest, expected.get(fact.data["grant"]))
    missing = [name for name in expected if name not in granted]
    if missing:
        report.compare("grants", None, [], missing)
