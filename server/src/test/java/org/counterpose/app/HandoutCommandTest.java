package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.counterpose.app.HandoutCommand.Printed;
import org.counterpose.app.HandoutCommand.Wish;
import org.counterpose.handout.Paper;
import org.counterpose.handout.PrintedSheet;
import org.counterpose.library.Starter;
import org.counterpose.store.SqlLanguages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandoutCommandTest {

  @TempDir Path folder;

  @Test
  void a_programme_is_printed_with_no_data_folder_at_all() {
    try (PrintedSheet sheet = sheet(Optional.empty())) {
      assertThat(sheet.text()).contains("1. Rolled towel", "3. Wobble disc", "Day 1 is:");
      assertThat(sheet.code()).isEmpty();
    }
  }

  @Test
  void a_programme_of_the_clinics_own_is_printed_too() throws IOException {
    Starter.write(Files.createDirectory(folder.resolve("programmes")), "wrists");

    assertThat(text(printed("wrists", "en", Optional.empty())))
        .contains("1. Sit tall", "Preview: no clinic has signed");
  }

  @Test
  void a_persons_plan_is_printed_while_it_is_served_and_they_read_of_it() {
    try (Served served = Served.in(folder, InstantSource.system())) {
      OnTrial ana = OnTrial.begun(served);
      try (PrintedSheet sheet = sheet(Optional.of(ana.journey()))) {
        assertThat(sheet.text()).contains("1. Rolled towel").doesNotContain("Day 1 is:");
      }
      assertThat(ana.open("/privacy-settings").body()).contains("printed your plan");
    }
  }

  @Test
  void it_is_in_the_language_that_they_read_unless_another_is_named() {
    try (Served served = Served.in(folder, InstantSource.system())) {
      OnTrial ana = OnTrial.begun(served);
      new SqlLanguages(served.server().practice().database()).choose(ana.journey(), "es");

      assertThat(text(printed("mid-back", null, Optional.of(ana.journey()))))
          .contains("1. Toalla enrollada");
      assertThat(text(printed("mid-back", "en", Optional.of(ana.journey()))))
          .contains("1. Rolled towel");
    }
    assertThat(text(printed("mid-back", null, Optional.empty()))).contains("1. Rolled towel");
  }

  @Test
  void somebody_who_is_not_kept_is_told() {
    Served.in(folder, InstantSource.system()).close();
    UUID nobody = UUID.randomUUID();
    assertThat(printed("mid-back", "en", Optional.of(nobody)))
        .isEqualTo(new Printed.Refused("There is no journey " + nobody + "."));
  }

  @Test
  void what_is_not_there_is_wrong_use() {
    assertThatThrownBy(() -> printed("elbows", "en", Optional.empty()))
        .isInstanceOf(WrongUse.class)
        .hasMessageContaining("There is no programme 'elbows'");
    assertThatThrownBy(() -> printed("mid-back", "tlh", Optional.empty()))
        .isInstanceOf(WrongUse.class)
        .hasMessageContaining("There are no words in 'tlh'");
    Commands commands = new Commands();
    assertThat(commands.run("handout", "--programme", "mid-back", "--paper", "a5")).isEqualTo(2);
    assertThat(commands.run("handout")).isEqualTo(2);
  }

  private PrintedSheet sheet(Optional<UUID> journey) {
    return sheet(printed("mid-back", "en", journey));
  }

  private static PrintedSheet sheet(Printed printed) {
    if (printed instanceof Printed.Pdf pdf) {
      return PrintedSheet.of(pdf.bytes());
    }
    throw new AssertionError("nothing was printed, but " + printed);
  }

  private static String text(Printed printed) {
    try (PrintedSheet sheet = sheet(printed)) {
      return sheet.text();
    }
  }

  private Printed printed(String programme, @Nullable String language, Optional<UUID> journey) {
    return HandoutCommand.printed(
        Configuration.forTests(folder, Served.HOME),
        new Wish(programme, Optional.ofNullable(language), journey, Paper.A4),
        InstantSource.system());
  }
}
