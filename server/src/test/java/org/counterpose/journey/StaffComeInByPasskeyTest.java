package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpose.people.People;
import org.junit.jupiter.api.Test;

class StaffComeInByPasskeyTest extends InTheBrowser {

  @Test
  void the_set_up_link_makes_an_administrator_who_signs_in_again_and_invites_a_practitioner() {
    People people = served.server().practice().people();
    String link = served.server().setUpLink().orElseThrow();
    String address = people.address().get().toString();
    try (Authenticator boss = new Authenticator(chromium, address, 1280, 800);
        Authenticator kim = new Authenticator(chromium, address, 390, 844)) {
      boss.open(served.address() + "/staff/sign-in").look("90-elsewhere");
      assertThat(boss.page().locator("[data-elsewhere] a").getAttribute("href"))
          .isEqualTo(address + "/staff/sign-in");
      assertThat(boss.page().locator("[data-elsewhere]").isVisible()).isTrue();
      assertThat(boss.page().locator("form[data-passkey] button").isDisabled()).isTrue();

      boss.open(link).look("90-set-up");
      assertThat(boss.page().locator("[data-elsewhere]").isVisible()).isFalse();
      boss.page().locator("#name").fill("Alex Admin");
      boss.tap("form[data-passkey] button");
      boss.page().waitForURL("**/staff");
      String first = boss.cookie("staff");
      assertThat(served.server().setUpLink()).isEmpty();

      boss.open("/staff/account").look("90-account").tap("form[action='/staff/sign-out'] button");
      boss.page().waitForURL("**/staff/sign-in");
      boss.open("/staff/team").look("90-sign-in");
      assertThat(boss.page().url()).endsWith("/staff/sign-in?next=/staff/team");
      boss.tap("form[data-passkey] button");

      boss.page().locator("#name").fill("Dr Kim <b>");
      assertThat(boss.cookie("staff")).isNotEqualTo(first).isNotEmpty();
      boss.tap("form[action='/staff/team/invite'] button");
      boss.look("90-invited");
      String invitation = boss.page().locator("#link").inputValue();

      kim.open(invitation).look("90-join").tap("form[data-passkey] button");
      kim.page().waitForURL("**/staff");
      assertThat(kim.page().locator("footer").innerText()).contains("Dr Kim <b>");
      assertThat(kim.open("/staff/team").page().content()).contains("administrators");
      assertThat(boss.open(invitation).page().locator("h1").innerText()).contains("used up");

      boss.open("/staff/team").look("90-team");
      boss.tap("li:has-text('Dr Kim') summary").look("90-team-remove");
      boss.tap("li:has-text('Dr Kim') button");
      kim.open("/staff/account");
      assertThat(kim.page().url()).contains("/staff/sign-in");
      boss.open("/staff/team").tap("li:has-text('Alex Admin') summary");
      boss.tap("li:has-text('Alex Admin') button");
      assertThat(boss.page().content()).contains("last administrator");
    }
  }
}
