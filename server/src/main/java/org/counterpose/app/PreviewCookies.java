package org.counterpose.app;

import io.javalin.config.JavalinConfig;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;

/**
 * Gives the cookies of a preview names of their own. A browser keeps cookies by host and not by
 * port, so that the made-up person's would be taken along to the real thing on the same machine.
 */
final class PreviewCookies implements Filter {

  static final String PREFIX = "preview-";

  /** About everything else, the guard too. */
  void add(JavalinConfig config) {
    config.jetty.modifyServletContextHandler(
        context -> {
          FilterHolder holder = new FilterHolder(this);
          holder.setAsyncSupported(true);
          context.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
        });
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(
        new Asked((HttpServletRequest) request), new Answered((HttpServletResponse) response));
  }

  /** A request with the preview's own cookies alone, by the names that the product knows. */
  private static final class Asked extends HttpServletRequestWrapper {
    Asked(HttpServletRequest request) {
      super(request);
    }

    @Override
    public Cookie[] getCookies() {
      Cookie[] cookies = super.getCookies();
      return cookies == null
          ? new Cookie[0]
          : Arrays.stream(cookies)
              .filter(cookie -> cookie.getName().startsWith(PREFIX))
              .map(
                  cookie ->
                      new Cookie(cookie.getName().substring(PREFIX.length()), cookie.getValue()))
              .toArray(Cookie[]::new);
    }
  }

  private static final class Answered extends HttpServletResponseWrapper {
    private static final String SET = "Set-Cookie";
    private static final String SAME_SITE = "SameSite";

    Answered(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void addCookie(Cookie cookie) {
      Cookie named = new Cookie(PREFIX + cookie.getName(), cookie.getValue());
      named.setPath(cookie.getPath());
      named.setMaxAge(cookie.getMaxAge());
      named.setHttpOnly(cookie.isHttpOnly());
      named.setSecure(cookie.getSecure());
      named.setAttribute(SAME_SITE, cookie.getAttribute(SAME_SITE));
      super.addCookie(named);
    }

    /** Whoever reads its cookies back, to write them again, reads the names that they gave. */
    @Override
    public Collection<String> getHeaders(String name) {
      Collection<String> values = super.getHeaders(name);
      return name.equalsIgnoreCase(SET)
          ? values.stream().map(value -> value.substring(PREFIX.length())).toList()
          : values;
    }

    @Override
    public void addHeader(String name, String value) {
      super.addHeader(name, name.equalsIgnoreCase(SET) ? PREFIX + value : value);
    }

    @Override
    public void setHeader(String name, String value) {
      super.setHeader(name, name.equalsIgnoreCase(SET) ? PREFIX + value : value);
    }
  }
}
