package org.counterpose.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.booking.AtDesk;
import org.counterpose.booking.BookingRequest;
import org.counterpose.booking.Person;
import org.counterpose.mail.MailServer;
import org.counterpose.people.Consent;
import org.counterpose.people.Consents;
import org.counterpose.practice.Practice;
import org.counterpose.store.SqlConsents;
import org.counterpose.store.SqlLanguages;
import org.counterpose.words.PseudoLanguage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Letters and calendars of a clinic that speaks two languages, at a real mail server. */
@Timeout(120)
class WrittenToInOnesOwnLanguageTest {

  private static final Instant NINE = Instant.parse("2026-12-01T14:00:00Z");
  private static final AtDesk DESK = new AtDesk(Set.of(), (connection, what, whose, detail) -> {});
  private static final String[] ELSEWHERE = {"Accept-Language", "he-IL,he;q=0.9,en;q=0.5"};

  /** A word of the other language. */
  private static final String OTHER = "(?s).*[\u05d0-\u05ea]{3}.*";

  @TempDir Path folder;
  final SettableClock clock = SettableClock.at("2026-11-26T15:00:00Z"); // ten in New York
  final MailServer mail = MailServer.start();
  Served served;

  @BeforeEach
  void start() {
    served =
        Served.speaking(
            PseudoLanguage.withEnglish(),
            Configuration.forTests(folder, Served.HOME).withMail(mail.smtp()),
            clock);
  }

  @AfterEach
  void close() {
    served.close();
    mail.close();
  }

  @Test
  void a_person_is_reminded_in_the_language_of_their_trial_until_they_choose_another() {
    OnTrial person = begunElsewhere();
    wantsReminders(person);
    clock.goOn(Duration.ofMinutes(21));

    MailServer.Arrived first = mail.awaitFor("sam@example.org");
    assertThat(first.subject()).matches(OTHER);
    assertThat(first.text()).matches(OTHER).doesNotContain("one tap");

    assertThat(person.send("/language", "language=en&back=/today").status()).isEqualTo(303);
    clock.goOn(Duration.ofDays(1));

    mail.await(2);
    assertThat(mail.arrivedFor("sam@example.org").getLast().text())
        .contains("one tap")
        .doesNotMatch(OTHER);
  }

  @Test
  void a_persons_calendar_is_in_their_language_whatever_program_fetches_it() {
    OnTrial person = begunElsewhere();
    String page = person.send("/reminders/feed", "").body();
    String path =
        page.replaceAll("(?s).*value=\"https?://[^/\"]+(/feed/[\\w-]{43}\\.ics)\".*", "$1");

    assertThat(served.get(path, "Accept-Language", "en").body())
        .matches(OTHER)
        .doesNotContain("A step of your plan");

    person.send("/language", "language=en&back=/today");
    assertThat(served.get(path, ELSEWHERE).body())
        .contains("A step of your plan")
        .doesNotMatch(OTHER);
  }

  @Test
  void who_booked_in_a_language_hears_of_every_change_in_it() {
    String page = bookedElsewhere();

    MailServer.Arrived booked = mail.awaitFor("ana@example.org");
    assertThat(booked.subject()).matches(OTHER);
    assertThat(booked.text()).matches(OTHER).doesNotContain("your visit is booked");
    assertThat(booked.calendar().orElseThrow().replaceAll("\r\n[ \t]", "")).matches(OTHER);

    assertThat(served.sendForm("none=1", page + "/cancel", "following=no").status()).isEqualTo(303);
    mail.await(2);
    assertThat(mail.arrivedFor("ana@example.org").getLast().text())
        .matches(OTHER)
        .doesNotContain("is cancelled");
  }

  @Test
  void a_visit_that_staff_book_is_told_in_the_language_of_the_trial_or_else_the_clinics() {
    OnTrial person = begunElsewhere();

    bookedByStaff("sam@example.org", NINE, Optional.of(person.journey()));
    bookedByStaff("eve@example.org", NINE.plus(Duration.ofDays(1)), Optional.empty());

    assertThat(mail.awaitFor("sam@example.org").text()).matches(OTHER);
    assertThat(mail.awaitFor("eve@example.org").text())
        .contains("your visit is booked")
        .doesNotMatch(OTHER);
  }

  @Test
  void who_waits_is_written_to_in_the_language_that_they_asked_in() {
    String form =
        "practitioner=anyone&from=2026-11-27&to=2026-12-20&day=1&day=2&day=3&day=4&day=5"
            + "&earliest=00:00&latest=23:59&name=Ana&email=ana@example.org";

    assertThat(sent("/wait/first-visit", form).status()).isEqualTo(303);

    assertThat(mail.awaitFor("ana@example.org").text())
        .matches(OTHER)
        .doesNotContain("waiting list");
    assertThat(practice().bookings().waitingList().all().getLast().wish().person().language())
        .contains("he");
  }

  @Test
  void the_language_is_among_what_is_kept_of_a_person_and_goes_with_it() {
    OnTrial person = begunElsewhere();
    SqlLanguages languages = new SqlLanguages(practice().database());

    assertThat(person.get("/export").body()).contains("\"language\" : \"he\"");
    assertThat(languages.of(person.journey())).contains("he");

    person.erase();
    assertThat(languages.of(person.journey())).isEmpty();
  }

  private Practice practice() {
    return served.server().practice();
  }

  private OnTrial begunElsewhere() {
    Served.Answer begun =
        served.post("/api/v1/journeys", Checked.stiffAtTheDesk().journey(), ELSEWHERE);
    return new OnTrial(
        served,
        OnTrial.json(begun.body()).get("id").asText(),
        OnTrial.json(begun.body()).get("key").asText());
  }

  private void wantsReminders(OnTrial person) {
    practice()
        .database()
        .write(
            connection -> {
              SqlConsents.contact(connection, person.journey(), "sam@example.org", clock.instant());
              Consents.giving(person.journey(), Consent.EMAIL_REMINDERS, clock.instant())
                  .on(connection);
              return Boolean.TRUE;
            });
    assertThat(
            person
                .send(
                    "/reminders",
                    "kind=RATING&channel=MAIL&quietFrom=23:00&quietTo=07:00&ratingAt=10:20")
                .status())
        .isLessThan(400);
  }

  private String bookedElsewhere() {
    Served.Answer booked =
        sent(
            "/book/first-visit/chiropractor/" + NINE,
            "name=Ana&email=ana@example.org&visits=1&weeks=1&key=" + UUID.randomUUID());
    assertThat(booked.status()).isEqualTo(303);
    return booked.header("Location").replace("?booked", "");
  }

  private void bookedByStaff(String email, Instant start, Optional<UUID> journey) {
    practice()
        .bookings()
        .frontDesk()
        .booking()
        .book(
            DESK,
            new BookingRequest(
                UUID.randomUUID().toString(),
                "chiropractor",
                "first-visit",
                start,
                new Person("Sam", email),
                Optional.empty()),
            journey,
            Optional.empty());
  }

  private Served.Answer sent(String page, String form) {
    return served.send(
        "POST",
        page,
        form.getBytes(UTF_8),
        "Content-Type",
        "application/x-www-form-urlencoded",
        ELSEWHERE[0],
        ELSEWHERE[1]);
  }
}
