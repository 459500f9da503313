package hr;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What this HR system holds: of each grant its newest revision. */
final class Honours {
  private final PreparedStatement statement;

  Honours() throws SQLException {
    Connection database = DriverManager.getConnection("jdbc:sqlite:" + Settings.of("DATABASE", "honours.db"));
    try (var setUp = database.createStatement()) {
      setUp.execute("PRAGMA journal_mode = WAL");
      setUp.execute("PRAGMA synchronous = FULL");
      setUp.execute("""
          CREATE TABLE IF NOT EXISTS honours (
            grant_id TEXT PRIMARY KEY, revision INTEGER NOT NULL, status TEXT NOT NULL, recipient TEXT NOT NULL, honour TEXT NOT NULL)""");
    }
    statement = database.prepareStatement("""
        INSERT INTO honours VALUES (?, ?, ?, ?, ?) ON CONFLICT (grant_id) DO UPDATE
        SET revision = excluded.revision, status = excluded.status, recipient = excluded.recipient, honour = excluded.honour
        WHERE excluded.revision > honours.revision""");
  }

  /** Stores it; a repeated or an older revision changes nothing, since everything may come twice. */
  void store(String grant, int revision, String status, String recipient, String honour) throws SQLException {
    statement.setString(1, grant);
    statement.setInt(2, revision);
    statement.setString(3, status);
    statement.setString(4, recipient);
    statement.setString(5, honour);
    statement.executeUpdate();
  }
}
