package org.counterpose.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.counterpose.app.OnTrial;
import org.counterpose.people.SignedIn;
import org.counterpose.store.AuditLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody gives a name that is markup, a header, or a formula. */
class NamesThatAttackTest extends Attacked {

  private static final String MARKUP = "<script>alert(1)</script>\"'><img src=x onerror=x>";

  @Test
  void a_name_that_is_markup_is_shown_as_text_on_every_page_of_the_clinic() {
    OnTrial victim = begins();
    share(victim, MARKUP);
    String staff = SignedIn.administrator(practice);

    for (String path :
        new String[] {
          "/staff",
          "/staff?q=%3Cscript%3E",
          "/staff/people/" + victim.id(),
          "/staff/people/" + victim.id() + "/summary"
        }) {
      String page = served.get(path, "Cookie", staff).body();
      assertThat(page).as(path).doesNotContain("<script>alert", "<img src=x", "<script>\"");
    }
    assertThat(served.get("/staff", "Cookie", staff).body()).contains("&lt;script&gt;alert");
  }

  @Test
  void who_did_something_is_shown_to_the_person_as_text() {
    OnTrial victim = begins();
    practice
        .people()
        .audit()
        .record(
            new AuditLine(
                clock.instant(),
                Optional.empty(),
                MARKUP,
                MARKUP,
                Optional.of(victim.journey()),
                MARKUP));

    for (String path : new String[] {"/privacy-settings", "/privacy-settings/record"}) {
      assertThat(served.get(path, "Cookie", victim.cookie()).body())
          .as(path)
          .contains("&lt;script&gt;alert")
          .doesNotContain("<script>alert", "<img src=x");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ana\r\nBcc: all@evil.example", "Ana\nSet-Cookie: a=b", "Ana\u0000"})
  void a_name_with_a_line_of_its_own_becomes_no_header_and_is_not_kept(String name) {
    OnTrial victim = begins();
    var answer = share(victim, name);

    assertThat(answer.response().headers().allValues("Set-Cookie"))
        .allMatch(cookie -> cookie.startsWith("invited=;"), "ours alone");
    assertThat(answer.response().headers().map()).doesNotContainKey("Bcc");
    assertThat(served.get("/staff", "Cookie", SignedIn.administrator(practice)).body())
        .doesNotContain("evil.example", "Set-Cookie");
  }

  @Test
  void a_handed_out_invitation_shows_its_name_as_text() {
    String staff = SignedIn.administrator(practice);
    String page =
        form(
                "/staff/hand-out",
                staff,
                "programme=mid-back&place=main&name=" + encoded("<b onclick=x>Ana</b>"))
            .body();

    assertThat(page).doesNotContain("<b onclick");
    assertThat(served.get("/staff/hand-out", "Cookie", staff).body()).doesNotContain("<b onclick");
  }

  @Test
  void a_download_is_named_by_us_and_is_never_taken_for_a_page() {
    OnTrial victim = begins();
    share(victim, "=HYPERLINK(\"http://evil.example\")");
    var answer = served.get("/export", "Cookie", victim.cookie());

    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"counterpose.json\"");
  }

  private org.counterpose.app.Served.Answer share(OnTrial victim, String name) {
    return form(
        "/clinic/share", victim.cookie(), "share=yes&share-place=main&share-name=" + encoded(name));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
