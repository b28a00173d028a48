package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.AtDesk;
import org.counterpose.booking.Attendance;
import org.counterpose.booking.Bookings;
import org.counterpose.booking.Clinic;
import org.counterpose.clinic.Outcomes;
import org.counterpose.journal.Entry;
import org.counterpose.journal.Journal;
import org.counterpose.journeys.Journey;
import org.counterpose.library.ShippedPack;
import org.counterpose.plan.Today;
import org.counterpose.plan.Today.Ask;
import org.counterpose.practice.Practice;
import org.counterpose.store.ListQuery;
import org.counterpose.store.SqlClinicList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class DemoTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final ListQuery EVERYBODY =
      new ListQuery(Set.of(), Optional.empty(), Optional.empty(), "", Optional.empty(), 200);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-23T15:00:00Z", // a Monday morning in New York
        "2026-11-24T05:05:00Z", // five past midnight there
        "2026-11-24T04:55:00Z", // five to midnight
        "2026-11-01T05:30:00Z", // in the hour that comes twice
        "2027-03-14T07:10:00Z", // after the hour that is missing
        "2027-01-01T05:00:00Z"
      })
  void forty_people_are_each_on_the_day_that_their_link_says(String moment) throws Exception {
    Instant now = Instant.parse(moment);
    Configuration configuration = Configuration.forTests(folder, Served.HOME);

    List<MadeUpClinic.Link> links = MadeUpClinic.fill(configuration, now, 20261122);

    assertThat(links).hasSize(40);
    assertThat(links.subList(0, MadeUpClinic.SHOWN.size()))
        .extracting(MadeUpClinic.Link::title)
        .contains(
            ShippedPack.programme("mid-back").text("programme.title").strip(),
            ShippedPack.programme("ankles").text("programme.title").strip());
    assertThat(links.stream().map(MadeUpClinic.Link::day).distinct().count()).isGreaterThan(10);
    int rated = 0;
    try (Served served = Served.in(folder, InstantSource.fixed(now))) {
      for (MadeUpClinic.Link link : links) {
        String[] parts = link.path().split("/");
        String journey = "/api/v1/journeys/" + parts[2];
        String[] key = {"Authorization", "Bearer " + parts[3]};
        JsonNode today = JSON.readTree(served.get(journey + "/today", key).body());
        assertThat(Math.min(today.get("day").asInt(), link.of()))
            .as(link.path())
            .isEqualTo(link.day());
        assertThat(served.get(journey + "/verdict", key).status()).isEqualTo(200);
        rated +=
            (int)
                JSON
                    .readTree(served.get(journey + "/entries", key).body())
                    .findValuesAsText("type")
                    .stream()
                    .filter("rated"::equals)
                    .count();
        Served.Answer opened = served.get(link.path());
        assertThat(opened.status()).isEqualTo(303);
        String cookie = opened.header("Set-Cookie").split(";")[0];
        String page = served.get("/today", "Cookie", cookie).body();
        Today.State state =
            served
                .server()
                .practice()
                .journeys()
                .shared(UUID.fromString(parts[2]))
                .orElseThrow()
                .today(now)
                .state();
        assertThat(link.over()).isEqualTo(state instanceof Today.State.Over);
        switch (state) {
          case Today.State.Stopped stopped -> {} // whose page tells no day
          case Today.State.Over over ->
              assertThat(page).containsPattern("(your|tus) " + link.of() + " (days|días)");
          default ->
              assertThat(page)
                  .containsPattern("(day|día) " + link.day() + " (of|de) " + link.of() + "\\b");
        }
      }
      Bookings bookings = served.server().practice().bookings();
      Clinic.Service service = bookings.clinic().services().getFirst();
      LocalDate today = LocalDate.ofInstant(now, bookings.clinic().zone());
      assertThat(bookings.free(service, today, today.plusDays(15))).isNotEmpty();
      List<Appointment> visits =
          bookings
              .frontDesk()
              .sheet(
                  new AtDesk(Set.of(), (connection, what, journey, detail) -> {}),
                  today.minusDays(7),
                  today.plusDays(15))
              .appointments();
      assertThat(visits).filteredOn(visit -> visit.end().isBefore(now)).hasSizeGreaterThan(4);
      assertThat(visits).filteredOn(visit -> visit.start().isAfter(now)).hasSizeGreaterThan(4);
      assertThat(visits)
          .filteredOn(visit -> visit.end().isBefore(now))
          .noneMatch(visit -> visit.attendance() == Attendance.UNKNOWN);
      assertThat(visits).anyMatch(visit -> visit.journey().isPresent());
    }
    assertThat(rated).isGreaterThan(300);
  }

  @Test
  void whatever_anybody_did_their_plan_offered_at_that_moment() {
    Instant now = Instant.parse("2026-11-23T15:00:00Z");
    MadeUpClinic.fill(Configuration.forTests(folder, Served.HOME), now, 20261122);
    int stopped = 0;
    int ended = 0;
    int raised = 0;
    try (Served served = Served.in(folder, InstantSource.fixed(now))) {
      Practice practice = served.server().practice();
      MadeUpClinic.addThrough(practice, now, 20261122, new ReentrantLock());
      for (UUID id : ids(practice)) {
        Journey journey = practice.journeys().shared(id).orElseThrow();
        stopped += journey.journal().of(Entry.ClearedByClinic.class).toList().size();
        ended += journey.today(now).state() instanceof Today.State.Over ? 1 : 0;
        journey.journal().standing().forEach(entry -> assertOffered(journey, entry));
        raised += raisedOnOneLeg(journey.journal());
      }
    }
    assertThat(stopped).as("stops that were cleared").isPositive();
    assertThat(ended).as("trials that are over").isPositive();
    assertThat(raised).as("one leg beside both").isPositive();
  }

  /** All whose trial is kept, those too who do not share it. */
  private static List<UUID> ids(Practice practice) {
    return practice
        .database()
        .read(
            connection -> {
              List<UUID> ids = new ArrayList<>();
              try (var rows = connection.createStatement().executeQuery("SELECT id FROM journal")) {
                while (rows.next()) {
                  ids.add(UUID.fromString(rows.getString("id")));
                }
              }
              return ids;
            });
  }

  private static void assertOffered(Journey journey, Entry entry) {
    Instant at = entry.at().toInstant();
    Journal before =
        Journal.of(
            journey.journal().all().stream()
                .filter(other -> other.at().toInstant().isBefore(at))
                .toList());
    switch (entry) {
      case Entry.SessionDone done -> assertOffered(journey, before, done.step(), at);
      case Entry.Worn worn -> assertOffered(journey, before, worn.step(), at);
      case Entry.SessionStopped stop -> assertOffered(journey, before, stop.step(), at);
      case Entry.Rated rated -> assertThat(today(journey, before, at).asks()).contains(Ask.RATING);
      case Entry.Measured measured ->
          assertThat(today(journey, before, at))
              .matches(today -> today.isOpen() && today.asks().contains(Ask.MEASURES));
      case Entry.WeeklyCheck check ->
          assertThat(today(journey, before, at).asks()).contains(Ask.WEEKLY_CHECK);
      default -> {}
    }
  }

  private static void assertOffered(Journey journey, Journal before, String step, Instant at) {
    Today today = today(journey, before, at);
    assertThat(today.isOpen()).as("%s is open on day %s", journey.id(), today.day()).isTrue();
    assertThat(today.steps())
        .as("%s of %s on day %s", step, journey.id(), today.day())
        .anyMatch(
            planned ->
                planned.step().equals(step)
                    && !planned.done()
                    && !planned.dueFrom().toInstant().isAfter(at));
  }

  private static Today today(Journey journey, Journal journal, Instant at) {
    return journey.plan().at(journal, at).today();
  }

  /** How often one leg was measured beside both; it never raises more often than both. */
  private static int raisedOnOneLeg(Journal journal) {
    int pairs = 0;
    for (Entry.Measured one :
        journal
            .of(Entry.Measured.class)
            .filter(measured -> measured.measure().equals("raises-one-leg"))
            .toList()) {
      Optional<Entry.Measured> both =
          journal
              .of(Entry.Measured.class)
              .filter(measured -> measured.measure().equals("raises-both-legs"))
              .filter(measured -> !measured.at().toLocalDate().isAfter(one.at().toLocalDate()))
              .reduce((earlier, later) -> later);
      if (both.isPresent()) {
        assertThat(one.value()).isLessThanOrEqualTo(both.get().value());
        pairs++;
      }
    }
    return pairs;
  }

  @Test
  void those_who_are_through_give_the_outcomes_something_to_tell() {
    Instant now = Instant.parse("2026-11-23T15:00:00Z");
    try (Served served = Served.in(folder, InstantSource.fixed(now))) {
      Practice practice = served.server().practice();
      MadeUpClinic.addThrough(practice, now, 20261122, new ReentrantLock());

      Outcomes outcomes =
          Outcomes.of(new SqlClinicList(practice.database()), "mid-back", Set.of(), now);
      assertThat(outcomes.finished()).isEqualTo(MadeUpClinic.THROUGH);
      assertThat(practice.list().page(EVERYBODY))
          .filteredOn(row -> row.facts().since().isBefore(now.minus(Duration.ofDays(10))))
          .isNotEmpty()
          .allMatch(row -> row.seenAt().isPresent());
      assertThat(outcomes.endings().values()).allMatch(Outcomes.Share::isTold);
      assertThat(outcomes.endings().values().stream().filter(share -> share.many() > 0))
          .hasSizeGreaterThan(3);
      assertThat(outcomes.stepsDone().values()).isNotEmpty().allMatch(Outcomes.Mean::isTold);
      assertThat(outcomes.stillLogging().get(14)).matches(Outcomes.Share::isTold);
      assertThat(outcomes.looks().isTold()).isTrue();
      assertThat(outcomes.looks().median()).isPresent();
    }
  }

  @Test
  void the_same_seed_makes_the_same_people() {
    Instant now = Instant.parse("2026-11-23T15:00:00Z");

    List<Integer> one = days(MadeUpClinic.fill(configuration("one"), now, 7));
    List<Integer> again = days(MadeUpClinic.fill(configuration("again"), now, 7));
    List<Integer> other = days(MadeUpClinic.fill(configuration("other"), now, 8));

    assertThat(again).isEqualTo(one);
    assertThat(other).isNotEqualTo(one);
  }

  @Test
  void what_it_kept_is_thrown_away_when_it_is_told_to_end() throws Exception {
    Process demo = demo("0");
    try (BufferedReader out = demo.inputReader()) {
      assertThat(out.readLine()).startsWith("Counterpose answers at http://localhost:");
      assertThat(out.readLine()).startsWith("40 made-up people");
      assertThat(out.readLine()).matches("  .+, day 1 of \\d+");
      assertThat(out.readLine()).startsWith("    http://localhost:");
      assertThat(kept()).hasSize(1);

      demo.destroy();

      assertThat(demo.waitFor(90, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(kept()).isEmpty();
  }

  @Test
  void told_to_end_while_it_makes_its_people_up_it_leaves_nothing_either() throws Exception {
    Process demo = demo("0");
    while (demo.isAlive() && kept().stream().noneMatch(DemoTest::hasDatabase)) {
      Thread.onSpinWait();
    }
    assertThat(demo.isAlive()).isTrue();
    demo.destroy();

    assertThat(demo.waitFor(90, TimeUnit.SECONDS)).isTrue();
    assertThat(kept()).isEmpty();
  }

  @Test
  void where_the_port_is_taken_it_says_so_in_one_line_and_leaves_nothing() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process demo = demo(String.valueOf(other.getLocalPort()));

      assertThat(new String(demo.getErrorStream().readAllBytes()).strip().lines())
          .singleElement()
          .asString()
          .endsWith("Choose another port with --port.");
      assertThat(demo.waitFor()).isEqualTo(1);
    }
    assertThat(kept()).isEmpty();
  }

  private Process demo(String port) throws IOException {
    return new ProcessBuilder(
            AnotherJava.command(
                List.of("-Djava.io.tmpdir=" + folder, "-Dcounterpose.home=" + Served.HOME),
                Main.class,
                "demo",
                "--port",
                port))
        .start();
  }

  /** The folders of a demo that are there. */
  private List<Path> kept() throws IOException {
    List<Path> kept = new ArrayList<>();
    try (var all = Files.newDirectoryStream(folder, "counterpose-demo*")) {
      all.forEach(kept::add);
    }
    return kept;
  }

  private static boolean hasDatabase(Path kept) {
    return Files.exists(kept.resolve("counterpose.db"));
  }

  private Configuration configuration(String name) {
    return Configuration.forTests(folder.resolve(name), Served.HOME);
  }

  private static List<Integer> days(List<MadeUpClinic.Link> links) {
    return links.stream().map(MadeUpClinic.Link::day).toList();
  }
}
