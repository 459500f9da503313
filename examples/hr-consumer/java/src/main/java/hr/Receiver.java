package hr;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An HR system's receiver of award webhooks, on Java 17 or later:
 *
 * <pre>WEBHOOK_SECRET=whsec_… PORT=8090 DATABASE=honours.db java -cp "target/classes:target/dependency/*" hr.Receiver</pre>
 *
 * It verifies each message (Standard Webhooks 1.0), stores a grant's newest revision, and answers 2xx once that is on disk.
 */
public final class Receiver {
  /** Older messages are refused, so that a copy of one is no use later. */
  private static final long TOLERANCE_SECONDS = 300;
  private static final int LARGEST = 64 * 1024;
  private static final Set<String> OF_GRANTS = Set.of("award-granted", "award-corrected", "award-revoked");

  private final byte[] key;
  private final Honours honours;

  private Receiver(byte[] key, Honours honours) {
    this.key = key;
    this.honours = honours;
  }

  public static void main(String[] args) throws IOException, SQLException {
    byte[] key = Base64.getDecoder().decode(Settings.of("WEBHOOK_SECRET", "").replaceFirst("^whsec_", ""));
    if (key.length < 24) throw new IllegalArgumentException("WEBHOOK_SECRET: the secret that was shown once, whsec_…");
    var receiver = new Receiver(key, new Honours());
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(Settings.of("PORT", "8090"))), 0);
    server.createContext("/", exchange -> exchange.sendResponseHeaders(receiver.answerTo(exchange), -1));
    server.start();
    System.out.println("listening on " + server.getAddress().getPort());
  }

  private int answerTo(HttpExchange exchange) {
    try {
      byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
      if (body.length > LARGEST) return 413;
      if (!isGenuine(exchange.getRequestHeaders(), body)) return 401;
      JsonObject message = JsonParser.parseString(new String(body, StandardCharsets.UTF_8)).getAsJsonObject();
      // A test message, and what a later release adds, is accepted and left alone.
      if (OF_GRANTS.contains(message.get("type").getAsString())) store(message.getAsJsonObject("data"));
      return 204;
    } catch (IOException | SQLException | GeneralSecurityException | RuntimeException error) {
      // It is sent again.
      System.err.println(error);
      return 500;
    }
  }

  private void store(JsonObject data) throws SQLException {
    // The employee number is absent once a person is erased.
    String known = data.has("externalId") ? "externalId" : "recipientId";
    honours.store(
        data.get("grant").getAsString(),
        data.get("revision").getAsInt(),
        data.get("status").getAsString(),
        data.get(known).getAsString(),
        data.get("honourName").getAsString());
  }

  /** Whether one of the signatures is that of the secret; several are sent while the secret is rotated. */
  private boolean isGenuine(Headers headers, byte[] body) throws GeneralSecurityException {
    String id = headers.getFirst("webhook-id");
    String time = headers.getFirst("webhook-timestamp");
    String signatures = headers.getFirst("webhook-signature");
    if (id == null || time == null || signatures == null || !time.matches("\\d{1,12}")) return false;
    if (Math.abs(Instant.now().getEpochSecond() - Long.parseLong(time)) > TOLERANCE_SECONDS) return false;
    var signed = new ByteArrayOutputStream();
    signed.writeBytes((id + "." + time + ".").getBytes(StandardCharsets.UTF_8));
    signed.writeBytes(body);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    byte[] expected = ("v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.toByteArray())))
        .getBytes(StandardCharsets.UTF_8);
    for (String each : signatures.split(" "))
      if (MessageDigest.isEqual(expected, each.getBytes(StandardCharsets.UTF_8))) return true;
    return false;
  }
}
