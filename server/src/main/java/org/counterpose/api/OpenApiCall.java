package org.counterpose.api;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The description of the API, as OpenAPI 3.1. */
final class OpenApiCall {

  private final String document;

  OpenApiCall() {
    try (InputStream file = OpenApiCall.class.getResourceAsStream("/api/openapi.json")) {
      if (file == null) {
        throw new IllegalStateException("api/openapi.json is not on the class path");
      }
      this.document = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void add(RoutesConfig routes) {
    routes.get(
        "/api/v1/openapi.json",
        ctx ->
            ctx.contentType("application/json")
                .header("Cache-Control", "no-cache")
                .result(document));
  }
}
