package org.counterpose.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
                forwardedFor(request.getHeader("X-Forwarded-For"), trustedProxies).orElse(remote),
                last(request, "X-Forwarded-Proto").filter("https"::equalsIgnoreCase).isPresent()
                    || request.isSecure(),
                last(request, "X-Forwarded-Host").orElse(plainHost(request)))
            : new Caller(remote, request.isSecure(), plainHost(request));
    request.setAttribute(ATTRIBUTE, caller);
    return caller;
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
  private static Optional<String> forwardedFor(@Nullable String header, Set<String> proxies) {
    if (header == null) {
      return Optional.empty();
    }
    String[] hops = header.split(",");
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
    Enumeration<String> lines = request.getHeaders(header);
    String last = "";
    while (lines.hasMoreElements()) {
      last = lines.nextElement();
    }
    return Optional.of(last.substring(last.lastIndexOf(',') + 1).strip())
        .filter(value -> !value.isEmpty());
  }
}
