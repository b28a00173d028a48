package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.counterpose.app.Served;
import org.counterpose.people.People;
import org.counterpose.store.SqlPasskeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers of an authenticator that are sent again, come late, or come from a copy of it. */
class PasskeysThatAttackTest extends InTheBrowser {

  private static final String SIGN_IN = "/staff/sign-in";

  private String address;
  private Authenticator kim;

  @BeforeEach
  void joins() {
    People people = served.server().practice().people();
    address = people.address().get().toString();
    kim = new Authenticator(chromium, address, 1280, 800);
    kim.open(served.server().setUpLink().orElseThrow());
    kim.page().locator("#name").fill("Dr Kim");
    kim.tap("form[data-passkey] button");
    kim.page().waitForURL("**/staff");
    kim.page().context().clearCookies();
  }

  @AfterEach
  void leaves() {
    kim.close();
  }

  @Test
  void an_answer_lets_in_once() {
    Request sent = signsIn(kim).request();
    kim.page().waitForURL("**/staff");

    Served.Answer again =
        served.send(
            "POST",
            SIGN_IN,
            sent.postData().getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/x-www-form-urlencoded");

    assertThat(sent.postData()).contains("question=", "signature");
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.header("Set-Cookie")).isEmpty();
  }

  @Test
  void a_question_is_answered_within_five_minutes() {
    answersAfter(Duration.ofMinutes(5).minusSeconds(1));
    assertThat(signsIn(kim).status()).isEqualTo(303);

    kim.page().context().clearCookies();
    answersAfter(Duration.ofMinutes(5));
    assertThat(signsIn(kim).status()).isEqualTo(422);
    assertThat(kim.cookie("staff")).isEmpty();
  }

  /** The key itself left the authenticator; that its count stands still gives the copy away. */
  @Test
  void a_copy_of_a_key_is_not_let_in_once_the_key_itself_was_used() {
    JsonObject stolen = kim.passkey();
    assertThat(signsIn(kim).status()).isEqualTo(303);
    long count = kept().signCount();
    assertThat(count).isPositive();

    try (Authenticator thief = new Authenticator(chromium, address, 1280, 800)) {
      thief.copies(stolen);
      assertThat(signsIn(thief).status()).isEqualTo(422);
      assertThat(thief.cookie("staff")).isEmpty();
    }

    assertThat(kept().signCount()).isEqualTo(count);
    kim.page().context().clearCookies();
    assertThat(signsIn(kim).status()).isEqualTo(303);
  }

  @Test
  void a_copy_that_is_used_first_has_the_key_itself_refused() {
    JsonObject stolen = kim.passkey();
    try (Authenticator thief = new Authenticator(chromium, address, 1280, 800)) {
      thief.copies(stolen);
      signsIn(thief);
    }

    assertThat(signsIn(kim).status()).isEqualTo(422);
  }

  private void answersAfter(Duration late) {
    kim.page().unrouteAll();
    kim.page()
        .route(
            "**" + SIGN_IN,
            route -> {
              if (route.request().method().equals("POST")) {
                clock.goOn(late);
              }
              route.resume();
            });
  }

  private Response signsIn(Authenticator somebody) {
    somebody.open(SIGN_IN);
    return somebody
        .page()
        .waitForResponse(
            response ->
                response.url().endsWith(SIGN_IN) && response.request().method().equals("POST"),
            () -> somebody.tap("form[data-passkey] button"));
  }

  private SqlPasskeys.Kept kept() {
    People people = served.server().practice().people();
    UUID kims = people.team().all().getFirst().id();
    List<SqlPasskeys.Kept> all = people.passkeys().of(kims);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }
}
