package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.counterpose.clinic.Invitations;
import org.counterpose.handout.Paper;
import org.counterpose.handout.PrintedSheet;
import org.counterpose.people.SignedIn;
import org.counterpose.practice.Practice;
import org.counterpose.store.Also;
import org.counterpose.store.SqlInvitations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody is on a trial of a programme that the clinic then leaves out for newcomers. */
class TrialOnALeftOutProgrammeTest {

  private static final SettableClock NOON = SettableClock.at("2026-11-22T17:00:00Z");

  @TempDir Path data;
  @TempDir Path elsewhere;
  private OnTrial began;
  private String invited;

  @BeforeEach
  void begin() {
    try (Served served = Served.in(data, NOON)) {
      Practice practice = served.server().practice();
      began = OnTrial.begun(served);
      practice
          .list()
          .share(
              practice.journeys().shared(began.journey()).orElseThrow(),
              "main",
              "Ana",
              Also.NOTHING);
      SignedIn.administrator(practice);
      invited =
          new Invitations(
                  new SqlInvitations(practice.database()),
                  NOON,
                  UUID::randomUUID,
                  practice.random())
              .hand(
                  new Invitations.Wish(
                      "mid-back", "main", "en", Optional.empty(), Optional.empty()),
                  practice.people().team().all().getFirst(),
                  secret -> Also.NOTHING)
              .text();
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
  void its_plan_is_printed_and_a_programme_that_is_not_its_own_is_refused() throws IOException {
    OwnSettings.with(data, "programmes: [ankles]");

    if (printed("mid-back") instanceof HandoutCommand.Printed.Pdf pdf) {
      try (PrintedSheet sheet = PrintedSheet.of(pdf.bytes())) {
        assertThat(sheet.text()).contains("1. Rolled towel");
      }
    } else {
      throw new AssertionError("nothing was printed");
    }
    assertThatThrownBy(() -> printed("ankles"))
        .isInstanceOf(WrongUse.class)
        .hasMessageContaining("follows 'mid-back'");
  }

  private HandoutCommand.Printed printed(String programme) {
    return HandoutCommand.printed(
        Configuration.forTests(data, Served.HOME),
        new HandoutCommand.Wish(
            programme, Optional.of("en"), Optional.of(began.journey()), Paper.A4),
        NOON);
  }

  @Test
  void what_came_out_of_it_can_still_be_read_by_who_sees_the_trial() throws IOException {
    OwnSettings.with(data, "programmes: [ankles]");

    try (Served served = Served.in(data, NOON)) {
      Practice practice = served.server().practice();
      String kim = SignedIn.practitioner(practice);
      String link = "href=\"/staff/outcomes?programme=mid-back\"";
      assertThat(served.get("/staff/outcomes", "Cookie", kim).body())
          .contains(link + ">")
          .contains("programme=ankles\" aria-current=\"true\"");
      assertThat(served.get("/staff/outcomes?programme=mid-back", "Cookie", kim).body())
          .contains(link + " aria-current=\"true\"");
      assertThat(served.get("/staff/outcomes?programme=elbows", "Cookie", kim).status())
          .isEqualTo(404);
      assertThat(
              served
                  .get("/staff/outcomes", "Cookie", SignedIn.practitioner(practice, "elsewhere"))
                  .body())
          .doesNotContain("mid-back");
    }
  }

  @Test
  void an_invitation_to_it_says_that_it_is_not_offered_and_not_that_it_was_used()
      throws IOException {
    OwnSettings.with(data, "programmes: [ankles]");

    try (Served served = Served.in(data, NOON)) {
      Served.Answer answer = served.get("/invited/" + invited);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body())
          .contains("This programme is not offered now")
          .doesNotContain("This link has been used");
    }
    Files.delete(data.resolve("clinic.yaml"));
    try (Served served = Served.in(data, NOON)) {
      assertThat(served.get("/invited/" + invited).status()).isEqualTo(200);
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
    assertThat(printed("mid-back"))
        .isInstanceOfSatisfying(
            HandoutCommand.Printed.Refused.class,
            refused -> assertThat(refused.why()).contains("mid-back 1.0.0 is no longer here"));
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
