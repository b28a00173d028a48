package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.counterpose.digest.Sha256;
import org.jspecify.annotations.Nullable;

/** An answer with nothing of anybody in it, which browsers and proxies may keep for a while. */
final class PublicAnswer {

  private PublicAnswer() {}

  /** Answers with these bytes, or with none where the caller has them already. */
  static void give(Context context, String contentType, byte[] body, Duration fresh) {
    String tag = "W/\"" + digest(body) + "\"";
    context.header("Cache-Control", "public, max-age=" + fresh.toSeconds());
    context.header("ETag", tag);
    if (has(context.header("If-None-Match"), tag)) {
      context.status(HttpStatus.NOT_MODIFIED);
      return;
    }
    context.contentType(contentType).result(body);
  }

  private static boolean has(@Nullable String asked, String tag) {
    return asked != null
        && Arrays.stream(asked.split(","))
            .map(String::strip)
            .anyMatch(each -> each.equals(tag) || each.equals("*"));
  }

  /** What names a content: another one where a byte is another. */
  static String digest(byte[] body) {
    return HexFormat.of().formatHex(Sha256.begun().digest(body), 0, 12);
  }
}
