"""One text for one value, and its digest (docs/verify.md, 2)."""
import hashlib
import json
from decimal import Decimal


def text_of(value):
    """JSON with keys in the order of code units, no spaces, and numbers in their shortest form."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(f"{json.dumps(key, ensure_ascii=False)}:{text_of(value[key])}" for key in keys) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(map(text_of, value)) + "]"
    if isinstance(value, Decimal):
        text = format(value.normalize(), "f")
        return "0" if text == "-0" else text
    return json.dumps(value, ensure_ascii=False)


def digest_of(value):
    return hashlib.sha256(text_of(value).encode()).hexdigest()
