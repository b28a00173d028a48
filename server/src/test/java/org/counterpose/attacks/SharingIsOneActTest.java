package org.counterpose.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.counterpose.app.NothingToReport;
import org.counterpose.app.Served;
import org.counterpose.journal.Routine;
import org.counterpose.people.Consent;
import org.counterpose.people.Role;
import org.counterpose.people.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A trial begins and is shared in one act, with the place that the person chose, or not at all. */
class SharingIsOneActTest extends TwoPlacesAttacked {

  private static final String START = "/programmes/mid-back/start";
  private static final String ASK = "/programmes/mid-back/ask-clinic";
  private static final String DAY =
      "wake=07:00&sleep=23:00&workStart=09:00&workEnd=17:30&workDays=1&zone=America/New_York"
          + "&aids=towel";
  private static final Routine DAY_IN_NEW_YORK =
      new Routine(
          LocalTime.of(7, 0),
          LocalTime.of(23, 0),
          LocalTime.of(9, 0),
          LocalTime.of(17, 30),
          Set.of(DayOfWeek.MONDAY),
          Set.of("towel"),
          ZoneId.of("America/New_York"),
          Optional.empty());
  private static final String SHARE = "&share=yes&share-name=Ana";

  @ParameterizedTest
  @ValueSource(strings = {"", "&share-place=", "&share-place=moon"})
  void without_a_place_of_the_clinics_nothing_begins_and_nothing_is_shared(String place) {
    Served.Answer started = form(START, checked("no"), DAY + SHARE + place);
    Served.Answer asked = form(ASK, checked("yes"), SHARE + place);

    assertThat(started.status()).isEqualTo(422);
    assertThat(started.body()).contains("Choose where you go", "value=\"Ana\"");
    assertThat(asked.status()).isEqualTo(422);
    assertThat(asked.body()).contains("Choose where you go");
    assertThat(columns("SELECT id FROM journal")).isEmpty();
  }

  @Test
  void with_a_place_the_trial_is_shared_with_it_and_the_person_reads_so() {
    String cookie = held(form(START, checked("no"), DAY + SHARE + "&share-place=lake"));
    String waiting = held(form(ASK, checked("yes"), SHARE + "&share-place=town"));

    assertThat(place(cookie)).isEqualTo("lake");
    assertThat(place(waiting)).isEqualTo("town");
    assertThat(practice.people().consents().holds(journey(waiting), Consent.SHARE_WITH_CLINIC))
        .isTrue();
    assertThat(served.get("/privacy-settings", "Cookie", cookie).body())
        .contains("shared the trial with the clinic");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&share-place=moon"})
  void a_trial_that_runs_is_shared_with_no_place_that_was_not_chosen(String place) {
    var ana = begins();

    assertThat(form("/clinic/share", ana.cookie(), SHARE + place).status()).isEqualTo(422);
    assertThat(columns("SELECT place FROM clinic_row")).isEmpty();

    assertThat(form("/clinic/share", ana.cookie(), SHARE + "&share-place=lake").status())
        .isEqualTo(303);
    assertThat(columns("SELECT place FROM clinic_row")).containsExactly("lake");
  }

  @Test
  void where_sharing_fails_no_trial_is_left_that_waits_on_nobodys_list() {
    assertThatThrownBy(
            () ->
                practice
                    .journeys()
                    .begin(
                        practice.library().programme("mid-back").orElseThrow(),
                        NothingToReport.answers(),
                        DAY_IN_NEW_YORK,
                        journey ->
                            connection -> {
                              practice.list().sharing(journey, "town", "Ana").on(connection);
                              throw new SQLException("the disk is gone");
                            }))
        .isInstanceOf(RuntimeException.class);

    assertThat(columns("SELECT id FROM journal")).isEmpty();
    assertThat(columns("SELECT journey FROM clinic_row")).isEmpty();
  }

  @Test
  void taking_back_what_is_not_shared_leaves_no_line() {
    var ana = begins();
    form("/clinic/unshare", ana.cookie(), "");
    assertThat(columns("SELECT what FROM audit WHERE what = 'unshared'")).isEmpty();
    form("/clinic/share", ana.cookie(), SHARE + "&share-place=lake");

    form("/clinic/unshare", ana.cookie(), "");
    form("/clinic/unshare", ana.cookie(), "");

    assertThat(columns("SELECT what FROM audit WHERE what = 'unshared'")).hasSize(1);
  }

  @Test
  void nothing_is_sent_to_a_clinic_that_does_not_see_the_trial_any_more() {
    var ana = begins();
    form("/clinic/share", ana.cookie(), SHARE + "&share-place=lake");
    assertThat(form("/clinic/ask", ana.cookie(), "text=May+I+swim?").status()).isEqualTo(303);
    form("/clinic/unshare", ana.cookie(), "");

    Served.Answer refused = form("/clinic/ask", ana.cookie(), "text=Still+there?");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("nobody would read this");
    assertThat(columns("SELECT body FROM journal_entry WHERE type = 'asked'"))
        .singleElement()
        .asString()
        .contains("May I swim?");
  }

  @Test
  void an_invitation_names_the_place_and_the_person_reads_who_gave_it() {
    String invited = invited("lake");

    String cookie = held(form(START, checked("no") + "; " + invited, DAY + SHARE));

    assertThat(place(cookie)).isEqualTo("lake");
    assertThat(served.get("/privacy-settings", "Cookie", cookie).body())
        .contains("Lea of the lake</strong> handed you the programme");
    assertThat(served.get("/invited/" + secret(invited)).status()).isEqualTo(404);
  }

  @Test
  void an_invitation_that_comes_to_a_running_trial_shares_it_with_its_own_place() {
    var ana = begins();
    String invited = invited("lake");

    form("/clinic/share", ana.cookie() + "; " + invited, SHARE);

    assertThat(columns("SELECT place FROM clinic_row")).containsExactly("lake");
    assertThat(served.get("/invited/" + secret(invited)).status()).isEqualTo(404);
  }

  @Test
  void one_invitation_used_on_two_devices_at_once_begins_one_trial_of_it() throws Exception {
    for (int round = 0; round < 20; round++) {
      String invited = invited("lake");
      CyclicBarrier together = new CyclicBarrier(2);
      List<CompletableFuture<Served.Answer>> devices =
          List.of(begin(invited, together), begin(invited, together));

      Set<Integer> statuses = new HashSet<>();
      for (CompletableFuture<Served.Answer> device : devices) {
        statuses.add(device.get().status());
      }

      // whoever comes second is told, or is asked for a place where the invitation is gone already
      assertThat(statuses).contains(303).containsAnyOf(409, 422);
      assertThat(columns("SELECT id FROM journal")).hasSize(round + 1);
    }
    assertThat(columns("SELECT id FROM audit WHERE what = 'invited' AND journey IS NOT NULL"))
        .hasSize(20);
  }

  private CompletableFuture<Served.Answer> begin(String invited, CyclicBarrier together) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            together.await();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          return form(START, checked("no") + "; " + invited, DAY + SHARE);
        });
  }

  /** The cookie of somebody who opened the link that somebody of a place handed out. */
  private String invited(String place) {
    String lea = SignedIn.as(practice, "Lea of the lake", Role.PRACTITIONER, place);
    String page = form("/staff/hand-out", lea, "programme=mid-back&place=" + place).body();
    Matcher link = Pattern.compile("/invited/([\\w-]{43})").matcher(page);
    assertThat(link.find()).isTrue();
    return cookie(served.get("/invited/" + link.group(1)), "invited");
  }

  private static String secret(String invited) {
    return invited.substring(invited.indexOf('=') + 1);
  }

  /** The cookie of a check that is answered, with nothing to report but perhaps a cancer. */
  private static String checked(String cancer) {
    StringBuilder answers =
        new StringBuilder(
                "symptoms=stiffness&hours-sitting=8&hours-standing=0&hours-driving=0&pain-average=6&age=42"
                    + "&first-episode=no&pregnant=no&spine-surgery=no&cancer=")
            .append(cancer);
    for (String signs :
        List.of(
            "emergency-signs",
            "cord-signs",
            "infection-signs",
            "serious-signs",
            "bone-health",
            "inflammatory")) {
      answers.append('&').append(signs).append("=none-of-these");
    }
    return "check="
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(answers.toString().getBytes(StandardCharsets.UTF_8));
  }

  private String held(Served.Answer begun) {
    assertThat(begun.status()).as(begun.body()).isEqualTo(303);
    return cookie(begun, "journey");
  }

  private static UUID journey(String held) {
    return UUID.fromString(held.substring(held.indexOf('=') + 1, held.indexOf('.')));
  }

  private String place(String held) {
    return practice.list().row(journey(held)).map(row -> row.place()).orElse("");
  }
}
