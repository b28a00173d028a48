package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody is on a trial of a programme that the clinic then leaves out for newcomers. */
class TrialOnALeftOutProgrammeTest {

  private static final SettableClock NOON = SettableClock.at("2026-11-22T17:00:00Z");

  @TempDir Path data;
  @TempDir Path elsewhere;
  private OnTrial began;

  @BeforeEach
  void begin() {
    try (Served served = Served.in(data, NOON)) {
      began = OnTrial.begun(served);
    }
  }

  @Test
  void it_goes_on_and_nobody_new_begins() throws IOException {
    OwnSettings.with(data, "programmes: [ankles]");

    try (Served served = Served.in(data, NOON)) {
      OnTrial running = new OnTrial(served, began.id(), began.key());
      for (String page :
          List.of(
              "/today",
              "/progress",
              "/step/rolled-towel/night",
              "/learn/mid-back/rolled-towel",
              "/figures/mid-back/1.0.0/rolled-towel.svg")) {
        assertThat(running.open(page).status()).as(page).isEqualTo(200);
      }
      for (String page : List.of("/programmes/mid-back/check", "/learn/mid-back/rolled-towel")) {
        assertThat(served.get(page).status()).as(page).isEqualTo(404);
      }
      assertThat(warnings(served)).isEmpty();
    }
  }

  @Test
  void where_keys_are_named_and_it_is_not_signed_the_start_and_the_doctor_count_it()
      throws IOException {
    Path key = elsewhere.resolve("clinic.key");
    String keys = OwnSettings.newKey(key);
    OwnSettings.signedWrists(Files.createDirectory(data.resolve("programmes")), key);
    OwnSettings.with(data, keys + "\nprogrammes: [wrists]");

    try (Served served = Served.in(data, NOON)) {
      OnTrial running = new OnTrial(served, began.id(), began.key());
      assertThat(running.open("/today").status()).isEqualTo(409);
      assertThat(warnings(served))
          .singleElement()
          .asString()
          .contains("1 on mid-back 1.0.0, which is not here or may not be served");
    }
    StringWriter told = new StringWriter();
    DoctorCommand.tell(Configuration.forTests(data, Served.HOME), new PrintWriter(told));
    assertThat(told.toString())
        .contains("WRONG  trials: 1 cannot go on: they run on mid-back 1.0.0")
        .contains("signed where the settings name keys");
  }

  /** What the log says of it at the start. */
  private static List<String> warnings(Served served) {
    List<String> told = new ArrayList<>();
    Handler listening =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            told.add(new SimpleFormatter().formatMessage(line));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger log = Logger.getLogger(LeftOutTrials.class.getName());
    log.addHandler(listening);
    try {
      LeftOutTrials.warn(served.server());
    } finally {
      log.removeHandler(listening);
    }
    return told;
  }
}
