package org.counterpose.api;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;
import org.counterpose.documents.Json;

/** Reads what calls carry and writes what they are answered. */
final class Requests {

  private Requests() {}

  /** The body, which must be JSON in UTF-8. */
  static Node body(Context ctx) {
    String type = ctx.contentType();
    if (type == null || !type.split(";")[0].strip().equalsIgnoreCase("application/json")) {
      throw Rejected.notJson();
    }
    Problems problems = new Problems();
    return Documents.json("", ctx.bodyAsBytes(), problems)
        .orElseThrow(() -> Rejected.unreadable(problems));
  }

  /** The fields of the body, which must be an object. */
  static Fields fields(Context ctx, Problems problems) {
    return Fields.of(body(ctx), problems).orElseThrow(() -> Rejected.wrong(problems));
  }

  /** The key that came in {@code Authorization: Bearer KEY}; empty where none came. */
  static Optional<String> key(Context ctx) {
    String header = ctx.header("Authorization");
    return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
        ? Optional.of(header.substring(7).strip())
        : Optional.empty();
  }

  /** The moment asked about in {@code ?at=}, or now. */
  static Instant at(Context ctx, InstantSource clock) {
    String at = ctx.queryParam("at");
    if (at == null) {
      return clock.instant();
    }
    try {
      // A plus sign in an address that was not escaped arrives as a space.
      Instant instant = OffsetDateTime.parse(at.replace(' ', '+')).toInstant();
      int year = instant.atOffset(ZoneOffset.UTC).getYear();
      if (year >= 1900 && year <= 2999) {
        return instant;
      }
    } catch (DateTimeException e) {
      // told below
    }
    throw Rejected.wrong(
        "at", "must be an instant such as 2026-11-22T07:15:00Z or with an offset, of 1900 to 2999");
  }

  static void answer(Context ctx, Node document) {
    ctx.contentType("application/json").result(Json.write(document));
  }
}
