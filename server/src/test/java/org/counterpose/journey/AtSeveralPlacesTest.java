package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.counterpose.app.Served;
import org.counterpose.booking.Clinics;
import org.counterpose.people.Role;
import org.counterpose.people.SignedIn;
import org.counterpose.practice.Practice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clinic in town and by the lake: who works where, and who goes where, is chosen by people. */
class AtSeveralPlacesTest extends InTheBrowser {

  private Practice practice;

  @BeforeEach
  void atTwoPlaces() throws IOException {
    served.close();
    Path data = Files.createDirectory(folder.resolve(UUID.randomUUID().toString()));
    Files.writeString(data.resolve("clinic.yaml"), Clinics.TOWN_AND_LAKE);
    served = Served.in(data, clock);
    practice = served.server().practice();
  }

  @Test
  void an_administrator_says_where_somebody_works() {
    try (Visitor ofAll = atDesk();
        Visitor ofTown = onPhone()) {
      ofAll.with(SignedIn.administrator(practice)).open("/staff/team");
      ofAll.type("#name", "Dr Kim").tap("form[action='/staff/team/invite'] button");
      ofAll.look("92-team-no-place");
      assertThat(ofAll.page().locator("[role=alert]").innerText()).contains("where they work");
      ofAll.type("#name", "Dr Kim").tap("label:has(input[value=lake])");
      ofAll.tap("form[action='/staff/team/invite'] button").look("92-team-invited");
      assertThat(ofAll.page().locator("#link").isVisible()).isTrue();

      ofTown.with(SignedIn.as(practice, "Tom Town", Role.ADMINISTRATOR, "town"));
      ofTown.open("/staff/team").look("92-team-of-town");
      assertThat(ofTown.page().locator("fieldset").count()).isZero();
      assertThat(ofTown.page().locator("details").count()).isOne();
    }
  }

  @Test
  void a_person_says_where_they_go_before_anything_is_shared() {
    try (Visitor person = onPhone()) {
      person.open("/programmes/mid-back/check");
      TheClinicsSideTest.answersTheCheck(person);
      person.page().locator("input[name=share]").check();
      person.type("#share-name", "Ana B.").tap("main form button.primary");
      person.look("92-start-no-place");
      assertThat(person.page().locator("#share-wrong").innerText()).contains("Choose where you go");
      assertThat(person.page().locator("input[name=share]").isChecked()).isTrue();
      assertThat(person.page().locator("#share-name").inputValue()).isEqualTo("Ana B.");

      person.page().locator("#share-place").selectOption("lake");
      person.tap("main form button.primary").open("/clinic").look("92-clinic-shared");
      assertThat(person.page().content()).contains("Your clinic sees your trial");
    }
    assertThat(practice.list().counts(Set.of("lake")).byNeed().values()).containsExactly(1);
  }
}
