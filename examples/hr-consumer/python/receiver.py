"""An HR system's receiver of award webhooks, on Python 3.9 or later without packages:

    WEBHOOK_SECRET=whsec_… PORT=8090 DATABASE=honours.db python3 receiver.py

It verifies each message (Standard Webhooks 1.0), stores a grant's newest revision, and answers 2xx once that is on disk.
"""
import base64
import hashlib
import hmac
import json
import os
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

from honours import store

KEY = base64.b64decode(os.environ["WEBHOOK_SECRET"].removeprefix("whsec_"))
# Older messages are refused, so that a copy of one is no use later.
TOLERANCE_SECONDS = 300
LARGEST = 64 * 1024


def is_genuine(headers, body):
    """Whether one of the signatures is that of the secret; several are sent while the secret is rotated."""
    message, sent = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not sent.isdigit() or abs(time.time() - int(sent)) > TOLERANCE_SECONDS:
        return False
    signed = f"{message}.{sent}.".encode() + body
    expected = base64.b64encode(hmac.new(KEY, signed, hashlib.sha256).digest()).decode()
    given = (each.partition(",") for each in headers.get("webhook-signature", "").split(" "))
    return any(version == "v1" and hmac.compare_digest(value.encode(), expected.encode()) for version, _, value in given)


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        length = int(self.headers.get("content-length", 0))
        if length > LARGEST:
            return self.answer(413)
        body = self.rfile.read(length)
        if not is_genuine(self.headers, body):
            return self.answer(401)
        message = json.loads(body)
        # A test message, and what a later release adds, is accepted and left alone.
        if message["type"] in ("award-granted", "award-corrected", "award-revoked"):
            data = message["data"]
            # The employee number is absent once a person is erased.
            recipient = data.get("externalId", data["recipientId"])
            store(data["grant"], data["revision"], data["status"], recipient, data["honourName"])
        self.answer(204)

    def answer(self, status):
        self.send_response(status)
        self.end_headers()

    def log_message(self, *_):
        """No line for each message."""


server = HTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8090"))), Receiver)
print(f"listening on {server.server_port}", flush=True)
server.serve_forever()
