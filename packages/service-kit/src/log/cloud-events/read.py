"""Says of each record on a line of stdin what the official library for Python makes of it; the mode is the record's own."""
import json
import sys

from cloudevents.core.bindings.kafka import KafkaMessage, from_binary, from_structured
from cloudevents.core.formats.json import JSONFormat

for line in sys.stdin:
    record = json.loads(line)
    headers = {name: text.encode() for name, text in record["headers"].items()}
    message = KafkaMessage(headers=headers, key=record["key"], value=record["value"].encode())
    is_structured = record["headers"]["content-type"].startswith("application/cloudevents")
    event = (from_structured if is_structured else from_binary)(message, JSONFormat())
    data = event.get_data()
    print(
        json.dumps(
            {
                **{name: str(value) for name, value in event.get_attributes().items() if name != "time"},
                "time": event.get_time().isoformat(),
                "data": data if isinstance(data, dict) else json.loads(data),
            }
        )
    )
