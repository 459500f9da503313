"""Where two values differ, as lines that a person can follow."""


def differences(expected, found, at=""):
    if isinstance(expected, dict) and isinstance(found, dict):
        keys = sorted({*expected, *found})
        return [line for key in keys for line in differences(expected.get(key), found.get(key), f"{at}/{key}")]
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        return [line for i, pair in enumerate(zip(expected, found)) for line in differences(*pair, f"{at}/{i}")]
    return [] if expected == found else [f"{at}: {expected} is written, {found} comes out"]
