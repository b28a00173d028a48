package org.counterpose.booking;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

/** Two hundred clients of a real server, who all ask at once. */
final class Crowd implements AutoCloseable {

  static final int CLIENTS = 200;

  /** What came back to each of them, in their order. */
  record Answers(List<HttpResponse<String>> all) {

    HttpResponse<String> of(int client) {
      return all.get(client);
    }

    List<HttpResponse<String>> with(int status) {
      return all.stream().filter(answer -> answer.statusCode() == status).toList();
    }

    /** So many got it, and each of the rest was told in these words that they did not. */
    void won(int status, int winners, String told) {
      assertThat(with(status)).hasSize(winners);
      assertThat(with(409))
          .hasSize(all.size() - winners)
          .allSatisfy(answer -> assertThat(answer.body()).contains(told));
    }

    /** The answers to all but one of them. */
    Answers without(int client) {
      List<HttpResponse<String>> rest = new ArrayList<>(all);
      rest.remove(client);
      return new Answers(rest);
    }
  }

  private final String address;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Crowd(String address) {
    this.address = address;
  }

  @Override
  public void close() {
    http.close();
  }

  /** Sends what each of them asks, all at once, and waits for every answer. */
  Answers race(String what, IntFunction<HttpRequest> asked) {
    List<HttpRequest> requests = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      requests.add(asked.apply(client));
    }
    List<CompletableFuture<HttpResponse<String>>> sent =
        requests.stream().map(each -> http.sendAsync(each, BodyHandlers.ofString())).toList();
    List<HttpResponse<String>> answers = sent.stream().map(CompletableFuture::join).toList();
    System.out.println(
        "race, "
            + what
            + ": "
            + new TreeMap<>(
                answers.stream().collect(groupingBy(HttpResponse::statusCode, counting()))));
    return new Answers(answers);
  }

  HttpRequest booking(String practitioner, Instant start) {
    return post(
        "/api/v1/appointments",
        "{\"practitioner\":\""
            + practitioner
            + "\",\"start\":\""
            + start
            + "\",\"service\":\"first-visit\",\"name\":\"Ana\",\"email\":\"ana@example.org\"}");
  }

  HttpRequest get(String path) {
    return request(path).build();
  }

  HttpRequest delete(String path) {
    return request(path).DELETE().build();
  }

  HttpRequest post(String path, String json) {
    return request(path)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .POST(BodyPublishers.ofString(json))
        .build();
  }

  HttpRequest form(String path, String body, String cookie) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    return (cookie.isEmpty() ? request : request.header("Cookie", cookie)).build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path));
  }
}
