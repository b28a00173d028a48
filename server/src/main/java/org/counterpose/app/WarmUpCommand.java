package org.counterpose.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.documents.Json;
import org.counterpose.plan.Today;
import org.counterpose.programme.Dose;
import org.counterpose.programme.Programme;
import org.counterpose.push.Reach;
import org.counterpose.screening.AnswersDocument;
import picocli.CommandLine.Command;

/**
 * Starts the server on a throw-away folder, asks for the usual pages and calls once, and stops:
 * what the start-up cache is trained on.
 */
@Command(
    name = "warm-up",
    hidden = true,
    description = "Trains the start-up cache; ./run calls it once after a build.")
final class WarmUpCommand implements Callable<Integer> {

  private static final int ROUNDS = 3;

  @Override
  public Integer call() throws IOException {
    try (ThrowAwayFolder folder = new ThrowAwayFolder("warm-up")) {
      Configuration configuration =
          new Configuration(
              0,
              "127.0.0.1",
              folder.path(),
              true,
              Set.of(),
              Configuration.homeFolder(),
              Optional.empty(),
              Optional.empty(),
              Reach.toAll());
      Instant now = Instant.now();
      String link = MadeUpClinic.fill(configuration, now, 1).get(4).path();
      try (Server server = Server.open(configuration, InstantSource.system())) {
        for (int i = 0; i < ROUNDS; i++) {
          walk(server, link);
        }
      }
    }
    return 0;
  }

  private static void walk(Server server, String link) throws IOException {
    Programme programme = server.practice().library().programmes().getFirst();
    String pages = "/programmes/" + programme.id();
    String[] parts = link.split("/");
    String cookie = "journey=" + parts[2] + "." + parts[3];
    get(server, link, "");
    for (String path : List.of("/", pages + "/check", pages + "/safety", "/aids", "/book")) {
      get(server, path, "");
    }
    programme.screens().forEach(screen -> getQuietly(server, pages + "/check/" + screen.id()));
    for (String path :
        List.of(
            "/today",
            "/progress",
            "/verdict",
            "/verdict/summary",
            "/weekly",
            "/worse",
            "/routine",
            "/keep")) {
      get(server, path, cookie);
    }
    for (Today.PlannedStep planned : today(server, parts)) {
      if (isGuided(programme, planned)) {
        get(server, "/step/" + planned.step() + "/" + planned.slot(), cookie);
      }
    }
    call(server, programme, parts);
  }

  private static boolean isGuided(Programme programme, Today.PlannedStep planned) {
    return switch (programme.step(planned.step()).orElseThrow().dose()) {
      case Dose.Timed _, Dose.Holds _, Dose.Reps _ -> true;
      case Dose.Worn _, Dose.Breaks _ -> false;
    };
  }

  private static List<Today.PlannedStep> today(Server server, String[] link) {
    return server
        .practice()
        .journeys()
        .open(link[2], link[3])
        .map(journey -> journey.today(Instant.now()).steps())
        .orElse(List.of());
  }

  private static void call(Server server, Programme programme, String[] link) throws IOException {
    String api = "/api/v1/";
    for (String path :
        List.of("health", "programmes", "programmes/" + programme.id(), "services")) {
      get(server, api + path, "");
    }
    MadeUpPerson person =
        MadeUpPerson.of(
            programme, server.practice().bookings().clinic().zone(), new Random(ROUNDS));
    post(
        server,
        api + "screenings",
        Nodes.object()
            .with("programme", programme.id())
            .with("answers", AnswersDocument.write(person.answers()))
            .node(),
        "");
    for (String path : List.of("today", "verdict", "entries")) {
      request(server, "GET", api + "journeys/" + link[2] + "/" + path, "", link[3], new byte[0]);
    }
    Node rated =
        Nodes.object()
            .with("id", java.util.UUID.randomUUID().toString())
            .with("type", "rated")
            .with("at", Instant.now().minus(Duration.ofMinutes(1)).toString())
            .with("pain", 4)
            .node();
    post(server, api + "journeys/" + link[2] + "/entries", Nodes.list(List.of(rated)), link[3]);
  }

  private static void getQuietly(Server server, String path) {
    try {
      get(server, path, "");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void get(Server server, String path, String cookie) throws IOException {
    request(server, "GET", path, cookie, "", new byte[0]);
  }

  private static void post(Server server, String path, Node body, String key) throws IOException {
    request(server, "POST", path, "", key, Json.write(body).getBytes(StandardCharsets.UTF_8));
  }

  private static void request(
      Server server, String method, String path, String cookie, String key, byte[] body)
      throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(server.address() + path).toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    connection.setRequestMethod(method);
    if (!cookie.isEmpty()) {
      connection.setRequestProperty("Cookie", cookie);
    }
    if (!key.isEmpty()) {
      connection.setRequestProperty("Authorization", "Bearer " + key);
    }
    if (body.length > 0) {
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/json");
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
    }
    int status = connection.getResponseCode();
    try (InputStream answer =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      if (answer != null) {
        answer.readAllBytes();
      }
    }
    if (status >= 400) {
      throw new IOException(method + " " + path + " gave " + status);
    }
  }
}
