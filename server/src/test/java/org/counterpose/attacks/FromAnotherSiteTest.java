package org.counterpose.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpose.app.OnTrial;
import org.counterpose.guard.AccessTable;
import org.counterpose.guard.Guard;
import org.counterpose.people.SignedIn;
import org.junit.jupiter.api.Test;

/** Another site has a signed-in browser send something, or shows us in its frame. */
class FromAnotherSiteTest extends Attacked {

  @Test
  void no_route_takes_what_another_site_has_a_browser_send() {
    OnTrial victim = begins();
    shares(victim, "Ana");
    String cookies = victim.cookie() + "; " + SignedIn.administrator(practice);

    for (AccessTable.Line line : AccessTable.all()) {
      if (line.method().equals("GET")) {
        continue;
      }
      String path = line.path().replace("{journey}", victim.id()).replaceAll("\\{\\w+}", "x");
      assertThat(sent(line.method(), path, cookies, "Sec-Fetch-Site", "cross-site"))
          .as("%s %s", line.method(), path)
          .isEqualTo(403);
      assertThat(sent(line.method(), path, cookies, "Origin", "https://evil.example"))
          .as("%s %s", line.method(), path)
          .isEqualTo(403);
    }
    assertThat(served.get("/today", "Cookie", victim.cookie()).status()).isEqualTo(200);
  }

  private int sent(String method, String path, String cookies, String header, String value) {
    return served.send(method, path, new byte[0], "Cookie", cookies, header, value).status();
  }

  @Test
  void no_page_shows_itself_in_anothers_frame() {
    OnTrial victim = begins();
    String cookies = victim.cookie() + "; " + SignedIn.administrator(practice);

    for (AccessTable.Line line : AccessTable.all()) {
      if (!line.method().equals("GET")) {
        continue;
      }
      String path = line.path().replace("{programme}", "mid-back").replaceAll("[{<]\\w+[}>]", "x");
      var answer = served.get(path, "Cookie", cookies);
      assertThat(answer.header("X-Frame-Options")).as(path).isEqualTo("DENY");
      assertThat(answer.header("Content-Security-Policy"))
          .as(path)
          .contains("frame-ancestors 'none'");
    }
    assertThat(Guard.headers()).containsEntry("X-Frame-Options", "DENY");
  }

  @Test
  void being_led_to_sign_in_leads_back_to_our_own_pages_alone() {
    for (String path :
        new String[] {"/staff/people//evil.example", "/staff//evil.example", "//evil.example"}) {
      assertThat(served.get(path).header("Location")).as(path).doesNotContain("//");
    }
    assertThat(served.get("/staff").header("Location")).startsWith("/staff/sign-in?next=/staff");
  }
}
