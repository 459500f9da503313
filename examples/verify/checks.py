"""Every sealed result and every closed round anew (docs/verify.md, 10.2 and 10.3)."""
from canonical import digest_of, text_of
from entered import Entered
from published import honours_of
from stage import evaluate_stage


def scored_of(sealed):
    entrant = sealed["entrant"]
    return {"id": entrant["entry"], "group": entrant.get("group"), "inputs": sealed["inputs"], "vetoes": sealed["vetoes"]}


def result_of(result):
    return {key: value for key, value in result.items() if key not in ("id", "group", "place")}


def unsigned(inputs):
    return {i: {key: mark[key] for key in mark if key not in ("by", "at")} for i, mark in inputs.items()}


def recompute_checks(archive, report):
    """By check, its results in the order in which they came to stand."""
    bodies = {fact.data["round"]: fact.data["body"] for fact in archive.of("quarterly-checks", "round-made")}
    found = {}
    for own in archive.streams("quarterly-checks", "check").values():
        entered, sealed, undone = Entered(), None, None
        for fact in own:
            data = fact.data
            if fact.type in ("check-sealed", "result-corrected"):
                if fact.type == "check-sealed":
                    compare_sealed(report, fact, entered, undone)
                else:
                    compare_corrected(report, fact, entered, sealed)
                compare_score(report, fact, bodies[data["round"]])
                sealed = {**data, "attempt": data.get("attempt", (sealed or {}).get("attempt")), "time": fact.at}
                found.setdefault(data["check"], []).append(sealed)
            elif fact.type == "check-unsealed" and sealed:
                entered.reopen(sealed)
                if "reason" in data and "by" in data:
                    undone = sealed
                sealed = None
            else:
                entered.apply(fact)
    return found


def compare_sealed(report, fact, entered, undone):
    data, inputs, vetoes, group = fact.data, entered.inputs(), entered.standing(), entered.group
    expected = {"inputs": inputs, "vetoes": vetoes, "group": group}
    expected["revision"] = undone["revision"] + 1 if undone else 1
    if undone:
        was = [unsigned(undone["inputs"]), undone["vetoes"], undone["entrant"].get("group")]
        if text_of(was) == text_of([unsigned(inputs), vetoes, group]):
            expected.update(inputs=undone["inputs"], vetoes=undone["vetoes"], revision=undone["revision"])
    written = {key: data[key] for key in ("inputs", "vetoes", "revision")}
    report.compare("inputs", fact, {**written, "group": data["entrant"].get("group")}, expected)


def compare_corrected(report, fact, entered, before):
    data, unexplained = fact.data, []
    on_site = {c["id"] for c in entered.criteria if c["from"] == "site-days"}
    for i in {**before["inputs"], **data["inputs"]}:
        mark = data["inputs"].get(i)
        if mark == before["inputs"].get(i):
            continue
        if mark is None or (mark != entered.days if i in on_site else mark.get("by") != data["by"]):
            unexplained.append(i)
    unexplained += [v["id"] for v in data["vetoes"] if v not in before["vetoes"] and v.get("by") != data["by"]]
    written = {"revision": data["revision"], "unexplained": unexplained}
    report.compare("inputs", fact, written, {"revision": before["revision"] + 1, "unexplained": []})


def compare_score(report, fact, body):
    data = fact.data
    ref = {key: data[key] for key in ("track", "stage", "period")}
    result = result_of(evaluate_stage(body, ref, [scored_of(data)])["entrants"][0])
    report.compare("scores", fact, data["result"], result)
    sealed = {key: data[key] for key in ("inputs", "vetoes", "revision", "scoredBy")}
    expected = {"digest": digest_of({**sealed, "result": result})}
    if "inputDigest" in data:
        given = {"inputs": data["inputs"], "vetoes": data["vetoes"], "group": data["entrant"].get("group")}
        expected["inputDigest"] = digest_of(given)
    if "resultDigest" in data:
        expected["resultDigest"] = digest_of(result)
    report.compare("digests", fact, {key: data[key] for key in expected}, expected)


def recompute_rounds(archive, checks, report):
    """By round, which checks were sealed in its last closing, and at which attempt."""
    closings = {}
    for own in archive.streams("quarterly-checks", "round").values():
        made, attempt = own[0].data, 0
        for fact in own:
            if fact.type == "round-closing":
                attempt = fact.data["attempt"]
            elif fact.type == "round-closed":
                digests = sorted(digests_of(checks, made["round"], attempt))
                written = {key: fact.data[key] for key in ("count", "digest")}
                report.compare("closings", fact, written, {"count": len(digests), "digest": digest_of(digests)})
                closings[made["round"]] = (attempt, [check for check, _ in digests])
            elif fact.type == "round-honours-granted":
                compare_honours(report, fact, made, standing_at(checks, closings[made["round"]], fact))
    return closings


def digests_of(checks, round_, attempt):
    for check, results in checks.items():
        sealed = next((r for r in results if r["round"] == round_ and r["attempt"] == attempt), None)
        if sealed:
            yield [check, sealed["digest"]]


def standing_at(checks, closing, fact):
    """The results of a closing as far as they were corrected by then: their revisions add up to `basis`."""
    attempt, names = closing
    own = [[r for r in checks[name] if r["attempt"] == attempt] for name in names]
    latest = [results[-1] for results in own]
    if sum(r["revision"] for r in latest) == fact.data["basis"]:
        return latest
    return [[r for r in results if r["time"] <= fact.at or r is results[0]][-1] for results in own]


def compare_honours(report, fact, made, standing):
    ref = {"track": made["track"], "stage": made["stage"], "period": made["period"]["id"]}
    entrants = sorted(map(scored_of, standing), key=lambda entrant: entrant["id"])
    result = evaluate_stage(made["body"], ref, entrants)
    known = {sealed["entrant"]["entry"]: sealed["entrant"] for sealed in standing}
    report.compare("honours", fact, fact.data["honours"], honours_of(made["body"], result, known))
