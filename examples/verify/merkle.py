"""The tree of RFC 6962 and checkpoints signed with Ed25519 (docs/verify.md, 11). Hashes travel in hexadecimal."""
import hashlib

import ed25519


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def leaf_hash(leaf):
    return sha256(b"\0", f"{leaf['stream']} {leaf['version']} {leaf['hash']}".encode())


def includes(leaf, index, size, path, root):
    """Whether a leaf is at `index` of a log of `size` leaves (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    at, last, found = index, size - 1, leaf
    for neighbour in path:
        if last == 0:
            return False
        if at % 2 == 1 or at == last:
            found = sha256(b"\1", neighbour, found)
            while at % 2 == 0 and at != 0:
                at, last = at // 2, last // 2
        else:
            found = sha256(b"\1", found, neighbour)
        at, last = at // 2, last // 2
    return last == 0 and found == root


def begins_with(before, root_before, size, root, path):
    """Whether the longer log begins with the shorter one (RFC 9162, 2.1.4.2)."""
    if before == 0 or before == size:
        return not path and (before == 0 or root_before == root)
    if not 0 < before < size or (not path and before & (before - 1)):
        return False
    path = [root_before, *path] if before & (before - 1) == 0 else list(path)
    at, last = before - 1, size - 1
    while at % 2 == 1:
        at, last = at // 2, last // 2
    if not path:
        return False
    old = new = path[0]
    for neighbour in path[1:]:
        if last == 0:
            return False
        if at % 2 == 1 or at == last:
            old, new = sha256(b"\1", neighbour, old), sha256(b"\1", neighbour, new)
            while at % 2 == 0 and at != 0:
                at, last = at // 2, last // 2
        else:
            new = sha256(b"\1", new, neighbour)
        at, last = at // 2, last // 2
    return last == 0 and old == root_before and new == root


def text_of_checkpoint(checkpoint):
    fields = (checkpoint[key] for key in ("service", "number", "size", "root", "before", "time"))
    return "\n".join(["jiangong checkpoint 1", *map(str, fields), ""]).encode()


def is_signed(checkpoint, keys):
    """Whether one of the public keys, which the checkpoint names by the first half of its SHA-256, signed it."""
    keys = [bytes.fromhex(key) for key in keys]
    own = [key for key in keys if sha256(key).hex()[:32] == checkpoint["key"]]
    signature = bytes.fromhex(checkpoint["signature"])
    return any(ed25519.is_signed(key, text_of_checkpoint(checkpoint), signature) for key in own)


def faults(proof):
    """What a proof `{checkpoint, keys, leaf?, index?, path?, before?, consistency?}` does not show."""
    checkpoint, found = proof["checkpoint"], []
    root, size = bytes.fromhex(checkpoint["root"]), checkpoint["size"]
    if not is_signed(checkpoint, proof["keys"]):
        found.append("the checkpoint is not signed by one of the keys")
    if "leaf" in proof:
        path = [bytes.fromhex(each) for each in proof["path"]]
        if not includes(leaf_hash(proof["leaf"]), proof["index"], size, path, root):
            found.append("the leaf is not in the checkpoint's log")
    if "before" in proof:
        before, path = proof["before"], [bytes.fromhex(each) for each in proof["consistency"]]
        if not is_signed(before, proof["keys"]):
            found.append("the earlier checkpoint is not signed by one of the keys")
        if not begins_with(before["size"], bytes.fromhex(before["root"]), size, root, path):
            found.append("the log does not begin with that of the earlier checkpoint")
    return found
