package org.counterpose.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.counterpose.app.Served;
import org.counterpose.people.Role;
import org.counterpose.people.SignedIn;
import org.counterpose.people.Staff;
import org.counterpose.people.Team;
import org.counterpose.store.Also;
import org.counterpose.store.SqlStaffLinks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who may invite and remove at one place tries to reach beyond it. */
class AdministratorsOfOnePlaceTest extends TwoPlacesAttacked {

  private static final String INVITE = "name=Eve&role=ADMINISTRATOR";

  private Team team;
  private String ofTown;
  private String ofAll;

  @BeforeEach
  void signIn() {
    team = practice.people().team();
    ofTown = SignedIn.as(practice, "Tom of the town", Role.ADMINISTRATOR, "town");
    ofAll = SignedIn.as(practice, "Ann of all", Role.ADMINISTRATOR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"&everywhere=yes", "&places=lake", "&places=town&places=lake", "&places=moon"})
  void they_invite_nobody_to_more_than_their_own(String places) {
    assertThat(form("/staff/team/invite", ofTown, INVITE + places).status()).isEqualTo(422);

    assertThat(invited()).isEmpty();
  }

  @Test
  void whom_they_invite_works_where_they_do() {
    assertThat(form("/staff/team/invite", ofTown, INVITE).status()).isEqualTo(200);
    assertThat(form("/staff/team/invite", ofTown, INVITE + "&places=town").status()).isEqualTo(200);

    assertThat(invited()).containsExactly(Set.of("town"), Set.of("town"));
    assertThat(served.get("/staff/team", "Cookie", ofTown).body())
        .doesNotContain("Every place", "By the lake");
  }

  @Test
  void no_other_way_lets_them_either() {
    assertThatThrownBy(
            () ->
                team.invite(
                    staff("Tom of the town"),
                    new Team.Wish("Eve", Role.ADMINISTRATOR, Optional.empty(), Set.of()),
                    secret -> Also.NOTHING))
        .hasMessageContaining("town");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&everywhere=yes&places=lake", "&places=moon"})
  void who_works_everywhere_says_where_somebody_is_to_work(String places) {
    assertThat(form("/staff/team/invite", ofAll, INVITE + places).status()).isEqualTo(422);

    assertThat(invited()).isEmpty();
  }

  @Test
  void every_place_is_a_choice_of_who_works_everywhere() {
    assertThat(served.get("/staff/team", "Cookie", ofAll).body())
        .contains("Every place", "By the lake");
    form("/staff/team/invite", ofAll, INVITE + "&everywhere=yes");
    form("/staff/team/invite", ofAll, INVITE + "&places=lake");

    assertThat(invited()).containsExactlyInAnyOrder(Set.of(), Set.of("lake"));
  }

  @Test
  void they_take_back_no_invitation_to_other_places() {
    form("/staff/team/invite", ofAll, INVITE + "&everywhere=yes");
    form("/staff/team/invite", ofAll, INVITE + "&places=lake");
    form("/staff/team/invite", ofAll, INVITE + "&places=town");

    for (SqlStaffLinks.Kept link : team.invitations(staff("Ann of all"))) {
      form("/staff/team/take-back", ofTown, "invitation=" + link.hash());
    }

    assertThat(invited()).containsExactlyInAnyOrder(Set.of(), Set.of("lake"));
  }

  @Test
  void they_remove_only_who_works_nowhere_else() {
    SignedIn.as(practice, "Lea of the lake", Role.PRACTITIONER, "lake");
    SignedIn.as(practice, "Bo of both", Role.PRACTITIONER, "lake", "town");
    SignedIn.as(practice, "Kim of the town", Role.PRACTITIONER, "town");

    String page = served.get("/staff/team", "Cookie", ofTown).body();
    for (Staff one : team.all()) {
      if (!one.name().equals("Tom of the town")) {
        form("/staff/team/remove", ofTown, "staff=" + one.id());
      }
    }

    assertThat(page).contains("Yes, remove Kim").doesNotContain("Yes, remove Lea", "remove Ann");
    assertThat(team.all())
        .extracting(Staff::name)
        .containsExactly("Ann of all", "Bo of both", "Lea of the lake", "Tom of the town");
  }

  @Test
  void who_is_removed_is_out_at_once_with_every_session_and_passkey() {
    String kim = SignedIn.as(practice, "Kim of the town", Role.PRACTITIONER, "town");
    Staff known = staff("Kim of the town");
    team.add(known, LinksThatLetInTest.passkey("kims", known.id(), clock.instant()));
    assertThat(served.get("/staff", "Cookie", kim).status()).isEqualTo(200);

    form("/staff/team/remove", ofTown, "staff=" + known.id());

    assertThat(served.get("/staff", "Cookie", kim).header("Location")).startsWith("/staff/sign-in");
    assertThat(form("/staff/hand-out", kim, "programme=mid-back").status()).isEqualTo(401);
    assertThat(practice.people().passkeys().of(known.id())).isEmpty();
    assertThat(practice.people().sessions().of(known.id())).isEmpty();
  }

  @Test
  void the_last_administrator_of_the_whole_clinic_stays() {
    Served.Answer refused = form("/staff/team/remove", ofAll, "staff=" + staff("Ann of all").id());

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("last administrator");
    assertThat(served.get("/staff/team", "Cookie", ofAll).status()).isEqualTo(200);

    SignedIn.as(practice, "Al of all", Role.ADMINISTRATOR);
    form("/staff/team/remove", ofAll, "staff=" + staff("Ann of all").id());
    assertThat(served.get("/staff/team", "Cookie", ofAll).status()).isEqualTo(303);
  }

  @Test
  void what_was_handed_out_is_listed_for_its_place_however_much_another_hands_out() {
    String lea = SignedIn.as(practice, "Lea", Role.PRACTITIONER, "lake");
    form("/staff/hand-out", lea, "programme=mid-back&place=lake&name=Nel");
    for (int i = 0; i < 20; i++) {
      clock.goOn(Duration.ofSeconds(1));
      form("/staff/hand-out", ofTown, "programme=mid-back&place=town&name=Ted");
    }

    assertThat(served.get("/staff/hand-out", "Cookie", lea).body())
        .contains("Nel")
        .doesNotContain("Ted");
    assertThat(served.get("/staff/hand-out", "Cookie", ofAll).body())
        .contains("Ted")
        .doesNotContain("Nel");
    assertThat(form("/staff/hand-out", lea, "programme=mid-back&place=town").status())
        .isEqualTo(422);
  }

  private List<Set<String>> invited() {
    return team.invitations(staff("Ann of all")).stream().map(SqlStaffLinks.Kept::places).toList();
  }

  private Staff staff(String name) {
    return team.all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }
}
