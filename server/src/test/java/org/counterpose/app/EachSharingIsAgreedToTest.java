package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.counterpose.people.Consent;
import org.counterpose.people.Consents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person lets go to others is recorded where they do, shown, and taken back. */
class EachSharingIsAgreedToTest {

  private static final String POOLED = "Your comparison may be added to that of others";
  private static final String SUMMARY = "A summary of your trial goes along";

  @TempDir Path folder;
  private final SettableClock clock = SettableClock.at("2026-11-23T12:15:00Z");
  private Served served;
  private Consents consents;
  private OnTrial person;

  @BeforeEach
  void start() {
    served = Served.in(folder, clock);
    consents = served.server().practice().people().consents();
    person = OnTrial.begun(served);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void letting_a_comparison_be_pooled() {
    form("/compare", "step=rolled-towel&pooled=yes");

    assertThat(holds(Consent.RESEARCH_POOL)).isTrue();
    assertThat(myData()).contains(POOLED);

    clock.goOn(Duration.ofMinutes(1));
    form("/privacy-settings/withdraw", "kind=RESEARCH_POOL");
    assertThat(consents.tookBack(person.journey(), Consent.RESEARCH_POOL)).isTrue();
    assertThat(exported()).contains("\"pooled\" : false");
  }

  @Test
  void letting_it_be_pooled_by_the_interface_once_however_often_it_is_sent() {
    String entry =
        """
        [{"id":"%s","type":"comparing","at":"%s","step":"rolled-towel","pooled":true}]
        """
            .formatted(UUID.randomUUID(), clock.instant());
    entries(entry);
    assertThat(holds(Consent.RESEARCH_POOL)).isTrue();

    clock.goOn(Duration.ofMinutes(1));
    form("/compare", "consent=yes");
    assertThat(holds(Consent.RESEARCH_POOL)).isFalse();
    entries(entry);
    assertThat(holds(Consent.RESEARCH_POOL)).isFalse();
  }

  @Test
  void sending_a_summary_along_with_a_visit() {
    assertThat(books("one")).isEqualTo(201);

    assertThat(holds(Consent.VISIT_SUMMARY)).isTrue();
    assertThat(exported()).contains("ratings");
    assertThat(myData()).contains(SUMMARY);

    clock.goOn(Duration.ofMinutes(1));
    form("/privacy-settings/withdraw", "kind=VISIT_SUMMARY");
    assertThat(holds(Consent.VISIT_SUMMARY)).isFalse();
    assertThat(exported()).contains("\"summary\" : null", "Ana").doesNotContain("ratings");
  }

  @Test
  void a_visit_that_somebody_else_got_records_nothing() {
    assertThat(books("one")).isEqualTo(201);
    person = OnTrial.begun(served);

    assertThat(books("two")).isEqualTo(409);

    assertThat(consents.history(person.journey())).isEmpty();
  }

  private int books(String request) {
    return served
        .post(
            "/api/v1/appointments",
            """
            {"practitioner":"chiropractor","service":"first-visit","name":"Ana",
             "email":"ana@person.example","start":"2026-11-24T09:00:00-05:00",
             "journey":"%s","share":true}
            """
                .formatted(person.id()),
            "Idempotency-Key",
            request,
            "Authorization",
            "Bearer " + person.key())
        .status();
  }

  private void entries(String entries) {
    assertThat(person.add(entries).status()).isEqualTo(200);
  }

  private void form(String path, String form) {
    assertThat(person.send(path, form).status()).as(path).isEqualTo(303);
  }

  private String myData() {
    return person.open("/privacy-settings").body();
  }

  private String exported() {
    return person.open("/export").body();
  }

  private boolean holds(Consent kind) {
    return consents.holds(person.journey(), kind);
  }
}
