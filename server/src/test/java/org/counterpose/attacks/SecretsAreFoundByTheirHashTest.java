package org.counterpose.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No time that an answer takes tells anything of a secret: what opens something is looked up by its
 * hash, which nobody can choose, and compared in constant time where it is compared at all.
 */
class SecretsAreFoundByTheirHashTest extends Attacked {

  /** What lets somebody in, or shows that they were. */
  private static final Pattern SECRET = Pattern.compile("token|secret|password|key|link|pad|code");

  /** Whatever is named like a secret and is none. */
  private static final List<String> NO_SECRETS =
      List.of(
          "passkey.public_key",
          // Covered by a pad that only whoever sent the same request can make.
          "booking_key.sealed_token");

  /** Two that are equal up to some letter take longer to be told apart with these. */
  private static final Pattern COMPARED =
      Pattern.compile(
          "\\b(token|secret|password|signature|code|mac)(\\([^()]*\\))?\\.equals\\("
              + "|\\.key\\(\\)\\.equals\\("
              + "|\\.equals\\(\\s*[\\w.]*\\b(token|secret|password|signature|key\\(\\))\\b"
              + "|Arrays\\.equals\\([^)]*([hH]ash|token|secret|key|code)");

  @Test
  void nothing_that_opens_is_kept_but_by_its_hash() {
    List<String> columns =
        columns(
            "SELECT m.name || '.' || c.name FROM sqlite_schema m, pragma_table_info(m.name) c"
                + " WHERE m.type = 'table' ORDER BY 1");

    assertThat(columns).contains("session.token_hash", "journal.key_hash");
    assertThat(columns.stream().filter(this::isSecret))
        .containsExactlyInAnyOrderElementsOf(NO_SECRETS);
  }

  private boolean isSecret(String column) {
    String name = column.substring(column.indexOf('.') + 1);
    return SECRET.matcher(name).find() && !name.endsWith("_hash");
  }

  @Test
  void nothing_secret_is_compared_letter_by_letter() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      List<Path> files = sources.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(files).hasSizeGreaterThan(200);
      for (Path file : files) {
        assertThat(Files.readString(file).lines().filter(line -> COMPARED.matcher(line).find()))
            .as(file.toString())
            .isEmpty();
      }
    }
  }

  @Test
  void the_rule_sees_what_it_is_for() {
    for (String bad :
        List.of(
            "if (kept.token().equals(given)) {",
            "return secret.equals(other);",
            "return held.key().equals(other);",
            "filter(one -> given.equals(secret.text()))",
            "Arrays.equals(hash(), kept.keyHash())")) {
      assertThat(COMPARED.matcher(bad).find()).as(bad).isTrue();
    }
    assertThat(COMPARED.matcher("MessageDigest.isEqual(hash(), hash)").find()).isFalse();
  }
}
