"""Earlier results, as later stages read them (docs/verify.md, 3.6)."""


def stage_name(track, stage, period):
    return f"{track}.{stage}" if period is None else f"{track}.{stage}.{period}"


class Closing:
    """An earlier result, looked up by entrant, group and place."""

    def __init__(self, result):
        self.result = result
        self.is_closed = not result["pending"]
        self.by_id = {e["id"]: e for e in result["entrants"]}
        self.sizes, self.shared = {}, {}
        for e in result["entrants"]:
            for key in ("track", (e["group"],)):
                self.sizes[key] = self.sizes.get(key, 0) + 1
                if e["place"] is not None:
                    self.shared[key, e["place"]] = self.shared.get((key, e["place"]), 0) + 1

    def of(self, entrant):
        return self.by_id.get(entrant)

    def size(self, key):
        return self.sizes.get(key, 0)

    def sharing(self, place, key):
        return self.shared.get((key, place), 1)

    def granted(self, honour, entrant):
        """Whether the honour was granted; None while the committee still decides."""
        own = [h for h in self.result["honours"] if h["honour"] == honour]
        if any(entrant in h["granted"] for h in own):
            return True
        return None if any(entrant in h["referred"] + h["provisional"] for h in own) else False


def index_prior(results):
    """Of several results of the same stage and period, the last counts."""
    return {stage_name(r["track"], r["stage"], r["period"]): Closing(r) for r in results}
