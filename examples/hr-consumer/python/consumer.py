"""An HR system's reader of the topic of grants, on Python 3.9 or later with confluent-kafka:

    KAFKA_BROKERS=kafka-1:9092 TOPIC=awards.grants.v1 GROUP=hr DATABASE=honours.db python3 consumer.py

It stores a grant's newest revision, and its offset in the group is committed after that: an event may come twice and none is
missed. TLS and SASL are settings of the client below.
"""
import json
import os
import sys

from confluent_kafka import Consumer, KafkaException

from honours import store

ORG = os.environ.get("ORG")
consumer = Consumer(
    {
        "bootstrap.servers": os.environ.get("KAFKA_BROKERS", "127.0.0.1:9092"),
        "group.id": os.environ.get("GROUP", "hr"),
        "auto.offset.reset": "earliest",
        "enable.auto.commit": False,
        "log_level": 2,
    }
)
consumer.subscribe([os.environ.get("TOPIC", "awards.grants.v1")])
while True:
    message = consumer.poll(1)
    if message is None:
        continue
    if message.error():
        # A broker that is away is waited for, however long that takes.
        print(message.error(), file=sys.stderr)
        continue
    event = json.loads(message.value())
    # What a later release adds is left alone, and so are other unions' grants.
    if event["type"] in ("award-granted", "award-corrected", "award-revoked") and ORG in (None, event["org"]):
        data = event["data"]
        # Of a person an event has the id alone, the one that inbound HR was answered with.
        recipient = data["recipient"].get("externalId", data["recipient"]["id"])
        store(data["grant"], data["revision"], data["status"], recipient, data["honour"]["name"])
    try:
        consumer.commit(message, asynchronous=False)
    except KafkaException as error:
        # It comes again, and changes nothing then.
        print(error, file=sys.stderr)
