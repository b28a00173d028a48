package org.counterpose.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.counterpose.app.NothingToReport;
import org.counterpose.journal.Entry;
import org.counterpose.journeys.Begun;
import org.counterpose.journeys.Journey;
import org.counterpose.people.SignedIn;
import org.counterpose.plan.Today;
import org.counterpose.store.Also;
import org.junit.jupiter.api.Test;

class WhoEndsAPauseTest extends SharedTrials {

  @Test
  void a_button_of_the_clinics_that_is_pressed_twice_does_its_work_once() {
    Begun.Started begun = shared();
    UUID id = begun.journey().id();
    care.resume(again(id), KIM);
    assertThat(again(id).journal().of(Entry.Resumed.class)).isEmpty();

    care.pause(again(id), KIM, "Wait for the picture.");
    care.pause(again(id), KIM, "Wait for the picture.");
    goOn(Duration.ofHours(1));
    care.resume(again(id), KIM);
    care.resume(again(id), KIM);

    assertThat(again(id).journal().of(Entry.Paused.class)).hasSize(1);
    assertThat(again(id).journal().of(Entry.Resumed.class)).hasSize(1);
  }

  /** A trial that the clinic sees from its beginning. */
  private Begun.Started shared() {
    Begun.Started begun =
        (Begun.Started)
            practice
                .journeys()
                .begin(
                    practice.library().programme("mid-back").orElseThrow(),
                    NothingToReport.answers(),
                    day());
    list.share(begun.journey(), "main", "Ana", Also.NOTHING);
    return begun;
  }

  private Journey again(UUID id) {
    return practice.journeys().shared(id).orElseThrow();
  }

  @Test
  void what_the_clinic_paused_only_the_clinic_lets_go_on_while_the_trial_is_shared() {
    Begun.Started begun = shared();
    UUID id = begun.journey().id();
    goOn(Duration.ofHours(1));
    care.pause(begun.journey(), KIM, "Wait for the picture.");
    goOn(Duration.ofHours(1));
    String[] cookie = {"Cookie", "journey=" + id + "." + begun.key()};
    String[] key = {"Authorization", "Bearer " + begun.key()};
    String resumed =
        "[{\"id\":\""
            + UUID.randomUUID()
            + "\",\"type\":\"resumed\",\"at\":\""
            + clock.instant()
            + "\"}]";

    assertThat(served.get("/today", cookie).body())
        .contains("lets it go on")
        .doesNotContain("action=\"/resume\"");
    served.send(
        "POST",
        "/resume",
        new byte[0],
        "Cookie",
        cookie[1],
        "Content-Type",
        "application/x-www-form-urlencoded");
    assertThat(served.post("/api/v1/journeys/" + id + "/entries", resumed, key).status())
        .isEqualTo(409);
    assertThat(served.post("/entries", resumed, cookie).status()).isEqualTo(409);
    assertThat(state(id)).isInstanceOf(Today.State.Paused.class);

    list.withdraw(id, Also.NOTHING);
    assertThat(served.post("/api/v1/journeys/" + id + "/entries", resumed, key).status())
        .isEqualTo(200);
    assertThat(state(id)).isInstanceOf(Today.State.Running.class);
  }

  @Test
  void the_clinic_can_pause_the_plan_of_whoever_rests_from_it_themselves() {
    Shared ana = begins("Ana");
    goOn(Duration.ofHours(1));
    ana.pauses(Duration.ZERO);
    goOn(Duration.ofHours(1));
    String staff = SignedIn.practitioner(practice);

    assertThat(page(ana, staff))
        .contains("They rest from the plan themselves: A trip", "/pause\"")
        .doesNotContain("/resume\"");
    served.sendForm(
        staff, "/staff/people/" + ana.id() + "/pause", Map.of("reason", "Wait for the picture."));

    assertThat(list.holds(ana.id())).isTrue();
    assertThat(page(ana, staff)).contains("/resume\"").doesNotContain("They rest from");

    goOn(Duration.ofMinutes(1));
    served.sendForm(staff, "/staff/people/" + ana.id() + "/resume", Map.of());
    assertThat(list.holds(ana.id())).isFalse();
    assertThat(state(ana.id())).isInstanceOf(Today.State.Paused.class);
  }

  @Test
  void nothing_that_a_person_dates_around_it_undoes_the_clinics_pause() {
    Shared ana = begins("Ana");
    goOn(Duration.ofHours(2));
    ana.resumesIn(Duration.ofMinutes(3));
    care.pause(ana.journey(), KIM, "Wait for the picture.");
    ana.pauses(Duration.ofMinutes(1));

    assertThat(list.holds(ana.id())).isTrue();
    goOn(Duration.ofHours(1));
    assertThat(list.holds(ana.id())).isTrue();
  }

  @Test
  void a_pause_of_the_clinic_is_not_ended_by_the_person_under_a_stop() {
    Shared ana = begins("Ana");
    goOn(Duration.ofHours(1));
    care.pause(ana.journey(), KIM, "Wait for the picture.");
    goOn(Duration.ofHours(1));
    ana.isNewlyUnsteady();

    assertThat(list.mayAdd(ana.id(), List.of(ana.resuming()))).isFalse();
  }

  private String page(Shared person, String staff) {
    return served.get("/staff/people/" + person.id(), "Cookie", staff).body();
  }

  private Today.State state(UUID id) {
    return practice.journeys().shared(id).orElseThrow().today(clock.instant()).state();
  }
}
