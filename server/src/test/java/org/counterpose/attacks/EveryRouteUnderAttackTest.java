package org.counterpose.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.counterpose.app.OnTrial;
import org.counterpose.app.Served;
import org.counterpose.guard.AccessTable;
import org.counterpose.people.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no route may do, asked of all of them as somebody who may everything. */
class EveryRouteUnderAttackTest extends Attacked {

  private static final String EVIL = "https://evil.example/x";

  /** Names under which a site might take the address to go on to. */
  private static final List<String> ONWARD =
      List.of("next", "to", "back", "return", "url", "redirect", "continue", "day", "instead-of");

  @Test
  void no_page_but_the_small_frame_can_be_shown_in_one_and_nothing_leads_to_another_site() {
    OnTrial person = begins();
    shares(person, "=HYPERLINK(\"" + EVIL + "\")");
    String cookies = SignedIn.administrator(practice) + "; " + person.cookie();
    List<String> framed = new ArrayList<>();
    List<String> leadAway = new ArrayList<>();
    List<String> tables = new ArrayList<>();
    int redirects = 0;

    List<AccessTable.Line> lines = new ArrayList<>(AccessTable.all());
    lines.sort(Comparator.comparing(EveryRouteUnderAttackTest::endsWhatIsUsed));
    for (AccessTable.Line line : lines) {
      String path = filled(line.path(), person);
      Served.Answer answer =
          line.method().equals("POST")
              ? form(path, cookies, onward())
              : served.send(line.method(), path + "?" + onward(), null, "Cookie", cookies);
      String where = line.method() + " " + line.path();
      if (!answer.header("X-Frame-Options").equals("DENY")
          || !answer.header("Content-Security-Policy").contains("frame-ancestors 'none'")) {
        framed.add(where);
      }
      String location = answer.header("Location");
      redirects += location.isEmpty() ? 0 : 1;
      if (!location.isEmpty() && !location.matches("/([^/\\\\].*)?")) {
        leadAway.add(where + " -> " + location);
      }
      if (answer.header("Content-Type").matches("(?i).*(csv|excel|sheet|tab-sep|octet).*")) {
        tables.add(where);
      }
    }

    assertThat(framed).isEmpty();
    assertThat(leadAway).isEmpty();
    assertThat(redirects).isGreaterThan(20);
    // names go to spreadsheets nowhere, so no name is a formula anywhere
    assertThat(tables).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        EVIL,
        "//evil.example",
        "/\\evil.example",
        "/staff//evil.example",
        "/staff/../j/1/2",
        "javascript:alert(1)",
        "/staff%0d%0aSet-Cookie:x=y",
        "/staff\"><script>"
      })
  void signing_in_goes_on_to_pages_of_the_staff_alone(String next) {
    String page =
        served
            .get(
                "/staff/sign-in?next="
                    + java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8))
            .body();

    assertThat(page).contains("name=\"next\" value=\"/staff\"").doesNotContain("evil.example");
    assertThat(served.get("/staff/sign-in?next=/staff/team").body())
        .contains("name=\"next\" value=\"/staff/team\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%0d%0aSet-Cookie:%20a=b", "%0aX:%20y", "x%7f", "x%1b"})
  void a_line_end_in_an_address_is_no_header_of_the_answer(String part) throws IOException {
    for (String path : new String[] {"/staff/people/", "/waiting/", "/j/x/", "/appointment/"}) {
      String answer =
          served.raw("GET " + path + part + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

      assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("a=b", "X: y");
    }
  }

  private static boolean endsWhatIsUsed(AccessTable.Line line) {
    return line.path().matches("/staff/sign-out|/forget|/keep/link|.*/j/.*")
        || line.method().equals("DELETE");
  }

  private static String onward() {
    return String.join("&", ONWARD.stream().map(name -> name + "=" + EVIL).toList());
  }

  private static String filled(String path, OnTrial person) {
    return path.replace("{journey}", person.id())
        .replace("/journeys/{id}", "/journeys/" + person.id())
        .replace("/j/{id}/{key}", "/j/" + person.id() + "/" + person.key())
        .replace("{programme}", "mid-back")
        .replace("{step}", "thread-the-needle")
        .replace("{slot}", "after-work")
        .replace("{service}", "first-visit")
        .replace("<path>", "css/base.css")
        .replaceAll("\\{\\w+}", "x");
  }
}
