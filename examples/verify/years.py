"""Every evaluated year anew: closed periods, reviews and members into results, places and honours (docs/verify.md, 10.4)."""
from archive import derived_id
from canonical import digest_of
from checks import result_of, scored_of
from collect import all_criteria, sheet_of
from published import honours_of, published
from stage import evaluate_season


def recompute_years(archive, checks, closings, report):
    sources = Sources(archive, checks, closings)
    told = [each for own in archive.streams("quarterly-checks", "evaluation").values() for each in evaluations_of(own)]
    for pages, fact in told:
        sources.entrants[fact.data["competition"], fact.data["track"]] = [row["entrant"] for row in pages]
    for pages, fact in told:
        compare_year(report, sources, pages, fact)


class Sources:
    """What an evaluation rests on."""

    def __init__(self, archive, checks, closings):
        self.checks, self.closings, self.entrants, self.reviews = checks, closings, {}, {}
        launched = archive.of("competitions", "competition-launched")
        self.tracks = {(f.data["competition"], track["track"]): track for f in launched for track in f.data["tracks"]}
        for fact in archive.of("quarterly-checks", "review-recorded"):
            own = self.reviews.setdefault(fact.data["review"], [])
            own.append({**(own[-1] if own else {}), **fact.data["marks"]})


def evaluations_of(own):
    pages = []
    for fact in own:
        if fact.type == "annual-standings-paged":
            pages += fact.data["results"]
        elif fact.type in ("annual-evaluation-completed", "annual-evaluation-revised"):
            yield pages, fact
            pages = []


def compare_year(report, sources, pages, fact):
    data = fact.data
    competition, track = data["competition"], data["track"]
    if (competition, track) not in sources.tracks:
        report.compare("years", fact, track, None)
        return
    body = sources.tracks[competition, track]["body"]
    stages = stages_of(sources, competition, track, data.get("basis", {}), ())
    results = evaluate_season(body, {"stages": stages})
    year, known = results[-1], {row["entrant"]["entry"]: row["entrant"] for row in pages}
    found = [{"entrant": known[e["id"]], "place": e["place"], "result": result_of(e)} for e in year["entrants"]]
    report.compare("years", fact, pages, found)
    report.compare("honours", fact, data["honours"], honours_of(body, year, known))
    shown = [[known[e["id"]]["code"], e["place"], published(e["score"])] for e in year["entrants"]]
    expected = {"digest": digest_of(shown)}
    if "inputDigest" in data:
        expected["inputDigest"] = digest_of({"stages": stages})
    if "resultDigest" in data:
        expected["resultDigest"] = digest_of(results)
    report.compare("digests", fact, {key: data[key] for key in expected}, expected)


def stages_of(sources, competition, track, basis, within):
    """The stages in order: years of other tracks that this one collects, its closed periods, its year."""
    own = sources.tracks[competition, track]
    scheme, entrants = own["body"], sources.entrants
    others = [o for o in collected_tracks(scheme, track) if o not in within and (competition, o) in entrants]
    stages = [stage for o in others for stage in stages_of(sources, competition, o, basis, (*within, track))]
    everybody = [e for name in (track, *others) for e in entrants.get((competition, name), [])]
    declared = next(t["stages"] for t in scheme["tracks"] if t["id"] == track)
    for period in own["periods"]:
        of_period = [s["id"] for s in declared if any(p["id"] == period["id"] for p in s.get("periods", []))]
        closing = sources.closings.get(derived_id("round", competition, track, period["id"]))
        if closing is None or not of_period:
            continue
        standing = [standing_of(sources.checks[check], basis.get(check, 1)) for check in closing[1]]
        scored = sorted(map(scored_of, standing), key=lambda entrant: entrant["id"])
        stages.append({"track": track, "stage": of_period[0], "period": period["id"], "entrants": scored})
    annual = [s["id"] for s in declared if "periods" not in s]
    if not annual:
        return stages
    scored = [
        {
            "id": e["entry"],
            "group": e.get("group"),
            "members": sorted(m["entry"] for m in everybody if m.get("parent") == e["unit"]),
            "inputs": marks_of(sources, derived_id("review", e["entry"]), basis),
            "vetoes": [],
        }
        for e in sorted(entrants.get((competition, track), []), key=lambda e: e["entry"])
    ]
    name = "year" if "year" in annual else annual[-1]
    return [*stages, {"track": track, "stage": name, "period": None, "entrants": scored}]


def standing_of(results, revision):
    return [r for r in results if r["revision"] == revision][-1]


def marks_of(sources, review, basis):
    revision, recorded = basis.get(review, 1), sources.reviews.get(review, [])
    return recorded[revision - 1] if 0 < revision <= len(recorded) else {}


def collected_tracks(scheme, track):
    found = []
    for stage in next(t["stages"] for t in scheme["tracks"] if t["id"] == track):
        for criterion in all_criteria(sheet_of(scheme, stage)):
            source = criterion.get("measure", {}).get("from", "") if "measure" in criterion else ""
            other = source.rpartition(".")[0]
            if other and other != track and other not in found:
                found.append(other)
    return found
