package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.counterpose.api.Calls;
import org.counterpose.app.TwoPlaces.Place;
import org.counterpose.guard.Access;
import org.counterpose.guard.AccessTable;
import org.counterpose.people.SignedIn;
import org.counterpose.web.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Walks every route as everybody and compares the answers with {@code routes/who-may.txt}. A route
 * that is new needs a line there; the message has it as it was answered, to be judged by whoever
 * adds it.
 */
class EveryRouteAndWhoMayTest {

  private static final List<String> WALKERS =
      List.of("nobody", "person", "another", "elsewhere", "practitioner", "administrator");

  @TempDir Path folder;
  private TwoPlaces clinic;

  @BeforeEach
  void start() {
    clinic = new TwoPlaces(folder);
  }

  @AfterEach
  void stop() {
    clinic.close();
  }

  @Test
  void the_table_has_every_route_that_is_served_and_no_other() {
    assertThat(inTheTable()).isEqualTo(registered());
  }

  @Test
  void every_route_answers_everybody_as_the_table_says() throws IOException {
    Map<String, String> expected = expected();
    Map<String, String> walked = walked();

    List<String> differing = new ArrayList<>();
    walked.forEach(
        (route, answers) -> {
          if (!answers.equals(expected.get(route))) {
            differing.add(route + " " + answers);
          }
        });
    assertThat(differing).as("answered otherwise than who-may.txt says").isEmpty();
    assertThat(walked.keySet()).containsAll(expected.keySet());
  }

  @Test
  void no_page_of_the_clinic_opens_for_who_does_not_work_there() throws IOException {
    Map<String, String> expected = expected();

    for (AccessTable.Line line : AccessTable.all()) {
      String[] answers = Objects.requireNonNull(expected.get(route(line)), route(line)).split(" ");
      if (line.access() == Access.STAFF || line.access() == Access.ADMINISTRATOR) {
        assertThat(List.of(answers).subList(0, 3)).as(route(line)).containsOnly(closed(line));
      }
      if (line.access() == Access.ADMINISTRATOR) {
        assertThat(List.of(answers).subList(3, 5)).as(route(line)).containsOnly("403");
      }
      if (line.access() == Access.STAFF && line.path().contains("{")) {
        assertThat(answers[3]).as(route(line)).isEqualTo("404");
        assertThat(List.of(answers).subList(4, 6)).as(route(line)).doesNotContain("404");
      }
      if (line.path().matches("/visits/.*|/take-back/.*")) {
        assertThat(answers[1]).as(route(line)).isEqualTo("303");
        assertThat(answers[2]).as(route(line)).isEqualTo("404");
      }
      if (line.path().startsWith("/api/v1/journeys/{id}")) {
        assertThat(List.of(answers))
            .as(route(line))
            .allMatch(answer -> answer.equals("404") || answer.equals(answers[1]))
            .element(2)
            .isEqualTo("404");
      }
    }
  }

  private static String closed(AccessTable.Line line) {
    return line.method().equals("GET") ? "303" : "401";
  }

  private TreeSet<String> registered() {
    Javalin everything =
        Javalin.create(
            config -> {
              new Calls(clinic.practice()).add(config.routes);
              new Pages(clinic.practice()).add(config.routes);
            });
    TreeSet<String> routes = new TreeSet<>();
    everything.unsafe.internalRouter.allHttpHandlers().stream()
        .filter(handler -> isARoute(handler.endpoint.method))
        .forEach(handler -> routes.add(handler.endpoint.method + " " + handler.endpoint.path));
    return routes;
  }

  private static boolean isARoute(HandlerType type) {
    return List.of("GET", "POST", "PUT", "PATCH", "DELETE").contains(type.toString());
  }

  private static TreeSet<String> inTheTable() {
    TreeSet<String> routes = new TreeSet<>();
    AccessTable.all().forEach(line -> routes.add(route(line)));
    return routes;
  }

  private static String route(AccessTable.Line line) {
    return line.method() + " " + line.path();
  }

  /** Somebody who asks, and the person whose trial and things they ask for. */
  private record Walker(OnTrial person, String cookie, String bearer) {}

  private Walker walker(String who) {
    OnTrial person = clinic.person(Place.MAIN);
    return switch (who) {
      case "nobody" -> new Walker(person, "", "none");
      case "person" -> new Walker(person, person.cookie(), person.key());
      case "another" -> {
        OnTrial another = clinic.person(Place.MAIN);
        yield new Walker(person, another.cookie(), another.key());
      }
      case "elsewhere" -> new Walker(person, clinic.practitioner(Place.ELSEWHERE), "none");
      case "practitioner" -> new Walker(person, clinic.practitioner(Place.MAIN), "none");
      default -> new Walker(person, SignedIn.administrator(clinic.practice()), "none");
    };
  }

  private Map<String, String> walked() {
    Map<String, Walker> lookers = new HashMap<>();
    Map<String, String> walked = new LinkedHashMap<>();
    for (AccessTable.Line line : AccessTable.all()) {
      List<String> answers = new ArrayList<>();
      for (String who : WALKERS) {
        // whoever changes something is somebody new, so that no answer hangs on what was asked
        // before
        Walker walker =
            line.method().equals("GET") ? lookers.computeIfAbsent(who, this::walker) : walker(who);
        answers.add(String.valueOf(answer(line, walker)));
      }
      walked.put(route(line), String.join(" ", answers));
    }
    return walked;
  }

  private int answer(AccessTable.Line line, Walker walker) {
    String path = clinic.address(line.path(), Place.MAIN, walker.person()).path();
    return clinic
        .served()
        .send(
            line.method(),
            path,
            line.method().equals("POST") ? new byte[0] : null,
            "Cookie",
            walker.cookie(),
            "Authorization",
            "Bearer " + walker.bearer(),
            "Content-Type",
            path.startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded")
        .status();
  }

  /** By route, the answers to {@link #WALKERS} in their order. */
  private static Map<String, String> expected() throws IOException {
    Map<String, String> expected = new LinkedHashMap<>();
    try (InputStream table =
        EveryRouteAndWhoMayTest.class.getResourceAsStream("/routes/who-may.txt")) {
      String text =
          new String(
              Objects.requireNonNull(table, "routes/who-may.txt").readAllBytes(),
              StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(
              line -> {
                String[] parts = line.split("\\s+", 3);
                expected.put(parts[0] + " " + parts[1], parts[2].replaceAll("\\s+", " ").strip());
              });
    }
    return expected;
  }
}
