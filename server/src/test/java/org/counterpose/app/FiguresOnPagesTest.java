package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures as pages show them: drawn or from a file, and moving for those who do not mind it. */
class FiguresOnPagesTest {

  private static final Pattern ADDRESS = Pattern.compile("/figures/[^\"]+\\.svg");

  @TempDir Path folder;
  private Served served;

  @BeforeEach
  void start() {
    served = Served.in(folder, SettableClock.at("2026-11-23T12:15:00Z"));
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"change-position.svg", "change-position-moving.svg", "mat.svg"})
  void a_picture_is_served_as_one(String file) {
    Served.Answer answer = served.get("/figures/mid-back/" + file);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("image/svg+xml");
    assertThat(answer.body().contains("<animate")).isEqualTo(file.contains("-moving"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mat-moving.svg",
        "rolled-towel-moving.svg",
        "handstand.svg",
        "handstand-moving.svg",
        "-moving.svg",
        "change-position"
      })
  void what_is_not_drawn_or_does_not_move_is_not_found(String file) {
    assertThat(served.get("/figures/mid-back/" + file).status()).isEqualTo(404);
  }

  @Test
  void only_who_has_not_asked_for_less_motion_is_shown_a_movement() {
    assertThat(served.get("/learn/mid-back/thread-the-needle").body())
        .containsPattern(
            "<source media=\"\\(prefers-reduced-motion: no-preference\\)\""
                + " srcset=\"/figures/mid-back/1.0.0/thread-the-needle-under-left-moving.svg\">\\s*"
                + "<img class=\"figure\" src=\"/figures/mid-back/1.0.0/thread-the-needle-under-left.svg\"")
        .doesNotContain("thread-the-needle-start-moving");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/learn/mid-back/thread-the-needle", "/learn/mid-back/wobble-disc"})
  void every_picture_of_a_page_is_there(String page) {
    List<String> addresses =
        ADDRESS.matcher(served.get(page).body()).results().map(MatchResult::group).toList();
    assertThat(addresses)
        .isNotEmpty()
        .allSatisfy(address -> assertThat(served.get(address).status()).isEqualTo(200));
  }
}
