package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.counterpose.app.TwoPlaces.Place;
import org.counterpose.guard.AccessTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route there is, asked by somebody who reads Spanish: rightly, wrongly and in vain. */
class EveryAnswerInSpanishTest {

  private static final Pattern READ = Pattern.compile("text/(html|plain|calendar)|json|xml");

  /** What a page says that it says in English, what is no text, and what programs are told. */
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "(?s)<(\\w+)[^>]*\\blang=\"en\"[^>]*>.*?</\\1>|<(script|style|textarea)\\b.*?</\\2>"
              + "|\"(message|source|sources|zone)\":(\"(?:[^\"\\\\]|\\\\.)*\"|\\[[^\\]]*])");

  /** Titles of links, pictures and fields are read too. */
  private static final Pattern HEARD =
      Pattern.compile("\\b(?:aria-label|alt|title|placeholder)=\"([^\"]*)\"");

  /** A value of JSON that is no id. */
  private static final Pattern JSON_TEXT = Pattern.compile("\"((?:[^\"\\\\ ]|\\\\.)* [^\"]*)\"");

  /** The description of the API, what is kept as it was said, and what a script sends. */
  private static final Pattern FOR_PROGRAMS = Pattern.compile("openapi|export|^POST /entries");

  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  /** As the clinic of this test is called, what a mail server said, and a letter as it was sent. */
  private static final Pattern NAMES =
      Pattern.compile(
          "\\b(\\w+|A talk) of (main|elsewhere)\\b|Kim of the town|Zoe of the lake|By the lake"
              + "|cannot be reached: ConnectException|Confirm your address");

  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?i).{0,40}(?<!-)\\b(the|and|your|you|with|this|that|was|were|from|not|must|nothing|here|please"
              + "|is|are|there|what|when|which|cannot|only)\\b.{0,40}");

  /** What is no publication. */
  private static final Set<String> OUR_OWN = Set.of("own-judgement", "usual-practice");

  @TempDir private Path folder;

  private TwoPlaces clinic;
  private final Map<String, SortedSet<String>> left = new TreeMap<>();

  @BeforeEach
  void start() {
    clinic = new TwoPlaces(folder);
  }

  @AfterEach
  void stop() {
    clinic.close();
  }

  @Test
  void nothing_that_is_answered_is_still_in_english() {
    OnTrial person = clinic.person(Place.MAIN);
    person.send("/language", "language=es&back=/today");
    String administrator = clinic.administrator();
    for (AccessTable.Line line : AccessTable.all()) {
      if (line.method().equals("GET")) {
        for (String cookie : List.of("", person.cookie(), administrator)) {
          ask(line, address(line, person), new Sent(cookie, person.key(), ""));
        }
      } else {
        OnTrial another = clinic.person(Place.MAIN);
        ask(line, address(line, another), new Sent(another.cookie(), another.key(), ""));
        ask(line, address(line, another), new Sent(administrator, "none", "x=1"));
      }
      if (line.path().contains("{")) {
        String nothing = line.path().replaceAll("\\{\\w+}|<path>", "none");
        ask(line, nothing, new Sent(administrator, "none", ""));
      }
    }
    assertThat(left).isEmpty();
  }

  @Test
  void refusals_before_any_page_is_asked_are_in_the_language_that_was_chosen_or_is_wished() {
    for (String path : List.of("/no-such-page", "/a/%2e%2e/b", "/api/v1/nothing")) {
      look(path, clinic.served().get(path, "Accept-Language", "es"));
    }
    Served.Answer chosen = clinic.served().get("/no-such-page", "Cookie", "language=es");
    assertThat(chosen.status()).isEqualTo(404);
    assertThat(chosen.body()).contains("<html lang=\"es\"", "No existe esa página");
    assertThat(clinic.served().post("/api/v1/appointments", "{", "Accept-Language", "es").body())
        .contains("\"detail\":\"El contenido no es el JSON");
    assertThat(left).isEmpty();
  }

  private String address(AccessTable.Line line, OnTrial person) {
    return clinic.address(line.path(), Place.MAIN, person).path();
  }

  /** What is sent along: who asks, and what they filled in. */
  private record Sent(String cookie, String key, String form) {}

  private void ask(AccessTable.Line line, String path, Sent sent) {
    look(
        line.method() + " " + line.path(),
        clinic
            .served()
            .send(
                line.method(),
                path,
                line.method().equals("POST") ? sent.form().getBytes(StandardCharsets.UTF_8) : null,
                "Accept-Language",
                "es",
                "Cookie",
                sent.cookie(),
                "Authorization",
                "Bearer " + sent.key(),
                "Content-Type",
                path.startsWith("/api/")
                    ? "application/json"
                    : "application/x-www-form-urlencoded"));
  }

  private void look(String asked, Served.Answer answer) {
    if (!READ.matcher(answer.header("Content-Type")).find() || FOR_PROGRAMS.matcher(asked).find()) {
      return;
    }
    String said = LEFT_OUT.matcher(answer.body()).replaceAll(" ");
    for (String source : sources()) {
      said = said.replace(source, "");
    }
    StringBuilder read = new StringBuilder();
    if (answer.header("Content-Type").contains("json")) {
      JSON_TEXT.matcher(said).results().forEach(text -> read.append('\n').append(text.group(1)));
    } else {
      read.append(TAG.matcher(said).replaceAll("\n"));
    }
    HEARD.matcher(said).results().forEach(heard -> read.append('\n').append(heard.group(1)));
    NAMES
        .matcher(read)
        .replaceAll("")
        .lines()
        .filter(text -> !text.contains("://"))
        .flatMap(text -> ENGLISH.matcher(text).results())
        .forEach(
            found ->
                left.computeIfAbsent(asked + " " + answer.status(), first -> new TreeSet<>())
                    .add(found.group().strip()));
  }

  /** Titles of studies and guidelines, as they were published. */
  private List<String> sources() {
    return clinic.practice().library().programmes().stream()
        .flatMap(programme -> programme.sources().values().stream())
        .filter(source -> !OUR_OWN.contains(source.id()))
        .map(source -> source.title())
        .toList();
  }
}
