package org.counterpose.app;

import org.counterpose.guard.ErrorBodies;
import org.counterpose.guard.ErrorBody;
import org.counterpose.guard.Guard;
import org.counterpose.guard.Refusal;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what never reached the guard: requests that are no HTTP, addresses that Jetty refuses.
 * The same headers and words as everywhere.
 */
final class LastResort extends ErrorHandler {

  private final ErrorBodies bodies;

  LastResort(ErrorBodies bodies) {
    this.bodies = bodies;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus() >= 400 ? response.getStatus() : 500;
    ErrorBody body = body(path(request), status);
    Guard.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, body.contentType());
    Content.Sink.write(response, true, body.text(), callback);
    return true;
  }

  private ErrorBody body(String path, int status) {
    return bodies.tell(path, Refusal.of(status, Refusal.titleOf(status) + "."));
  }

  private static String path(Request request) {
    String path = request.getHttpURI().getPath();
    return path == null ? "/" : path;
  }
}
