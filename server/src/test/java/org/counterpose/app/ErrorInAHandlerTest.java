package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.counterpose.guard.ErrorBody;
import org.junit.jupiter.api.Test;

class ErrorInAHandlerTest {

  @Test
  void a_java_error_is_told_with_a_reference_like_any_other_fault() throws Exception {
    Faults faults =
        new Faults((asker, refusal) -> new ErrorBody("text/html", refusal.why() + refusal.told()));
    Javalin server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.routes.get(
                  "/deep",
                  context -> {
                    throw new StackOverflowError();
                  });
              faults.add(config);
            });
    server.start("127.0.0.1", 0);
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/deep"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
      assertThat(answer.body()).matches("refused.why.500\\[[0-9a-f]{10}]");
    } finally {
      server.stop();
    }
  }
}
