package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterpose.app.TwoPlaces.Address;
import org.counterpose.app.TwoPlaces.Place;
import org.counterpose.guard.Access;
import org.counterpose.guard.AccessTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What belongs to another person or place is answered as what never was, and stays as it is. */
class AnothersThingsTest {

  /** What is asked of a thing, and how that ends for whose it is. */
  private record Ask(String body, int answered) {}

  /** Where a form says with whom and when: whoever asks names a time that is theirs to give. */
  private static final String WITH_AND_AT = "practitioner={practitioner}&at={at}&reason=because";

  private static final Map<String, Ask> ASKS =
      Map.ofEntries(
          Map.entry("GET /staff/people/{journey}", new Ask("", 200)),
          Map.entry("GET /staff/people/{journey}/summary", new Ask("", 200)),
          Map.entry("GET /staff/people/{journey}/handout", new Ask("", 200)),
          Map.entry("POST /staff/people/{journey}/note", new Ask("text=hello", 303)),
          Map.entry(
              "POST /staff/people/{journey}/adapt",
              new Ask("change-thread-the-needle=leave-out&reason=because", 303)),
          Map.entry("POST /staff/people/{journey}/pause", new Ask("reason=because", 303)),
          Map.entry("POST /staff/people/{journey}/resume", new Ask("", 303)),
          // nothing stopped the trial, so there is nothing to lift
          Map.entry("POST /staff/people/{journey}/clear", new Ask("why=seen&looked=yes", 409)),
          Map.entry("GET /staff/calendar/visits/{id}", new Ask("", 200)),
          // the visit is still to come, so nobody can have come to it
          Map.entry("POST /staff/calendar/visits/{id}/attended", new Ask("attended=arrived", 409)),
          Map.entry("POST /staff/calendar/visits/{id}/move", new Ask(WITH_AND_AT, 303)),
          Map.entry("POST /staff/calendar/visits/{id}/cancel", new Ask("reason=because", 303)),
          Map.entry("POST /staff/calendar/unblock/{id}", new Ask("", 303)),
          Map.entry("POST /staff/calendar/waiting/{id}/offer", new Ask(WITH_AND_AT, 303)),
          Map.entry("POST /staff/calendar/waiting/{id}/take-off", new Ask("", 303)),
          Map.entry("POST /visits/{visit}", new Ask("", 303)),
          Map.entry("POST /take-back/{entry}", new Ask("", 303)),
          Map.entry("GET /api/v1/journeys/{id}/today", new Ask("", 200)),
          Map.entry("GET /api/v1/journeys/{id}/entries", new Ask("", 200)),
          Map.entry("GET /api/v1/journeys/{id}/verdict", new Ask("", 200)),
          Map.entry("GET /api/v1/journeys/{id}/export", new Ask("", 200)),
          Map.entry("POST /api/v1/journeys/{id}/entries", new Ask("[{entry}]", 200)),
          Map.entry("DELETE /api/v1/journeys/{id}", new Ask("", 204)));

  /** Routes of a person's own trial whose addresses name a step of the programme, and no thing. */
  private static final String STEPS = ".*\\{step}/\\{slot}.*";

  @TempDir Path folder;
  private TwoPlaces clinic;

  @BeforeEach
  void open() {
    clinic = new TwoPlaces(folder);
  }

  @AfterEach
  void close() {
    clinic.close();
  }

  @Test
  void every_route_to_a_thing_of_somebody_is_asked() {
    assertThat(ASKS.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(ofThings(Access.STAFF), ofThings(Access.HOLDER))
                .map(AnothersThingsTest::route)
                .toList());
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void a_thing_of_another_place_is_as_one_that_never_was(Place at) {
    Asker stranger = new Asker(clinic.practitioner(at.other()), "none", at.other());
    Asker own = new Asker(clinic.practitioner(at), "none", at);

    assertThat(
            ofThings(Access.STAFF)
                .flatMap(line -> told(line, clinic.person(at), at, stranger, own))
                .toList())
        .isEmpty();
  }

  @Test
  void a_thing_of_another_person_is_as_one_that_never_was() {
    OnTrial another = clinic.person(Place.MAIN);
    Asker stranger = new Asker(another.cookie(), another.key(), Place.MAIN);

    assertThat(
            ofThings(Access.HOLDER)
                .flatMap(
                    line -> {
                      OnTrial person = clinic.person(Place.MAIN);
                      Asker own = new Asker(person.cookie(), person.key(), Place.MAIN);
                      return told(line, person, Place.MAIN, stranger, own);
                    })
                .toList())
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void no_page_of_staff_names_anybody_of_another_place(Place at) {
    OnTrial person = clinic.person(at);
    LocalDateTime visit = clinic.hour().plusHours(1);
    clinic.visit(at, person);
    clinic.blocked(at);
    clinic.waits(at);
    clinic.handedOut(at);
    String query =
        "?date=%s&who=%s&practitioner=%s&for=%s"
            .formatted(visit.toLocalDate(), at.practitioner(), at.practitioner(), person.id());

    String seen = pages(clinic.practitioner(at), query);
    String elsewhere = pages(clinic.practitioner(at.other()), query);

    for (String name : List.of("Ana", "Bea", "A talk", "Wim", "Ned")) {
      assertThat(seen).contains(at.who(name));
      assertThat(elsewhere).doesNotContain(at.who(name));
    }
    assertThat(elsewhere).doesNotContain(person.id());
  }

  /** Every page of staff that is about nothing in particular, one after another. */
  private String pages(String cookie, String query) {
    StringBuilder pages = new StringBuilder();
    for (AccessTable.Line line : AccessTable.all()) {
      if (line.access() == Access.STAFF
          && line.method().equals("GET")
          && !line.path().contains("{")) {
        for (String path : List.of(line.path(), line.path() + query)) {
          Served.Answer answer = clinic.served().get(path, "Cookie", cookie);
          assertThat(answer.status()).as(path).isEqualTo(200);
          pages.append(answer.body());
        }
      }
    }
    return pages.toString();
  }

  @Test
  void a_secret_opens_its_own_doors_and_no_other() {
    OnTrial person = clinic.person(Place.MAIN);
    Map<String, String> secrets = new LinkedHashMap<>();
    doors()
        .forEach(
            line ->
                secrets.computeIfAbsent(
                    kind(line), kind -> clinic.address(line.path(), Place.MAIN, person).thing()));
    assertThat(secrets).hasSize(8);

    List<String> opened = new ArrayList<>();
    for (AccessTable.Line line : doors().toList()) {
      Address own = clinic.address(line.path(), Place.MAIN, person);
      Address never = own.ofNothing();
      String nothing = shown(answer(line, never, ""), never);
      if (line.method().equals("GET")) {
        assertThat(answer(line, own, "").status()).as(route(line)).isEqualTo(200);
      }
      secrets.forEach(
          (kind, secret) -> {
            Address tried = own.with(own.thing().replaceFirst("^[\\w-]+", bare(secret)));
            if (!door(kind).equals(door(kind(line)))
                && !shown(answer(line, tried, ""), tried).equals(nothing)) {
              opened.add(route(line) + " by a secret of " + kind);
            }
          });
    }

    assertThat(opened).isEmpty();
  }

  private static Stream<AccessTable.Line> doors() {
    return AccessTable.all().stream()
        .filter(line -> line.access() == Access.SECRET_LINK && !line.path().contains("{key}"));
  }

  private static String kind(AccessTable.Line line) {
    return line.path()
        .replaceFirst("^/api/v1/appointments/.*", "/appointment/")
        .replaceFirst("\\{.*", "");
  }

  /** The link to a place on the waiting list opens what is offered there too. */
  private static String door(String kind) {
    return kind.equals("/offer/") ? "/waiting/" : kind;
  }

  private static String bare(String secret) {
    return secret.replaceFirst("\\.ics$", "");
  }

  private static Stream<AccessTable.Line> ofThings(Access access) {
    return AccessTable.all().stream()
        .filter(line -> line.access() == access)
        .filter(line -> line.path().contains("{") && !line.path().matches(STEPS));
  }

  private static String route(AccessTable.Line line) {
    return line.method() + " " + line.path();
  }

  /** Who asks, and the place whose calendar they write in. */
  private record Asker(String cookie, String bearer, Place at) {}

  /** What a stranger is told of something, or does to it, that they should not. */
  private Stream<String> told(
      AccessTable.Line line, OnTrial person, Place at, Asker stranger, Asker own) {
    Address theirs = clinic.address(line.path(), at, person);
    Address nothing = theirs.ofNothing();
    Ask ask = Objects.requireNonNull(ASKS.get(route(line)), route(line));
    String before = kept();
    List<String> wrong = new ArrayList<>();

    Served.Answer refused = answer(line, theirs, stranger, ask);
    Served.Answer never = answer(line, nothing, stranger, ask);
    if (refused.status() != 404) {
      wrong.add(route(line) + " told a stranger " + refused.status());
    }
    if (!shown(refused, theirs).equals(shown(never, nothing))) {
      wrong.add(route(line) + " told a stranger that there is something");
    }
    if (!kept().equals(before)) {
      wrong.add(route(line) + " did something for a stranger");
    }
    Served.Answer done = answer(line, theirs, own, ask);
    if (done.status() != ask.answered()) {
      wrong.add(route(line) + " told whose it is " + done.status());
    }
    return wrong.stream();
  }

  /**
   * What a stranger could change; what the server goes on doing by itself meanwhile is not in it.
   */
  private static final List<String> THINGS =
      List.of(
          "journal",
          "journal_entry",
          "appointment",
          "appointment_link",
          "blocked_time",
          "waiting_person",
          "time_offer",
          "consent",
          "audit",
          "staff",
          "staff_link",
          "programme_invitation",
          "calendar_feed",
          "passkey",
          "contact");

  /** All that is kept of these things. */
  private String kept() {
    return clinic
        .practice()
        .database()
        .read(
            connection -> {
              StringBuilder all = new StringBuilder();
              for (String table : THINGS) {
                try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
                  all.append('\n').append(table);
                  int columns = row.getMetaData().getColumnCount();
                  while (row.next()) {
                    all.append('\n');
                    for (int i = 1; i <= columns; i++) {
                      all.append(row.getString(i)).append('|');
                    }
                  }
                }
              }
              return all.toString();
            });
  }

  private Served.Answer answer(AccessTable.Line line, Address address, Asker asker, Ask ask) {
    String body =
        ask.body()
            .replace("{practitioner}", asker.at().practitioner())
            .replace("{at}", clinic.hour().toString())
            .replace("{entry}", OnTrial.rated(UUID.randomUUID(), "2026-11-23T12:15:00Z", 4));
    return answer(
        line, address, body, "Cookie", asker.cookie(), "Authorization", "Bearer " + asker.bearer());
  }

  private Served.Answer answer(
      AccessTable.Line line, Address address, String body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    boolean json = address.path().startsWith("/api/");
    all.addAll(
        List.of("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded"));
    return clinic
        .served()
        .send(
            line.method(),
            address.path(),
            line.method().equals("POST") ? body.getBytes(StandardCharsets.UTF_8) : null,
            all.toArray(String[]::new));
  }

  /** All that an answer shows, but for what was asked for. */
  private static String shown(Served.Answer answer, Address of) {
    String shown =
        answer.status()
            + " "
            + answer.header("Content-Type")
            + " "
            + answer.header("Location")
            + "\n"
            + answer.body();
    return of.thing().isEmpty() ? shown : shown.replace(of.thing(), "...");
  }
}
