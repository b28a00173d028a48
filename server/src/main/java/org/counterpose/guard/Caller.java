package org.counterpose.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * Who sent a request, as far as it can be known: the address and whether the way to us is
 * encrypted.
 *
 * <p>What a proxy says of the sender ({@code X-Forwarded-For}, {@code X-Forwarded-Proto}, {@code
 * X-Forwarded-Host}) counts only where the request came from a trusted proxy: anyone else can write
 * those headers too.
 */
public record Caller(String address, boolean secure, String host) {

  private static final String ATTRIBUTE = Caller.class.getName();

  /** The caller that the guard found for this request. */
  public static Caller of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Caller caller
        ? caller
        : new Caller(request.getRemoteAddr(), request.isSecure(), plainHost(request));
  }

  static Caller found(HttpServletRequest request, Set<String> trustedProxies) {
    String remote = request.getRemoteAddr();
    Caller caller =
        trustedProxies.contains(remote)
            ? new Caller(
                forwardedFor(request, trustedProxies).orElse(remote),
                last(request, "X-Forwarded-Proto").filter("https"::equalsIgnoreCase).isPresent()
                    || request.isSecure(),
                last(request, "X-Forwarded-Host").orElse(plainHost(request)))
            : new Caller(remote, request.isSecure(), plainHost(request));
    request.setAttribute(ATTRIBUTE, caller);
    return caller;
  }

  /** The sender behind the address, however it is written: a whole /64 of IPv6 addresses is one. */
  public String network() {
    return Network.of(address);
  }

  /** Where links to this server begin, as the caller sees it: {@code https://clinic.example}. */
  public String origin() {
    return (secure ? "https://" : "http://") + host;
  }

  private static String plainHost(HttpServletRequest request) {
    String host = request.getHeader("Host");
    return host == null ? request.getServerName() + ":" + request.getServerPort() : host;
  }

  /** The last address in the list that is not one of our own proxies. */
  private static Optional<String> forwardedFor(HttpServletRequest request, Set<String> proxies) {
    String[] hops = all(request, "X-Forwarded-For").split(",");
    for (int i = hops.length - 1; i >= 0; i--) {
      String hop = hops[i].strip();
      if (!hop.isEmpty() && !proxies.contains(hop)) {
        return Optional.of(hop);
      }
    }
    return Optional.empty();
  }

  /**
   * The last value of a header that may be a list or come several times: the one that the proxy
   * itself wrote. Those before it came from whoever asked.
   */
  private static Optional<String> last(HttpServletRequest request, String header) {
    String all = all(request, header);
    return Optional.of(all.substring(all.lastIndexOf(',') + 1).strip())
        .filter(value -> !value.isEmpty());
  }

  /** A header's values, those of several lines too, joined by commas. */
  private static String all(HttpServletRequest request, String header) {
    return String.join(",", Collections.list(request.getHeaders(header)));
  }
}
