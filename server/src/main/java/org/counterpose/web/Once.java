package org.counterpose.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * What a form becomes, once however often it comes: where no answer came back, nobody knows whether
 * it arrived, and it is sent again. Its page gave it an id. With something else filled in it is
 * another.
 */
final class Once {

  /** The field that {@code once.jte} writes; no question has a name with a dot. */
  private static final String FIELD = "form.id";

  private Once() {}

  /** The ids of what it becomes, in order; those of anything where its page gave it none. */
  static Supplier<UUID> ids(Context context, Supplier<UUID> ofAnything) {
    if (context.formParam(FIELD) == null) {
      return ofAnything;
    }
    String form = context.path() + new TreeMap<>(context.formParamMap());
    AtomicInteger given = new AtomicInteger();
    return () ->
        UUID.nameUUIDFromBytes((given.getAndIncrement() + form).getBytes(StandardCharsets.UTF_8));
  }
}
