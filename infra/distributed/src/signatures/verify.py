"""Says of each message on a line of stdin whether the official library accepts it (v1), and whether OpenSSL's ed25519 does (v1a)."""
import base64
import json
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from standardwebhooks import Webhook, WebhookVerificationError


def official(secret, body, headers):
    try:
        return Webhook(secret).verify(body, headers) == json.loads(body)
    except WebhookVerificationError:
        return False


def ed25519(public_key, body, headers):
    key = Ed25519PublicKey.from_public_bytes(base64.b64decode(public_key.removeprefix("whpk_")))
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.{body}".encode()
    for version, _, value in (each.partition(",") for each in headers["webhook-signature"].split(" ")):
        try:
            if version == "v1a":
                key.verify(base64.b64decode(value), signed)
                return True
        except InvalidSignature:
            continue
    return False


for line in sys.stdin:
    message = json.loads(line)
    body, headers = message["body"], message["headers"]
    print(json.dumps([official(message["secret"], body, headers), ed25519(message["publicKey"], body, headers)]))
