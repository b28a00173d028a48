package org.counterpose.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages that are there in two languages, over HTTP. */
class LanguagesTest {

  private static final Languages TWO = new Languages(List.of("en", "es"));

  private final HttpClient client = HttpClient.newHttpClient();
  private Javalin server = Javalin.create();

  @BeforeEach
  void start() {
    server =
        Javalin.create(
                config -> {
                  config.routes.post(
                      "/language",
                      context -> TWO.choose(context, (page, language) -> page, language -> {}));
                  Switchboard all = new Switchboard(config.routes, TWO);
                  for (String language : TWO.all()) {
                    all.in(language).get("/page", context -> context.result("in " + language));
                    all.in(language).post("/page", context -> context.result("to " + language));
                  }
                })
            .start("127.0.0.1", 0);
  }

  @AfterEach
  void stop() {
    server.stop();
    client.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          es                            | es
          es-MX,es;q=0.9,en;q=0.8       | es
          de;q=0.9,es;q=0.5             | es
          en-GB,es;q=0.9                | en
          de                            | en
          ;;;q=x                        | en
          """)
  void the_first_wished_language_that_there_is_answers(String wished, String language)
      throws Exception {
    HttpResponse<String> answer = get("Accept-Language", wished);

    assertThat(answer.body()).isEqualTo("in " + language);
    assertThat(answer.headers().firstValue("Content-Language")).contains(language);
  }

  @Test
  void what_was_chosen_on_a_device_goes_before_what_its_browser_wishes() throws Exception {
    HttpResponse<String> chosen = send("/language", "language=es&back=/page", "X-None", "");

    assertThat(chosen.statusCode()).isEqualTo(303);
    assertThat(chosen.headers().firstValue("Location")).contains("/page");
    String cookie = chosen.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    assertThat(get("Cookie", cookie).body()).isEqualTo("in es");
    assertThat(send("/page", "", "Cookie", cookie).body()).isEqualTo("to es");
    assertThat(get("Cookie", "language=xx").body()).isEqualTo("in en");
  }

  @ParameterizedTest
  @CsvSource({"//evil.example", "https://evil.example", "/\\evil.example", "javascript:1", "''"})
  void choosing_a_language_leads_to_no_other_site(String back) throws Exception {
    HttpResponse<String> answer =
        send("/language", "language=es&back=" + back.replace(":", "%3A"), "X-None", "");

    assertThat(answer.headers().firstValue("Location")).contains("/");
  }

  @Test
  void a_language_that_there_is_not_is_not_chosen() throws Exception {
    assertThat(send("/language", "language=xx&back=/page", "X-None", "").headers().map())
        .doesNotContainKey("set-cookie");
  }

  private HttpResponse<String> get(String header, String value)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(at("/page")).header(header, value).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> send(String path, String form, String header, String value)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(header, value)
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }
}
