// Real Kafka and MongoDB for tests.
