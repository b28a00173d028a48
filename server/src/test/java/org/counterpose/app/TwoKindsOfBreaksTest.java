package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.counterpose.library.PackToBreak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clinic's own pack that asks for two kinds of short breaks a day. */
class TwoKindsOfBreaksTest {

  private static final String CHANGE =
      """
        - id: change-position
          dose: {kind: breaks, everyMinutes: 50, least: 20, most: 60, seconds: 120}
      """;

  private static final String LOOK_FAR =
      """
        - id: look-far
          dose: {kind: breaks, everyMinutes: 30, least: 20, most: 60, seconds: 30}
          figures:
            main: change-position
          avoid: [driving, dizzy]
          sources: [own-judgement]
      """;

  @TempDir Path data;

  @Test
  void each_kind_has_a_row_and_a_button_of_its_own() throws IOException {
    PackToBreak pack = PackToBreak.in(Files.createDirectories(data.resolve("programmes")));
    pack.replace("programme.yaml", "version: \"1.0.0\"", "version: \"1.1.0\"");
    pack.replace("programme.yaml", CHANGE, LOOK_FAR + "\n" + CHANGE);
    List.of("en", "es").forEach(language -> sayTheSameOfBoth(pack, language));
    SettableClock clock = SettableClock.at("2026-11-23T12:15:00Z");
    try (Served served = Served.in(data, clock)) {
      OnTrial person = OnTrial.begun(served);
      clock.goOn(Duration.ofHours(3));

      String today = person.open("/today").body();
      assertThat(today)
          .contains("Every 30 min from 09:30 to 17:30", "Every 50 min from 09:50 to 17:30")
          .containsPattern("action=\"/moved/look-far/break-\\d+\"")
          .containsPattern("action=\"/moved/change-position/break-\\d+\"");

      person.send(action(today, "look-far"), "");
      assertThat(person.open("/today").body())
          .contains(">1 of 16 so far<")
          .doesNotContain(">1 of 10 so far<");
    }
  }

  private static String action(String page, String step) {
    String from = page.substring(page.indexOf("/moved/" + step));
    return from.substring(0, from.indexOf('"'));
  }

  private static void sayTheSameOfBoth(PackToBreak pack, String language) {
    String file = "texts/" + language + "/steps.md";
    String again =
        Arrays.stream(pack.text(file).split("(?m)^(?=# )"))
            .filter(part -> part.startsWith("# steps.change-position."))
            .map(part -> part.replace("# steps.change-position.", "# steps.look-far."))
            .collect(Collectors.joining());
    pack.write(file, pack.text(file) + "\n" + again);
  }
}
