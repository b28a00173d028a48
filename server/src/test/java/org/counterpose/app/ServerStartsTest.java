package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerStartsTest {

  @TempDir Path folder;

  @Test
  void it_says_that_it_is_up() throws Exception {
    try (Server server =
            Server.open(Configuration.forTests(folder, Path.of("..")), InstantSource.system());
        HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = get(client, server.address() + "/api/v1/health");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("{\"status\":\"up\"}");
      assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }
  }

  @Test
  void nothing_at_an_address_is_a_problem_to_a_program_and_a_page_to_a_person() throws Exception {
    try (Server server =
            Server.open(Configuration.forTests(folder, Path.of("..")), InstantSource.system());
        HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> call = get(client, server.address() + "/api/v1/nowhere");
      HttpResponse<String> page = get(client, server.address() + "/nowhere");

      assertThat(call.statusCode()).isEqualTo(404);
      assertThat(call.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
      assertThat(page.statusCode()).isEqualTo(404);
      assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    }
  }

  @Test
  void a_request_that_does_not_end_keeps_nothing_of_it_open() throws Exception {
    Configuration configuration = Configuration.forTests(folder, Path.of(".."));
    Server server = Server.open(configuration, InstantSource.system());
    try (Socket slow = new Socket("127.0.0.1", server.port())) {
      slow.getOutputStream()
          .write(
              "POST /api/v1/screenings HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\n{"
                  .getBytes(StandardCharsets.US_ASCII));
      try (HttpClient client = HttpClient.newHttpClient()) {
        get(client, server.address() + "/api/v1/health"); // by now the slow one is read too
      }

      server.close();

      try (Server again = Server.open(configuration, InstantSource.system())) {
        assertThat(again.port()).isPositive();
      }
    }
  }

  private static HttpResponse<String> get(HttpClient client, String address) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
