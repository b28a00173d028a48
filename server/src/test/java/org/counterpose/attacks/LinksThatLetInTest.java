package org.counterpose.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterpose.app.Configuration;
import org.counterpose.app.OnTrial;
import org.counterpose.app.Served;
import org.counterpose.clinic.Invitations;
import org.counterpose.people.Device;
import org.counterpose.people.Role;
import org.counterpose.people.SignedIn;
import org.counterpose.people.Staff;
import org.counterpose.people.Team;
import org.counterpose.store.Also;
import org.counterpose.store.SqlInvitations;
import org.counterpose.store.SqlPasskeys;
import org.junit.jupiter.api.Test;

/** Links and secrets that were used, are too old, were guessed, or are read from the files. */
class LinksThatLetInTest extends Attacked {

  private static final String GONE = "This link is used up";

  @Override
  Configuration configured(Configuration configuration) {
    return configuration.withMail(Served.NOBODYS_MAIL);
  }

  @Test
  void a_link_to_join_works_once() {
    String secret = invited();
    Team team = practice.people().team();
    assertThat(served.get("/staff/join/" + secret).status()).isEqualTo(200);

    var link = team.link(secret).orElseThrow();
    assertThat(team.join(link, "Dr Kim", passkey("one"))).isPresent();

    isGone(secret);
    assertThat(team.join(link, "Dr Twin", passkey("two"))).isEmpty();
    assertThat(team.all()).extracting(Staff::name).doesNotContain("Dr Twin");
  }

  @Test
  void a_link_to_join_is_dead_after_three_days_or_once_taken_back() {
    String late = invited();
    clock.goOn(Team.LINK_LASTS.minusSeconds(1));
    assertThat(served.get("/staff/join/" + late).status()).isEqualTo(200);
    clock.goOn(java.time.Duration.ofSeconds(1));
    isGone(late);

    String unwanted = invited();
    String admin = SignedIn.administrator(practice);
    Team team = practice.people().team();
    String hash = team.invitations(team.all().getFirst()).getFirst().hash();
    form("/staff/team/take-back", admin, "invitation=" + hash);
    isGone(unwanted);
  }

  @Test
  void a_new_set_up_link_leaves_the_one_before_dead() {
    String first = practice.people().team().setUpLink().text();
    String second = practice.people().team().setUpLink().text();

    isGone(first);
    assertThat(served.get("/staff/join/" + second).status()).isEqualTo(200);
  }

  @Test
  void asking_for_a_passkey_in_vain_does_not_use_a_link_up() {
    String secret = invited();

    assertThat(form("/staff/join/" + secret, "", "question=x&answer=y").status()).isEqualTo(422);
    assertThat(served.get("/staff/join/" + secret).status()).isEqualTo(200);
  }

  @Test
  void an_invitation_by_letter_goes_to_one_address_and_no_other() {
    String admin = SignedIn.administrator(practice);
    String name = "name=Dr+Kim&role=PRACTITIONER&email=";

    assertThat(form("/staff/team/invite", admin, name + "kim@clinic.example").status())
        .isEqualTo(200);
    for (String bad : List.of("kim@x.example%0d%0aBcc:y@z.example", "a@b.example,c@d.example")) {
      assertThat(form("/staff/team/invite", admin, name + bad).status()).isEqualTo(422);
    }

    assertThat(columns("SELECT recipient FROM message")).containsExactly("kim@clinic.example");
  }

  @Test
  void a_wrong_secret_is_answered_as_one_that_never_was_whatever_it_looks_like() {
    for (String path :
        List.of("/letter/", "/invited/", "/staff/join/", "/waiting/", "/offer/", "/appointment/")) {
      String longOne = toldOf(path, "A".repeat(43));

      assertThat(toldOf(path, "B".repeat(43))).isEqualTo(longOne);
      assertThat(toldOf(path, "zz-x")).isEqualTo(longOne);
    }
  }

  /** What a page says, but for the address that it was asked by. */
  private String toldOf(String path, String secret) {
    return served.get(path + secret).body().replace(path + secret, path);
  }

  @Test
  void nobody_ends_anothers_session_or_removes_anothers_passkey_by_its_name() {
    OnTrial victim = begins();
    UUID account = practice.people().accounts().of(victim.journey());
    practice.people().accounts().add(passkey("theirs", account, clock.instant()), Also.NOTHING);
    practice.people().personSessions().begin(account, new Device("A phone"));
    String hash = practice.people().personSessions().of(account).getFirst().tokenHash();
    OnTrial thief = begins();

    form("/keep/passkeys/remove", thief.cookie(), "passkey=theirs");
    form("/privacy-settings/devices/end", thief.cookie(), "device=" + hash);
    form("/privacy-settings/devices/end", thief.cookie(), "device=others");
    String staff = SignedIn.administrator(practice);
    form("/staff/account/passkeys/remove", staff, "passkey=theirs");
    form("/staff/account/devices/end", staff, "device=" + hash);

    assertThat(practice.people().passkeys().of(account)).hasSize(1);
    assertThat(practice.people().personSessions().of(account)).hasSize(1);
    form("/keep/passkeys/remove", victim.cookie(), "passkey=theirs");
    form("/privacy-settings/devices/end", victim.cookie(), "device=" + hash);
    assertThat(practice.people().passkeys().of(account)).isEmpty();
    assertThat(practice.people().personSessions().of(account)).isEmpty();
  }

  /** What is looked up by its hash tells nothing by the time it takes: the hash is not chosen. */
  @Test
  void whoever_reads_the_files_finds_no_secret_that_lets_anybody_in() throws IOException {
    served.close();
    served = Served.in(folder, clock); // a letter that waits to be sent has its link in it
    practice = served.server().practice();
    List<String> secrets = new ArrayList<>();
    OnTrial victim = begins();
    secrets.add(victim.key());
    secrets.add(practice.people().team().setUpLink().text());
    secrets.add(invited());
    String admin = SignedIn.administrator(practice);
    secrets.add(admin.substring(admin.indexOf('=') + 1));
    UUID account = practice.people().accounts().of(victim.journey());
    secrets.add(practice.people().personSessions().begin(account, new Device("A")).text());
    secrets.add(
        new Invitations(
                new SqlInvitations(practice.database()), clock, UUID::randomUUID, practice.random())
            .hand(
                new Invitations.Wish("mid-back", "main", "en", Optional.empty(), Optional.empty()),
                practice.people().team().all().getFirst(),
                secret -> Also.NOTHING)
            .text());
    Served.Answer waits =
        form(
            "/wait/first-visit",
            "",
            "from=2026-11-24&to=2026-11-30&day=1&earliest=08:00&latest=18:00&practitioner=anyone"
                + "&name=Ana&email=ana@person.example");
    secrets.add(waits.header("Location").replaceAll(".*[/.]", ""));

    assertThat(secrets).allMatch(secret -> secret.length() > 20);
    assertThat(files()).contains(victim.id());
    secrets.forEach(secret -> assertThat(files()).doesNotContain(secret));
  }

  private String invited() {
    SignedIn.administrator(practice);
    return practice
        .people()
        .team()
        .invite(
            practice.people().team().all().getFirst(),
            new Team.Wish("Dr Kim", Role.PRACTITIONER, Optional.empty(), Set.of()),
            secret -> Also.NOTHING)
        .text();
  }

  private void isGone(String secret) {
    for (Served.Answer answer :
        List.of(
            served.get("/staff/join/" + secret),
            form("/staff/join/" + secret, "", "name=Eve"),
            form("/staff/join/" + secret + "/ask", "", "name=Eve"))) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body()).contains(GONE);
    }
  }

  private SqlPasskeys.Kept passkey(String credential) {
    return passkey(credential, UUID.randomUUID(), clock.instant());
  }

  static SqlPasskeys.Kept passkey(String credential, UUID owner, Instant at) {
    return new SqlPasskeys.Kept(credential, owner, "phone", "k", 0, at, Optional.empty());
  }

  private String files() {
    try (Stream<Path> all = Files.walk(folder)) {
      StringBuilder bytes = new StringBuilder();
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        bytes.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
      return bytes.toString();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
