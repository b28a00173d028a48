package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.counterpose.people.Consent;
import org.counterpose.practice.Practice;
import org.counterpose.store.AuditLine;
import org.junit.jupiter.api.Test;

/** What a person sees of what is kept of them, and takes back. */
class APersonsOwnDataTest extends InTheBrowser {

  @Test
  void a_person_reads_who_looked_takes_an_agreement_back_and_takes_everything_along() {
    for (Supplier<Visitor> device : List.<Supplier<Visitor>>of(this::onPhone, this::atDesk)) {
      try (Visitor visitor = device.get()) {
        Trial trial = Trial.begunNow(served, clock);
        visitor.open(trial.link()).open("/clinic");
        visitor.tap("input[name=share]").tap(".card .button.primary");
        looked(trial);
        visitor.open("/privacy-settings").look("60-my-data");
        assertThat(visitor.page().locator("main").innerText())
            .contains("Dr Kim looked at your trial", "may see your trial", "You shared the trial");
        visitor.open("/privacy-settings/record").look("61-my-record");
        assertThat(visitor.page().locator("main").innerText())
            .contains("Dr Kim")
            .containsIgnoringCase("stiff");

        clock.goOn(Duration.ofMinutes(1));
        visitor.open("/privacy-settings").tap(".plain-list .button.quiet");

        visitor.look("62-taken-back");
        assertThat(visitor.page().locator("main").innerText()).contains("You took it back on");
        Practice practice = served.server().practice();
        assertThat(practice.people().consents().holds(trial.id(), Consent.SHARE_WITH_CLINIC))
            .isFalse();
        assertThat(practice.list().row(trial.id())).isEmpty();
      }
    }
  }

  private void looked(Trial trial) {
    clock.goOn(Duration.ofMinutes(1));
    served
        .server()
        .practice()
        .people()
        .audit()
        .record(
            new AuditLine(
                clock.instant(),
                Optional.empty(),
                "Dr Kim",
                "viewed",
                Optional.of(trial.id()),
                ""));
    clock.goOn(Duration.ofMinutes(1));
  }
}
