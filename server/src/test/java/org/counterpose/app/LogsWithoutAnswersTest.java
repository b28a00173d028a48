package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.counterpose.journeys.Journeys;
import org.counterpose.practice.Practice;
import org.counterpose.store.Also;
import org.counterpose.store.Appended;
import org.counterpose.store.Database;
import org.counterpose.store.Journals;
import org.counterpose.store.Kept;
import org.counterpose.store.Line;
import org.counterpose.store.NewJourney;
import org.counterpose.store.Summary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsWithoutAnswersTest {

  private static final Logger ROOT = Logger.getLogger("");

  @TempDir Path folder;
  SettableClock clock = SettableClock.at("2026-11-23T13:30:00Z");
  final List<String> log = new CopyOnWriteArrayList<>();
  final Handler listening = listening();

  @BeforeEach
  void listen() {
    Logs.set();
    ROOT.addHandler(listening);
  }

  @AfterEach
  void stopListening() {
    ROOT.removeHandler(listening);
  }

  @Test
  void neither_answers_nor_people_nor_keys_are_in_the_log() {
    String begun;
    String key;
    try (Served served = Served.in(folder, clock)) {
      begun =
          served
              .post(
                  "/api/v1/journeys",
                  Checked.stiffAtTheDesk().with("serious-signs", "[\"lump\"]").journey())
              .body();
      begun = served.post("/api/v1/journeys", Checked.stiffAtTheDesk().journey()).body();
      key = begun.replaceAll(".*\"key\":\"([^\"]*)\".*", "$1");
      String path =
          "/api/v1/journeys/" + begun.replaceAll(".*\"id\":\"([^\"]*)\".*", "$1") + "/entries";
      String head = "{\"id\":\"" + UUID.randomUUID() + "\",\"at\":\"2026-11-23T13:00:00Z\",";
      for (String entry :
          List.of(
              "\"type\":\"weekly-check\",\"safety\":"
                  + Checked.nothingWeekly()
                  + ",\"activities\":[{\"name\":\"plantedactivity\",\"score\":3}]}",
              "\"type\":\"rated\",\"pain\":\"plantedpain\"}",
              "\"type\":\"plantedtype\"}")) {
        served.post(path, "[" + head + entry + "]", "Authorization", "Bearer " + key);
      }
      served.post("/api/v1/screenings", "{\"programme\":\"plantedprogramme\",\"a\":plantedbroken");
      served.post(
          "/api/v1/appointments",
          "{\"practitioner\":\"plantedpractitioner\",\"start\":\"2026-11-24T15:00:00Z\","
              + "\"service\":\"first-visit\",\"name\":\"Planted Person\","
              + "\"email\":\"planted@person.example\"}",
          "Idempotency-Key",
          "plantedkey");
      served.get("/j/" + UUID.randomUUID() + "/" + key);
      served.server().practice().database().close();
      String rated = "[" + head + "\"type\":\"rated\",\"pain\":4}]";
      assertThat(served.post(path, rated, "Authorization", "Bearer " + key).status())
          .isEqualTo(503);
      assertThat(served.get("/api/v1/health").status()).isEqualTo(503);
    }

    String all = String.join("\n", log).toLowerCase(java.util.Locale.ROOT);
    assertThat(all).contains("the store cannot");
    assertThat(all).doesNotContain("planted", "lump", key.toLowerCase(java.util.Locale.ROOT));
  }

  @Test
  void what_nobody_expected_has_a_reference_and_its_stack_trace_stays_in_the_log()
      throws Exception {
    Configuration configuration = Configuration.forTests(folder, Served.HOME);
    Database database = Database.open(folder);
    Practice whole = Server.practice(configuration, database, clock);
    Practice broken =
        whole.with(new Journeys(whole.library(), new BrokenJournals(), clock, new SecureRandom()));
    try (Served served = Served.of(Server.start(configuration, broken))) {
      Served.Answer answer = served.post("/api/v1/journeys", Checked.stiffAtTheDesk().journey());
      Served.Answer page =
          served.get("/today", "Cookie", "journey=" + UUID.randomUUID() + "." + "A".repeat(27));

      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
      assertThat(answer.body()).doesNotContain("Exception", "at org.", "broken on purpose");
      String reference = answer.body().replaceAll("(?s).*reference: ([0-9a-f]{10}).*", "$1");
      assertThat(String.join("\n", log)).contains(reference, "broken on purpose", "\tat org.");
      assertThat(page.status()).isEqualTo(500);
      assertThat(page.body()).doesNotContain("Exception", "at org.", "broken on purpose");
    }
  }

  private Handler listening() {
    SimpleFormatter formatter = new SimpleFormatter();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            log.add(formatter.format(entry));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    handler.setLevel(Level.ALL);
    return handler;
  }

  /** A store that fails as no store should. */
  private static final class BrokenJournals implements Journals {

    @Override
    public void begin(NewJourney journey, Also also) {
      throw new IllegalStateException("broken on purpose");
    }

    @Override
    public Optional<Appended> append(UUID journey, List<Line> lines, Also also) {
      throw new IllegalStateException("broken on purpose");
    }

    @Override
    public Optional<Kept> find(UUID journey) {
      throw new IllegalStateException("broken on purpose");
    }

    @Override
    public boolean replaceKey(UUID journey, byte[] keyHash, Also also) {
      throw new IllegalStateException("broken on purpose");
    }

    @Override
    public Optional<Summary> summary(UUID journey) {
      throw new IllegalStateException("broken on purpose");
    }

    @Override
    public boolean erase(UUID journey) {
      throw new IllegalStateException("broken on purpose");
    }
  }
}
