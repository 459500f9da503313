package hr;

/** Settings are variables of the environment. */
final class Settings {
  private Settings() {}

  static String of(String name, String otherwise) {
    String value = System.getenv(name);
    return value == null || value.isEmpty() ? otherwise : value;
  }
}
