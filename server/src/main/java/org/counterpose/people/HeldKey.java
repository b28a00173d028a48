package org.counterpose.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.counterpose.guard.OurCookie;

/** A trial's id and key as a device holds them in a cookie, whether they open anything or not. */
public record HeldKey(String id, String key) {

  public static final OurCookie COOKIE = new OurCookie("journey");

  /** What the device that sent a request holds. */
  public static Optional<HeldKey> in(HttpServletRequest request) {
    return COOKIE.in(request).flatMap(HeldKey::read);
  }

  private static Optional<HeldKey> read(String cookie) {
    int dot = cookie.indexOf('.');
    return dot < 1 || dot == cookie.length() - 1
        ? Optional.empty()
        : Optional.of(new HeldKey(cookie.substring(0, dot), cookie.substring(dot + 1)));
  }

  /** As the cookie holds it. */
  public String written() {
    return id + "." + key;
  }

  /** A key is a secret: it does not show itself in messages. */
  @Override
  public String toString() {
    return "HeldKey[" + id + ", ..]";
  }
}
