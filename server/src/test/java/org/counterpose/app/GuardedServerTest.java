package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.counterpose.guard.Guard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedServerTest {

  @TempDir Path folder;
  SettableClock clock = SettableClock.at("2026-11-22T12:00:00Z");
  Served served;

  @BeforeEach
  void start() {
    served = Served.in(folder, clock);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/nowhere",
        "/today",
        "/static/x/js/pages.js",
        "/static/x/none.css",
        "/api/v1/health",
        "/api/v1/nowhere",
        "/api/v1/journeys/x/today",
        "/api/v1/%2e%2e/x",
        "/api/v1/journeys/..%2f..%2fetc/today",
      })
  void every_answer_has_the_headers_that_keep_it_to_itself(String path) {
    Served.Answer answer = served.get(path);

    Map<String, String> headers = Guard.headers();
    headers.remove("Cache-Control");
    headers.forEach((name, value) -> assertThat(answer.header(name)).as(name).isEqualTo(value));
    assertThat(answer.header("Cache-Control")).isNotEmpty();
    assertThat(answer.header("Server")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/..",
        "/api/v1/../../etc/passwd",
        "/static/x/../../db/migration/V001__journals.sql",
        "/static/x/%2e%2e/%2e%2e/api/openapi.json",
        "/static/x/..%2f..%2fapi/openapi.json",
        "/static/x/..\\..\\api",
        "/static/x/js%5c..%5cpages.js",
        "/static/x//etc/passwd",
        "/api/v1/journeys/..;/today",
        "/api/v1/journeys/%00/today",
        "/api/v1/journeys/%252e%252e/today",
        "/%",
        "/%zz",
        "/%ff%fe"
      })
  void tricks_in_the_address_get_nowhere(String path) throws Exception {
    String answer = served.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(answer).matches("(?s)HTTP/1.1 (400|404) .*");
    assertThat(answer).contains("Content-Security-Policy").doesNotContain("at org.", "Exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NONSENSE\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\n\r\n"})
  void what_is_no_http_is_refused_without_a_word_of_how_we_are_built(String request)
      throws Exception {
    String answer = served.raw(request);

    assertThat(answer).matches("(?s)HTTP/1.1 (400|505) .*");
    assertThat(answer).doesNotContain("at org.", "Exception", "jetty", "Jetty");
  }

  @Test
  void a_post_from_another_site_is_refused() {
    assertThat(served.post("/api/v1/screenings", "{}", "Sec-Fetch-Site", "cross-site").status())
        .isEqualTo(403);
    assertThat(served.post("/api/v1/screenings", "{}", "Sec-Fetch-Site", "same-site").status())
        .isEqualTo(403);
    assertThat(served.post("/api/v1/screenings", "{}", "Origin", "https://evil.example").status())
        .isEqualTo(403);
    assertThat(served.post("/api/v1/screenings", "{}", "Origin", "null").status()).isEqualTo(403);
    assertThat(
            served
                .send("DELETE", "/api/v1/journeys/x", null, "Sec-Fetch-Site", "cross-site")
                .status())
        .isEqualTo(403);
  }

  @Test
  void a_post_from_our_own_page_or_from_a_program_goes_through() {
    assertThat(served.post("/api/v1/screenings", "{}").status()).isEqualTo(422);
    assertThat(served.post("/api/v1/screenings", "{}", "Origin", served.address()).status())
        .isEqualTo(422);
    assertThat(served.post("/api/v1/screenings", "{}", "Sec-Fetch-Site", "same-origin").status())
        .isEqualTo(422);
  }

  @Test
  void ten_megabytes_are_too_much_whether_their_length_was_told_or_not() throws Exception {
    byte[] much = new byte[10 * 1024 * 1024];

    Served.Answer told = served.send("POST", "/api/v1/screenings", much);
    String untold =
        served.raw(
            "POST /api/v1/screenings HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "200000\r\n"
                + " ".repeat(0x200000)
                + "\r\n0\r\n\r\n");

    assertThat(told.status()).isEqualTo(413);
    assertThat(told.header("Content-Type")).startsWith("application/problem+json");
    assertThat(untold).startsWith("HTTP/1.1 413 ");
  }

  @Test
  void nothing_personal_is_kept_by_a_browser_and_static_files_are_kept_for_ever() {
    String script = new org.counterpose.web.AssetAddresses().of("js/pages.js");

    Served.Answer file = served.get(script);
    Served.Answer pressed = served.get(script, "Accept-Encoding", "gzip");
    Served.Answer old = served.get("/static/000000000000/js/pages.js");

    assertThat(served.get("/api/v1/health").header("Cache-Control")).isEqualTo("no-store");
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(file.header("Content-Type")).startsWith("text/javascript");
    assertThat(pressed.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(old.header("Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void too_many_are_told_when_to_come_back() {
    served.close();
    served = Served.in(folder, clock, Configuration::withRateLimits);
    for (int i = 0; i < 120; i++) {
      assertThat(served.post("/api/v1/screenings", "{}").status()).isEqualTo(422);
    }

    Served.Answer refused = served.post("/api/v1/screenings", "{}");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("5");
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    clock.goOn(Duration.ofSeconds(5));
    assertThat(served.post("/api/v1/screenings", "{}").status()).isEqualTo(422);
  }

  @Test
  void whom_a_proxy_speaks_for_counts_only_where_the_proxy_is_trusted() {
    served.close();
    served = Served.in(folder, clock, Configuration::withRateLimits);
    for (int i = 0; i < 120; i++) {
      served.post("/api/v1/screenings", "{}", "X-Forwarded-For", "192.0.2." + i);
    }
    assertThat(served.post("/api/v1/screenings", "{}", "X-Forwarded-For", "192.0.2.200").status())
        .isEqualTo(429);
    served.close();

    served =
        Served.in(folder, clock, c -> c.withRateLimits().withTrustedProxies(Set.of("127.0.0.1")));
    for (int i = 0; i < 120; i++) {
      served.post("/api/v1/screenings", "{}", "X-Forwarded-For", "10.0.0.9, 192.0.2.1");
    }
    assertThat(served.post("/api/v1/screenings", "{}", "X-Forwarded-For", "192.0.2.1").status())
        .isEqualTo(429);
    assertThat(served.post("/api/v1/screenings", "{}", "X-Forwarded-For", "192.0.2.2").status())
        .isEqualTo(422);
    String[] twoLines = {"X-Forwarded-For", "192.0.2.3", "X-Forwarded-For", "192.0.2.1"};
    assertThat(served.post("/api/v1/screenings", "{}", twoLines).status()).isEqualTo(429);
  }

  @Test
  void one_sender_with_a_network_of_addresses_holds_no_more_times_than_one_with_one() {
    served.close();
    served = Served.in(folder, clock, c -> c.withTrustedProxies(Set.of("127.0.0.1")));
    List<String> times =
        Pattern.compile("\"(/book/first-visit/[^/\"]+/[^\"]+)\"")
            .matcher(served.get("/book/first-visit").body())
            .results()
            .map(found -> found.group(1))
            .distinct()
            .toList();
    assertThat(times).hasSizeGreaterThan(8);

    int held = 0;
    for (int i = 0; i < times.size(); i++) {
      Served.Answer form =
          served.get(times.get(i), "X-Forwarded-For", "2001:db8:1:2::" + Integer.toHexString(i));
      held += form.header("Set-Cookie").startsWith("hold=") ? 1 : 0;
    }
    assertThat(held).isEqualTo(6);
  }

  @Test
  void a_host_that_the_caller_wrote_before_the_proxys_own_does_not_count() {
    served.close();
    served = Served.in(folder, clock, c -> c.withTrustedProxies(Set.of("127.0.0.1")));
    String[] forwarded = {"X-Forwarded-Host", "evil.example, clinic.example"};

    assertThat(
            served
                .post(
                    "/api/v1/screenings",
                    "{}",
                    forwarded[0],
                    forwarded[1],
                    "Origin",
                    "https://evil.example")
                .status())
        .isEqualTo(403);
    assertThat(
            served
                .post(
                    "/api/v1/screenings",
                    "{}",
                    forwarded[0],
                    forwarded[1],
                    "Origin",
                    "https://clinic.example")
                .status())
        .isEqualTo(422);
    assertThat(
            served.get("/", "X-Forwarded-Proto", "https, http").header("Strict-Transport-Security"))
        .isEmpty();
    assertThat(
            served.get("/", "X-Forwarded-Proto", "http, https").header("Strict-Transport-Security"))
        .isNotEmpty();
  }

  @Test
  void who_only_asks_for_a_page_is_not_told_that_nothing_was_kept() {
    byte[] much = new byte[2 * 1024 * 1024];

    assertThat(served.send("GET", "/", much).body()).doesNotContainIgnoringCase("kept");
    assertThat(served.send("POST", "/", much).body()).contains("Nothing was kept.");
  }
}
