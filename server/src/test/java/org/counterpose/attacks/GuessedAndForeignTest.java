package org.counterpose.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.counterpose.app.OnTrial;
import org.counterpose.people.SignedIn;
import org.counterpose.store.AuditLine;
import org.junit.jupiter.api.Test;

/** Somebody who may something tries what is not theirs. */
class GuessedAndForeignTest extends Attacked {

  @Test
  void who_does_not_share_is_not_there_for_the_clinic_even_by_their_very_id() {
    OnTrial victim = begins();

    assertThat(
            served
                .get("/staff/people/" + victim.id(), "Cookie", SignedIn.administrator(practice))
                .status())
        .isEqualTo(404);
  }

  @Test
  void an_id_with_anothers_key_opens_nothing() {
    OnTrial victim = begins();
    OnTrial thief = begins();
    String cookie = "journey=" + victim.id() + "." + thief.key();

    for (String path : new String[] {"/today", "/privacy-settings", "/export", "/forget"}) {
      assertThat(served.get(path, "Cookie", cookie).header("Location"))
          .as(path)
          .isEqualTo("/leave");
    }
    assertThat(served.get("/j/" + victim.id() + "/" + thief.key()).status()).isEqualTo(404);
    form("/forget", cookie, "sure=yes");
    assertThat(served.get("/today", "Cookie", victim.cookie()).status()).isEqualTo(200);
  }

  @Test
  void a_wrong_key_and_a_wrong_id_get_the_same_answer() {
    OnTrial victim = begins();
    String wrongKey = served.get("/j/" + victim.id() + "/" + "A".repeat(27)).body();
    String wrongId = served.get("/j/" + UUID.randomUUID() + "/" + "A".repeat(27)).body();

    assertThat(wrongKey).isEqualTo(wrongId);
  }

  @Test
  void nobody_reads_anothers_trail() {
    OnTrial victim = begins();
    OnTrial other = begins();
    practice
        .people()
        .audit()
        .record(
            new AuditLine(
                clock.instant(),
                Optional.empty(),
                "Dr Secret",
                "viewed",
                Optional.of(victim.journey()),
                ""));

    assertThat(served.get("/privacy-settings", "Cookie", victim.cookie()).body())
        .contains("Dr Secret", "looked at your trial");
    assertThat(served.get("/privacy-settings", "Cookie", other.cookie()).body())
        .doesNotContain("Dr Secret");
  }

  @Test
  void a_cookie_that_was_planted_is_never_signed_in_by_somebody_who_signs_in() {
    String planted = "staff=" + "A".repeat(43);
    SignedIn.administrator(practice);

    assertThat(served.get("/staff", "Cookie", planted).status()).isEqualTo(303);
  }
}
