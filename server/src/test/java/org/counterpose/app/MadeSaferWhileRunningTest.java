package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.counterpose.clinic.Need;
import org.counterpose.journeys.Journey;
import org.counterpose.store.Also;
import org.counterpose.store.AuditLine;
import org.counterpose.store.AuditTrail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Trials run on mid-back 1.0.0 at a clinic whose server serves; another process makes it safer. */
@Timeout(180)
class MadeSaferWhileRunningTest {

  private static final Path OLD = Served.HOME.resolve("programmes/mid-back");
  private static final String WHY = "A study found that it can be too much.";

  @TempDir Path folder;
  @TempDir Path output;
  private Served served;
  private SaferMidBack fix;

  /** What a command wrote and how it ended. */
  private record Ended(int exit, String out, String words) {}

  @BeforeEach
  void serve() throws IOException {
    served = Served.in(folder, InstantSource.system());
    Files.createDirectories(folder.resolve("programmes"));
    fix = SaferMidBack.in(folder.resolve("programmes"));
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private OnTrial began(int pain) {
    return OnTrial.begunIn(
        whereItIsMorning(),
        served,
        Checked.stiffAtTheDesk().with("pain-average", Integer.toString(pain)));
  }

  /** A zone whose day still has all its steps before it; the clocks here are real. */
  private static String whereItIsMorning() {
    int behind = LocalTime.now(ZoneOffset.UTC).getHour() - 8;
    return behind > 12 ? "Etc/GMT-" + (24 - behind) : "Etc/GMT%+d".formatted(behind);
  }

  private Process start(String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("apply-fix", OLD.toString()));
    arguments.add(fix.pack().folder().toString());
    arguments.addAll(List.of("--data", folder.toString()));
    arguments.addAll(List.of(options));
    return new ProcessBuilder(
            AnotherJava.command(
                List.of("-Dcounterpose.home=" + Served.HOME),
                Main.class,
                arguments.toArray(String[]::new)))
        .redirectOutput(output.resolve("out").toFile())
        .redirectError(output.resolve("words").toFile())
        .start();
  }

  private Ended run(String... options) throws Exception {
    Process process = start(options);
    int exit = process.waitFor();
    return new Ended(
        exit, Files.readString(output.resolve("out")), Files.readString(output.resolve("words")));
  }

  private Ended apply() throws Exception {
    return run("--by", "Dr. Ada Example", "--why", WHY, "--yes");
  }

  private static List<JsonNode> madeSafer(OnTrial person) {
    return StreamSupport.stream(person.read("/entries").spliterator(), false)
        .filter(entry -> entry.get("type").asText().equals("made-safer"))
        .toList();
  }

  @Test
  void without_a_yes_it_only_says_what_would_change_and_for_how_many() throws Exception {
    fix.stricterAndLess();
    OnTrial mild = began(5);
    began(8);

    Ended ended = run();

    assertThat(ended.exit()).isZero();
    assertThat(ended.out())
        .contains("mid-back 1.0.0 -> mid-back 1.0.1")
        .contains("stricter: rule 'much-pain': the rule is new")
        .contains("(less)")
        .contains("Running trials on mid-back 1.0.0: 2")
        .contains("stop 1 of them anew")
        .contains("Nothing was changed.");
    assertThat(madeSafer(mild)).isEmpty();
  }

  @Test
  void whoever_the_stricter_table_stops_is_stopped_at_once_and_the_others_do_less()
      throws Exception {
    fix.stricterAndLess();
    OnTrial mild = began(5);
    OnTrial severe = began(8);
    served.server().practice().list().share(open(severe), "main", "Sam", Also.NOTHING);
    assertThat(severe.read("/today").get("state").asText()).isEqualTo("running");

    assertThat(apply().out()).contains("Put on mid-back 1.0.1: 2.");

    assertThat(severe.read("/today").get("state").asText()).isEqualTo("stopped");
    served.server().practice().list().sumUpAll();
    var row = served.server().practice().list().row(severe.journey()).orElseThrow();
    assertThat(row.facts().need()).isEqualTo(Need.SAFETY_STOP.ordinal());
    assertThat(row.facts().version()).isEqualTo("1.0.1");
    JsonNode towel = step(mild.read("/today"), "rolled-towel");
    assertThat(towel.get("seconds").asInt()).isEqualTo(240);
  }

  private static JsonNode step(JsonNode today, String id) {
    for (JsonNode step : today.get("steps")) {
      if (step.get("step").asText().equals(id)) {
        return step;
      }
    }
    throw new AssertionError("no " + id + " in " + today);
  }

  private Journey open(OnTrial person) {
    return served.server().practice().journeys().open(person.id(), person.key()).orElseThrow();
  }

  @Test
  void a_client_that_only_adds_meets_the_new_weekly_question_at_once() throws Exception {
    fix.oneMoreQuestion();
    OnTrial mild = began(5);
    assertThat(mild.add("[" + OnTrial.rated("2026-11-22T08:00:00-05:00", 5) + "]").status())
        .isEqualTo(200);

    assertThat(apply().out()).contains("Put on mid-back 1.0.1: 1.");

    Served.Answer without = mild.add(checked(Checked.nothingWeekly()));
    assertThat(without.status()).isEqualTo(422);
    assertThat(without.body()).contains("dizzy");
    String asked = Checked.nothingWeekly().replaceFirst("\\{", "{\"dizzy\":false,");
    assertThat(mild.add(checked(asked)).status()).isEqualTo(200);
  }

  private static String checked(String safety) {
    return "[" + OnTrial.entry("weekly-check", "\"safety\":" + safety) + "]";
  }

  @Test
  void the_person_reads_who_made_what_safer_and_why_and_the_trail_keeps_it() throws Exception {
    fix.stricterAndLess();
    OnTrial mild = began(5);

    apply();

    for (String page : List.of("/today", "/progress", "/clinic")) {
      assertThat(mild.open(page).body())
          .as(page)
          .contains("Dr. Ada Example put you on a safer version of the programme.")
          .contains("The rules for when to stop are stricter.")
          .contains("Less is asked of you in:")
          .contains(WHY);
    }
    assertThat(served.get("/clinic", "Cookie", mild.cookie() + "; language=es").body())
        .contains("te pasó a una versión más segura del programa");
    assertThat(new AuditTrail(served.server().practice().database()).of(mild.journey()))
        .extracting(AuditLine::who, AuditLine::what, AuditLine::detail)
        .contains(tuple("Dr. Ada Example", "made-safer", "mid-back 1.0.0 -> 1.0.1"));
  }

  @Test
  void a_second_time_changes_nothing() throws Exception {
    fix.stricterAndLess();
    OnTrial mild = began(5);
    apply();
    String entries = mild.get("/entries").body();

    assertThat(apply().out()).contains("Put on mid-back 1.0.1: 0.");
    assertThat(mild.get("/entries").body()).isEqualTo(entries);
  }

  @Test
  void who_comes_new_begins_with_the_safer_version_once_the_server_has_it() throws Exception {
    fix.stricterAndLess();
    OnTrial mild = began(5);
    apply();
    mild.read("/today");

    assertThat(
            served
                .post(
                    "/api/v1/journeys",
                    Checked.stiffAtTheDesk().with("pain-average", "8").journey())
                .status())
        .isEqualTo(409);
  }

  @Test
  void what_is_no_safety_fix_is_refused_with_every_reason_and_nothing_changes() throws Exception {
    OnTrial mild = began(5);
    fix.pack().replace("programme.yaml", "trial: {days: 21,", "trial: {days: 14,");
    fix.pack()
        .replace(
            "programme.yaml",
            "{weeks: [300, 360, 480, 600], least: 300, most: 600,",
            "{weeks: [300, 360, 480, 900], least: 300, most: 900,");
    fix.pack()
        .replace(
            "programme.yaml",
            "when: {question: age, below: 18}",
            "when: {question: age, below: 16}");
    fix.pack()
        .replace(
            "programme.yaml",
            "{id: cancer, kind: yes-no, safety: true, weekly: true}",
            "{id: cancer, kind: yes-no, safety: true}");

    Ended ended = apply();

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.out())
        .contains("looser: rule 'under-18'")
        .contains("looser: question 'cancer': is no longer asked each week")
        .contains("the first verdict comes on day 14, came on day 21 -- the verdict rests on it")
        .contains("is 5 min, 6 min, 8 min, 15 min (more) -- it is not plainly less")
        .contains("Nothing was changed.");
    assertThat(madeSafer(mild)).isEmpty();
  }

  @Test
  void what_only_newcomers_meet_puts_nobody_on_another_version() throws Exception {
    OnTrial mild = began(5);
    fix.pack()
        .replace("texts/en/article.md", "A towel and a bit of floor", "A towel and some floor");

    Ended ended = apply();

    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).contains("Nothing in it concerns running trials");
    assertThat(madeSafer(mild)).isEmpty();
  }

  @Test
  void settings_that_cannot_be_read_may_name_keys_so_nothing_is_applied() throws Exception {
    fix.stricterAndLess();
    OnTrial much = began(8);
    Files.writeString(folder.resolve("clinic.yaml"), "approvedBy: [");

    Ended ended = apply();

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.words()).contains("clinic.yaml");
    assertThat(madeSafer(much)).isEmpty();
  }

  @Test
  void wrong_use_is_one_line() throws Exception {
    fix.stricterAndLess();

    for (List<String> options :
        List.of(
            List.of("--yes"), List.of("--yes", "--by", "Ada"), List.of("--yes", "--why", "x"))) {
      Ended ended = run(options.toArray(String[]::new));
      assertThat(ended.exit()).as(options.toString()).isEqualTo(2);
      assertThat(ended.words().lines()).as(options.toString()).hasSize(1);
    }
  }

  @Test
  void killed_at_any_moment_it_has_reached_all_trials_or_none() throws Exception {
    fix.stricterAndLess();
    List<OnTrial> people = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      people.add(began(5));
    }
    long seed = 7;
    Random random = new Random(seed);

    for (int round = 1; round <= 4; round++) {
      Process process = start("--by", "Ada", "--why", WHY, "--yes");
      Thread.sleep(random.nextInt(200, 1600));
      process.destroyForcibly().waitFor();
      assertThat(people.stream().map(person -> madeSafer(person).size()).distinct().toList())
          .as("round %d of seed %d", round, seed)
          .hasSize(1)
          .isSubsetOf(0, 1);
    }
    apply();

    assertThat(people).allMatch(person -> madeSafer(person).size() == 1);
    assertThat(served.get("/api/v1/health").status()).isEqualTo(200);
  }
}
