package org.counterpose.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpose.app.OnTrial.entry;
import static org.counterpose.app.OnTrial.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.javalin.Javalin;
import io.javalin.router.Endpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpose.app.Checked;
import org.counterpose.app.OnTrial;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The description of the API and the API say the same. */
class OpenApiTest {

  private static final String PREFIX = "/api/v1";

  @TempDir Path folder;
  SettableClock clock = SettableClock.at("2026-11-23T13:30:00Z");
  Served served;
  JsonNode document;
  Set<String> walked = new TreeSet<>();

  @BeforeEach
  void start() {
    served = Served.in(folder, clock);
    document = json(served.get("/api/v1/openapi.json").body());
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void every_route_is_described_and_every_description_has_a_route() {
    Set<String> described = new TreeSet<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

    assertThat(routes()).containsExactlyInAnyOrderElementsOf(described);
  }

  @Test
  void every_answer_of_a_walk_through_the_api_is_as_described() {
    String person = Checked.stiffAtTheDesk().screening();
    check("GET", "/health", served.get(PREFIX + "/health"));
    check("GET", "/openapi.json", served.get(PREFIX + "/openapi.json"));
    check("GET", "/programmes", served.get(PREFIX + "/programmes"));
    check("GET", "/programmes/{id}", served.get(PREFIX + "/programmes/mid-back"));
    check("GET", "/programmes/{id}", served.get(PREFIX + "/programmes/ankles"));
    check("GET", "/programmes/{id}", served.get(PREFIX + "/programmes/none"));
    check("POST", "/screenings", served.post(PREFIX + "/screenings", person));
    check(
        "POST",
        "/screenings",
        served.post(
            PREFIX + "/screenings",
            Checked.stiffAtTheDesk()
                .with("serious-signs", "[\"lump\"]")
                .with("age", "66")
                .with("first-episode", "true")
                .screening()));
    check("POST", "/screenings", served.post(PREFIX + "/screenings", "{}"));
    check("POST", "/screenings", served.post(PREFIX + "/screenings", "{"));
    check(
        "POST",
        "/screenings",
        served.post(PREFIX + "/screenings", "x", "Content-Type", "text/plain"));
    check("POST", "/screenings", served.send("POST", PREFIX + "/screenings", new byte[2_000_000]));
    journey();
    appointment();

    assertThat(routes()).isEqualTo(walked);
  }

  @Test
  void an_answer_that_is_not_as_described_would_be_noticed() {
    String today = "#/components/schemas/Today";
    String begun =
        json(served.post(PREFIX + "/journeys", Checked.stiffAtTheDesk().journey()).body())
            .get("today")
            .toString();

    assertThat(schema(today).validate(begun, InputFormat.JSON)).isEmpty();
    assertThat(schema(today).validate("{}", InputFormat.JSON)).isNotEmpty();
    for (String wrong : List.of("\"day\":\"one\"", "\"day\":0", "\"day\":1,\"more\":1")) {
      assertThat(schema(today).validate(begun.replace("\"day\":1", wrong), InputFormat.JSON))
          .as(wrong)
          .isNotEmpty();
    }
  }

  private void journey() {
    Served.Answer begun = served.post(PREFIX + "/journeys", Checked.stiffAtTheDesk().journey());
    check("POST", "/journeys", begun);
    check(
        "POST",
        "/journeys",
        served.post(
            PREFIX + "/journeys", Checked.stiffAtTheDesk().with("cancer", "true").journey()));
    check("POST", "/journeys", served.post(PREFIX + "/journeys", "{\"programme\":1}"));
    OnTrial person =
        new OnTrial(
            served, json(begun.body()).get("id").asText(), json(begun.body()).get("key").asText());
    String entries =
        "["
            + entry("rated", "\"pain\":6")
            + ","
            + entry("session-stopped", "\"step\":\"rolled-towel\",\"why\":\"pain\"")
            + ","
            + entry("activities", "\"activities\":[{\"name\":\"driving\",\"score\":3}]")
            + ","
            + entry(
                "weekly-check",
                "\"safety\":" + Checked.nothingWeekly() + ",\"change\":-1,\"activities\":[]")
            + "]";
    check("POST", "/journeys/{id}/entries", person.add(entries));
    check("POST", "/journeys/{id}/entries", person.add("[7]"));
    for (String call : List.of("/today", "/entries", "/verdict", "/export")) {
      check("GET", "/journeys/{id}" + call, person.get(call));
      check("GET", "/journeys/{id}" + call, served.get(person.path(call)));
    }
    check("GET", "/journeys/{id}/today", person.get("/today?at=2026-12-02T12:00:00Z"));
    check("GET", "/journeys/{id}/today", person.get("/today?at=never"));
    check("GET", "/journeys/{id}/verdict", person.get("/verdict?at=2026-12-20T12:00:00Z"));
    String rated = OnTrial.rated("2026-11-23T08:30:00-05:00", 6);
    person.add("[" + rated.replace("}", ",\"stiffness\":4}") + "]");
    assertThat(person.read("/verdict").get("stiffness").isObject()).isTrue();
    check("GET", "/journeys/{id}/verdict", person.get("/verdict"));
    check("DELETE", "/journeys/{id}", person.erase());
    check("DELETE", "/journeys/{id}", person.erase());
  }

  private void appointment() {
    check("GET", "/services", served.get(PREFIX + "/services"));
    String free = PREFIX + "/availability?service=first-visit&from=2026-11-24&to=2026-11-27";
    check("GET", "/availability", served.get(free));
    check("GET", "/availability", served.get(PREFIX + "/availability?service=none&from=x"));
    JsonNode times = json(served.get(free).body());
    String wish = wish(times.get(0));
    Served.Answer booked = book(wish);
    check("POST", "/appointments", booked);
    check("POST", "/appointments", book(wish));
    check("POST", "/appointments", book("{}"));
    check("POST", "/appointments", served.post(PREFIX + "/appointments", wish));
    assertThat(book(wish).status()).isEqualTo(409);
    String path = PREFIX + "/appointments/" + json(booked.body()).get("id").asText();
    String other = "{\"start\":\"" + times.get(times.size() - 1).get("start").asText() + "\"}";
    check("GET", "/appointments/{id}", served.get(path));
    check("GET", "/appointments/{id}", served.get(PREFIX + "/appointments/x"));
    check("POST", "/appointments/{id}/move", served.post(path + "/move", other));
    check("POST", "/appointments/{id}/move", served.post(path + "/move", "{}"));
    check("POST", "/appointments/{id}/move", served.post(PREFIX + "/appointments/x/move", other));
    check("DELETE", "/appointments/{id}", served.delete(path));
    check("DELETE", "/appointments/{id}", served.delete(PREFIX + "/appointments/x"));
  }

  private Served.Answer book(String wish) {
    return served.post(
        PREFIX + "/appointments", wish, "Idempotency-Key", UUID.randomUUID().toString());
  }

  private static String wish(JsonNode time) {
    return "{\"practitioner\":\""
        + time.get("practitioner").asText()
        + "\",\"start\":\""
        + time.get("start").asText()
        + "\",\"service\":\"first-visit\",\"name\":\"A Person\",\"email\":\"a@clinic.example\"}";
  }

  /** The answer's status, kind of content and body are among those described for the call. */
  private void check(String method, String path, Served.Answer answer) {
    walked.add(method + " " + path);
    String call = method + " " + path + " -> " + answer.status();
    JsonNode response =
        document
            .path("paths")
            .path(path)
            .path(method.toLowerCase(Locale.ROOT))
            .path("responses")
            .path(String.valueOf(answer.status()));
    assertThat(response.isMissingNode()).as(call + " is described").isFalse();
    String pointer =
        response.has("$ref")
            ? response.get("$ref").asText()
            : "#/paths/"
                + path.replace("~", "~0").replace("/", "~1")
                + "/"
                + method.toLowerCase(Locale.ROOT)
                + "/responses/"
                + answer.status();
    JsonNode described = document.at(pointer.substring(1));
    if (!described.has("content")) {
      assertThat(answer.body()).as(call).isEmpty();
      return;
    }
    String type = described.get("content").fieldNames().next();
    assertThat(answer.header("Content-Type").split(";")[0]).as(call).isEqualTo(type);
    String schema = pointer + "/content/" + type.replace("/", "~1") + "/schema";
    List<Error> errors = schema(schema).validate(answer.body(), InputFormat.JSON);
    assertThat(errors).as(call + " " + answer.body()).isEmpty();
  }

  private Schema schema(String pointer) {
    String id = "https://counterpose.example/openapi.json";
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of(id, document.toString())));
    return registry.getSchema(
        SchemaLocation.of(id + "#" + pointer.substring(1).replace("{", "%7B").replace("}", "%7D")));
  }

  /** The routes that the code adds. */
  private Set<String> routes() {
    return Javalin.create(config -> new Calls(served.server().practice()).add(config.routes))
        .unsafe
        .internalRouter
        .allHttpHandlers()
        .stream()
        .map(handler -> handler.endpoint)
        .map((Endpoint endpoint) -> endpoint.method + " " + endpoint.path)
        .map(route -> route.replace(" " + PREFIX, " "))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
