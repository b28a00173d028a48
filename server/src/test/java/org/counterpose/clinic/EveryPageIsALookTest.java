package org.counterpose.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.counterpose.app.Served;
import org.counterpose.people.SignedIn;
import org.counterpose.store.AuditLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever is shown a person's page has looked at them, whatever led to it. */
class EveryPageIsALookTest extends SharedTrials {

  @ParameterizedTest
  @CsvSource({
    "note, '', 422",
    "adapt, '', 422",
    "pause, '', 422",
    "clear, '', 422",
    "clear, why=All+well&looked=yes&answers=, 409"
  })
  void a_form_that_was_refused_shows_the_page_and_is_a_look(String form, String sent, int status) {
    Shared ana = begins("Ana B.");
    ana.isNewlyUnsteady();
    assertThat(row(ana).unlooked()).isTrue();
    goOn(Duration.ofMinutes(2));

    Served.Answer page = posts(ana, form, sent);

    assertThat(page.status()).isEqualTo(status);
    assertThat(page.body()).contains("Ana B.", "Newly unsteady");
    assertThat(trail.of(ana.id()))
        .extracting(AuditLine::what, AuditLine::who)
        .containsExactly(tuple("viewed", "Dr Kim"));
    assertThat(row(ana).unlooked()).isFalse();
    assertThat(row(ana).seenBy()).contains("Dr Kim");
  }

  @Test
  void a_stop_that_comes_while_the_form_is_filled_in_is_on_the_page_that_refuses_it() {
    Shared ana = begins("Ana B.");
    goOn(Duration.ofMinutes(2));
    ana.isNewlyUnsteady();

    Served.Answer page = posts(ana, "note", "");

    assertThat(page.body()).contains("Newly unsteady");
    assertThat(row(ana).unlooked()).isFalse();
  }

  @Test
  void a_page_is_one_look_and_one_line() {
    Shared ana = begins("Ana B.");

    served.get("/staff/people/" + ana.id(), "Cookie", SignedIn.practitioner(practice));

    assertThat(trail.of(ana.id())).extracting(AuditLine::what).isEqualTo(List.of("viewed"));
  }

  private Served.Answer posts(Shared person, String form, String sent) {
    return served.send(
        "POST",
        "/staff/people/" + person.id() + "/" + form,
        sent.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/x-www-form-urlencoded",
        "Cookie",
        SignedIn.practitioner(practice));
  }
}
