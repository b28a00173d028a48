package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeforeAStepIsBegunTest {

  private static final Pattern NEXT =
      Pattern.compile(
          "data-next=\"([^\"]+)\".*?<h2 id=\"next-title\">[^<]*</h2>\\s*<p>([^<]+)</p>",
          Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void the_card_of_what_is_next_says_who_should_leave_it_out() {
    try (Served served = Served.in(folder, SettableClock.at("2026-11-23T12:15:00Z"))) {
      String card = OnTrial.begun(served).open("/today").body();

      assertThat(card.substring(card.indexOf("data-next"), card.indexOf("class=\"how\"")))
          .contains("Who should leave it out", "Anyone with thin or weak bones");
    }
  }

  @Test
  void the_player_tells_the_dose_in_the_words_of_today() {
    try (Served served = Served.in(folder, SettableClock.at("2026-11-23T12:15:00Z"))) {
      OnTrial person = OnTrial.begun(served);
      MatchResult next =
          NEXT.matcher(person.open("/today").body()).results().findFirst().orElseThrow();

      assertThat(person.open("/step/" + next.group(1)).body())
          .contains("<p class=\"player-dose\">" + next.group(2) + "</p>");
    }
  }
}
