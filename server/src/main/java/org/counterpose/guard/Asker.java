package org.counterpose.guard;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is to be told of a refusal.
 *
 * @param path what was asked for
 * @param chosen the language that was chosen on the device
 * @param wished what the browser or program says of the languages that its person reads
 */
public record Asker(String path, Optional<String> chosen, Optional<String> wished) {

  /** The cookie that holds the language that was chosen on a device. */
  public static final String LANGUAGE = "language";

  public static Asker of(HttpServletRequest request) {
    return new Asker(
        request.getRequestURI(),
        Stream.ofNullable(request.getCookies())
            .flatMap(Stream::of)
            .filter(cookie -> cookie.getName().equals(LANGUAGE))
            .map(Cookie::getValue)
            .findFirst(),
        Optional.ofNullable(request.getHeader("Accept-Language")));
  }
}
