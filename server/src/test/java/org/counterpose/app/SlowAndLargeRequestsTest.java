package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody sends a request that never ends, or one that is far too long. */
class SlowAndLargeRequestsTest {

  @TempDir Path folder;

  @Test
  @Timeout(60)
  void a_request_that_drips_in_byte_by_byte_is_cut() throws Exception {
    Javalin javalin =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.jetty.modifyServer(
                      server -> server.addBean(new SlowRequests(server, Duration.ofSeconds(1))));
                  config.routes.get("/", context -> context.result("here"));
                })
            .start("127.0.0.1", 0);
    try (Socket slow = new Socket("127.0.0.1", javalin.port())) {
      assertThat(isCut(slow)).isTrue();
      try (Socket other = new Socket("127.0.0.1", javalin.port())) {
        other
            .getOutputStream()
            .write("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(UTF));
        assertThat(new String(other.getInputStream().readAllBytes(), UTF)).endsWith("here");
      }
    } finally {
      javalin.stop();
    }
  }

  private static final java.nio.charset.Charset UTF = StandardCharsets.UTF_8;

  /** Sends a header a byte at a time, for as long as the other side takes it. */
  private static boolean isCut(Socket slow) throws IOException, InterruptedException {
    OutputStream out = slow.getOutputStream();
    InputStream in = slow.getInputStream();
    slow.setSoTimeout(50);
    out.write("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ".getBytes(UTF));
    for (int i = 0; i < 600; i++) {
      try {
        out.write('a');
        out.flush();
        if (in.read() < 0) {
          return true;
        }
      } catch (java.net.SocketTimeoutException stillOpen) {
        // goes on dripping
      } catch (IOException cut) {
        return true;
      }
    }
    return false;
  }

  @Test
  void headers_that_are_too_long_are_refused_and_the_server_goes_on() throws Exception {
    try (Served served = Served.in(folder, SettableClock.at("2026-11-23T12:15:00Z"))) {
      String answer =
          served.raw("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(20_000) + "\r\n\r\n");

      assertThat(answer).startsWith("HTTP/1.1 431");
      assertThat(served.get("/").status()).isEqualTo(200);
    }
  }

  @Test
  @Timeout(60)
  void a_body_that_no_page_reads_does_not_end_the_connection_under_the_next_request()
      throws Exception {
    try (Served served = Served.in(folder, SettableClock.at("2026-11-23T12:15:00Z"));
        Socket socket = new Socket("127.0.0.1", served.server().port())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /staff/sign-in/ask HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n"
                  + "Expect: 100-continue\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n")
              .getBytes(UTF));
      out.flush();
      // what no page reads is asked for only once the page is done
      assertThat(head(socket.getInputStream())).startsWith("HTTP/1.1 100");
      out.write("text=hello".getBytes(UTF));
      out.write(
          "GET /api/v1/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(UTF));
      out.flush();

      assertThat(new String(socket.getInputStream().readAllBytes(), UTF))
          .startsWith("HTTP/1.1 200")
          .contains("\"up\"");
    }
  }

  /** Reads one head of an answer, its empty line included. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      assertThat(next).as("more of " + head).isNotNegative();
      head.append((char) next);
    }
    return head.toString();
  }

  @Test
  void limits_that_were_used_up_are_used_up_after_a_restart() {
    SettableClock clock = SettableClock.at("2026-11-23T12:15:00Z");
    try (Served served = Served.in(folder, clock, Configuration::withRateLimits)) {
      for (int i = 0; i < 30; i++) {
        served.post("/api/v1/journeys", "{}");
      }
      assertThat(served.post("/api/v1/journeys", "{}").status()).isEqualTo(429);
    }
    try (Served served = Served.in(folder, clock, Configuration::withRateLimits)) {
      assertThat(served.post("/api/v1/journeys", "{}").status()).isEqualTo(429);
    }
  }
}
