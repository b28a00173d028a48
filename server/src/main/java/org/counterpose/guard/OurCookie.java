package org.counterpose.guard;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** A cookie of ours, by the name that it has where the way to us is not encrypted. */
public record OurCookie(String plain) {

  /**
   * Its name on this way to us. Where that is encrypted, no other host and no unencrypted page can
   * plant one of that name.
   */
  public String name(boolean secure) {
    return secure ? "__Host-" + plain : plain;
  }

  public String name(HttpServletRequest request) {
    return name(Caller.of(request).secure());
  }

  /** What it holds in a request. */
  public Optional<String> in(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      String name = name(request);
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name)) {
          return Optional.ofNullable(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }
}
