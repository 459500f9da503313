package hr;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * An HR system's reader of the topic of grants, on Java 17 or later:
 *
 * <pre>KAFKA_BROKERS=kafka-1:9092 TOPIC=awards.grants.v1 GROUP=hr DATABASE=honours.db java -cp "target/classes:target/dependency/*" hr.Consumer</pre>
 *
 * It stores a grant's newest revision, and its offset in the group is committed after that: an event may come twice and none is
 * missed. TLS and SASL are settings of the client below.
 */
public final class Consumer {
  private static final Set<String> OF_GRANTS = Set.of("award-granted", "award-corrected", "award-revoked");
  private static final String ORG = Settings.of("ORG", "");

  private Consumer() {}

  public static void main(String[] args) throws SQLException {
    var honours = new Honours();
    Map<String, Object> settings = Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, Settings.of("KAFKA_BROKERS", "127.0.0.1:9092"),
        ConsumerConfig.GROUP_ID_CONFIG, Settings.of("GROUP", "hr"),
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(Settings.of("TOPIC", "awards.grants.v1")));
      while (true) {
        // A broker that is away is waited for, however long that takes.
        for (var record : consumer.poll(Duration.ofSeconds(1)))
          take(JsonParser.parseString(record.value()).getAsJsonObject(), honours);
        try {
          consumer.commitSync();
        } catch (KafkaException error) {
          // They come again, and change nothing then.
          System.err.println(error);
        }
      }
    }
  }

  private static void take(JsonObject event, Honours honours) throws SQLException {
    boolean isOurs = ORG.isEmpty() || ORG.equals(event.get("org").getAsString());
    // What a later release adds is left alone, and so are other unions' grants.
    if (!isOurs || !OF_GRANTS.contains(event.get("type").getAsString())) return;
    JsonObject data = event.getAsJsonObject("data");
    JsonObject recipient = data.getAsJsonObject("recipient");
    // Of a person an event has the id alone, the one that inbound HR was answered with.
    String known = recipient.has("externalId") ? "externalId" : "id";
    honours.store(
        data.get("grant").getAsString(),
        data.get("revision").getAsInt(),
        data.get("status").getAsString(),
        recipient.get(known).getAsString(),
        data.getAsJsonObject("honour").get("name").getAsString());
  }
}
