package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real process is killed while entries and bookings arrive; whatever was acknowledged is there
 * afterwards, and none of it twice.
 */
class KilledUnderLoadTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WRITERS = 6;
  private static final int BOOKERS = 2;

  @TempDir Path folder;

  /** A journey, its key, and the entries that were acknowledged. */
  private record Person(String id, String key, Set<String> acknowledged) {}

  private final List<Person> people = new ArrayList<>();
  private final Map<String, String> wishes = new ConcurrentHashMap<>();
  private final Map<String, String> booked = new ConcurrentHashMap<>();

  @Test
  void nothing_acknowledged_is_lost_or_doubled() throws Exception {
    rounds(2, 20261122);
  }

  @Tag("slow")
  @Test
  void nothing_acknowledged_is_lost_or_doubled_in_fifty_rounds() throws Exception {
    rounds(50, 20261123);
  }

  private void rounds(int rounds, long seed) throws Exception {
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      try (Running running = Running.start(folder)) {
        if (round == 0) {
          begin(running);
        } else {
          examine(running);
        }
        load(running, Duration.ofMillis(random.nextInt(200, 900)));
      }
    }
    try (Running running = Running.start(folder)) {
      examine(running);
    }
    int entries = people.stream().mapToInt(person -> person.acknowledged().size()).sum();
    System.out.printf(
        "%d kills (seed %d): %d entries and %d bookings acknowledged, all there, none twice%n",
        rounds, seed, entries, booked.size());
    assertThat(entries).isPositive();
    assertThat(booked).isNotEmpty();
    assertThat(temporary(folder)).isDirectoryNotContaining("glob:**sqlite*");
  }

  private static Path temporary(Path folder) {
    return folder.resolve("temporary");
  }

  private void begin(Running running) throws Exception {
    for (int i = 0; i < WRITERS; i++) {
      JsonNode begun =
          JSON.readTree(
              running.post("/api/v1/journeys", Checked.stiffAtTheDesk().journey()).body());
      people.add(
          new Person(
              begun.get("id").asText(), begun.get("key").asText(), ConcurrentHashMap.newKeySet()));
    }
  }

  private void load(Running running, Duration time) throws Exception {
    Queue<JsonNode> times = new ConcurrentLinkedQueue<>();
    LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);
    JSON.readTree(
            running
                .get(
                    "/api/v1/availability?service=follow-up&from="
                        + today.plusDays(2)
                        + "&to="
                        + today.plusDays(50),
                    "")
                .body())
        .forEach(times::add);
    int before = booked.size();
    AtomicBoolean over = new AtomicBoolean();
    List<Thread> threads = new ArrayList<>();
    for (Person person : people) {
      threads.add(Thread.ofPlatform().start(() -> until(over, () -> write(running, person))));
    }
    for (int i = 0; i < BOOKERS; i++) {
      threads.add(Thread.ofPlatform().start(() -> until(over, () -> book(running, times))));
    }
    waitUntil(() -> booked.size() > before); // a process that just started is slow to its first
    Thread.sleep(time.toMillis());
    running.kill();
    over.set(true);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void waitUntil(BooleanSupplier there) throws InterruptedException {
    for (int look = 0; look < 600 && !there.getAsBoolean(); look++) {
      Thread.sleep(50);
    }
  }

  private interface Call {
    void make() throws IOException, InterruptedException;
  }

  private static void until(AtomicBoolean over, Call call) {
    while (!over.get()) {
      try {
        call.make();
      } catch (IOException e) {
        // The server was killed: what was not answered may be there or not.
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static void write(Running running, Person person)
      throws IOException, InterruptedException {
    String id = UUID.randomUUID().toString();
    String entry =
        "[{\"id\":\"" + id + "\",\"type\":\"rated\",\"at\":\"" + Instant.now() + "\",\"pain\":4}]";
    HttpResponse<String> answer =
        running.post(
            "/api/v1/journeys/" + person.id() + "/entries",
            entry,
            "Authorization",
            "Bearer " + person.key());
    if (answer.statusCode() == 200) {
      person.acknowledged().add(id);
    }
  }

  private void book(Running running, Queue<JsonNode> times)
      throws IOException, InterruptedException {
    JsonNode time = times.poll();
    if (time == null) {
      return;
    }
    String key = UUID.randomUUID().toString();
    String wish =
        "{\"practitioner\":\""
            + time.get("practitioner").asText()
            + "\",\"start\":\""
            + time.get("start").asText()
            + "\",\"service\":\"follow-up\",\"name\":\"A\",\"email\":\"a@clinic.example\"}";
    HttpResponse<String> answer =
        running.post("/api/v1/appointments", wish, "Idempotency-Key", key);
    if (answer.statusCode() == 201) {
      wishes.put(key, wish);
      booked.put(key, answer.body());
    }
  }

  private void examine(Running running) throws Exception {
    for (Person person : people) {
      List<String> there = new ArrayList<>();
      JSON.readTree(
              running.get("/api/v1/journeys/" + person.id() + "/entries", person.key()).body())
          .forEach(entry -> there.add(entry.get("id").asText()));
      assertThat(new HashSet<>(there)).hasSameSizeAs(there).containsAll(person.acknowledged());
    }
    Set<String> ids = new HashSet<>();
    for (Map.Entry<String, String> one : booked.entrySet()) {
      HttpResponse<String> again =
          running.post(
              "/api/v1/appointments",
              wishes.getOrDefault(one.getKey(), ""),
              "Idempotency-Key",
              one.getKey());
      assertThat(again.statusCode()).isEqualTo(201);
      assertThat(JSON.readTree(again.body()).get("id"))
          .isEqualTo(JSON.readTree(one.getValue()).get("id"));
      assertThat(ids.add(JSON.readTree(again.body()).get("id").asText())).isTrue();
    }
  }

  /** The product as a process of its own. */
  private record Running(Process process, String address, HttpClient client)
      implements AutoCloseable {

    static Running start(Path folder) throws IOException {
      Process process =
          new ProcessBuilder(
                  AnotherJava.command(
                      List.of(
                          "-Xmx256m",
                          "-Dcounterpose.home=" + Served.HOME,
                          "-Djava.io.tmpdir=" + Files.createDirectories(temporary(folder))),
                      Main.class,
                      "serve",
                      "--port",
                      "0",
                      "--rate-limit",
                      "off",
                      "--data",
                      folder.toString()))
              .redirectError(folder.resolve("log.txt").toFile())
              .start();
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      String line = out.readLine();
      assertThat(line).as("the server's first line").isNotNull().contains("http://");
      return new Running(
          process,
          line.substring(line.indexOf("http://")).strip(),
          HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build());
    }

    /** As kill -9 does. */
    void kill() throws InterruptedException {
      process.destroyForcibly();
      process.waitFor(10, TimeUnit.SECONDS);
    }

    HttpResponse<String> get(String path, String key) throws IOException, InterruptedException {
      return send(request(path).header("Authorization", "Bearer " + key).GET());
    }

    HttpResponse<String> post(String path, String json, String... headers)
        throws IOException, InterruptedException {
      HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
      if (headers.length > 0) {
        request.headers(headers);
      }
      return send(request.POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
      return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
        throws IOException, InterruptedException {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
      process.destroyForcibly();
      client.shutdownNow();
    }
  }
}
