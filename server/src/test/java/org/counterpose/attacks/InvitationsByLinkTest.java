package org.counterpose.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.app.Configuration;
import org.counterpose.app.Served;
import org.counterpose.clinic.Invitations;
import org.counterpose.people.SignedIn;
import org.counterpose.store.Also;
import org.counterpose.store.SqlInvitations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever opens a link to a programme, or what looks like one. */
class InvitationsByLinkTest extends Attacked {

  @Override
  Configuration configured(Configuration configuration) {
    return configuration.withTrustedProxies(Set.of("127.0.0.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "a%3b%20Path=/", "a%20b", "%22", "%2c", "%c3%a9", "a=b", "a%3bb%3dc", "+"})
  void what_is_no_invitation_is_told_so_and_writes_nothing(String secret) {
    Served.Answer answer = served.get("/invited/" + secret);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("This link has been used");
    assertThat(answer.response().headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void a_dead_link_leaves_a_live_invitation_in_the_browser() {
    String invited = cookie(served.get("/invited/" + handed()), "invited");
    assertThat(invited).isNotEmpty();

    Served.Answer dead = served.get("/invited/" + "A".repeat(43), "Cookie", invited);

    assertThat(dead.response().headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void over_tls_nobody_else_can_plant_one() {
    Served.Answer answer = served.get("/invited/" + handed(), "X-Forwarded-Proto", "https");

    assertThat(answer.response().headers().allValues("Set-Cookie"))
        .allSatisfy(cookie -> assertThat(cookie).contains("Secure", "HttpOnly", "SameSite=Lax"))
        .anyMatch(cookie -> cookie.startsWith("__Host-invited="))
        .noneMatch(cookie -> cookie.startsWith("invited="));
  }

  private String handed() {
    SignedIn.administrator(practice);
    return new Invitations(
            new SqlInvitations(practice.database()), clock, UUID::randomUUID, practice.random())
        .hand(
            new Invitations.Wish("mid-back", "main", "en", Optional.empty(), Optional.empty()),
            practice.people().team().all().getFirst(),
            secret -> Also.NOTHING)
        .text();
  }
}
