package org.counterpose.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.counterpose.mail.Smtp;
import org.counterpose.words.AllWords;

/** A real server in a test, and somebody who calls it. */
public final class Served implements AutoCloseable {

  /** The folder with the programmes and settings, as seen from this module. */
  public static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  /** A mail server at which nobody answers: letters are written to it, and wait. */
  public static final Smtp NOBODYS_MAIL =
      new Smtp("127.0.0.1", 1, Smtp.Security.NONE, Optional.empty(), "clinic@clinic.example");

  /** What came back. */
  public record Answer(int status, String body, HttpResponse<?> response) {

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  private final Server server;
  private final HttpClient client = HttpClient.newHttpClient();

  private Served(Server server) {
    this.server = server;
  }

  public static Served in(Path folder, InstantSource clock) {
    return in(folder, clock, configuration -> configuration);
  }

  public static Served in(Path folder, InstantSource clock, UnaryOperator<Configuration> changed) {
    return new Served(Server.open(changed.apply(Configuration.forTests(folder, HOME)), clock));
  }

  /** The same at a port of one's own. */
  public static Served in(Path folder, InstantSource clock, int port) {
    return in(folder, clock, configuration -> configuration.withPort(port));
  }

  /** The same in these languages. */
  public static Served speaking(AllWords words, Configuration configuration, InstantSource clock) {
    return new Served(Server.open(configuration, clock, words));
  }

  /** Somebody who calls a server that runs already; closing closes both. */
  public static Served of(Server server) {
    return new Served(server);
  }

  public Server server() {
    return server;
  }

  public String address() {
    return server.address();
  }

  public Answer get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  public Answer delete(String path, String... headers) {
    return send("DELETE", path, null, headers);
  }

  /** Posts JSON. */
  public Answer post(String path, String json, String... headers) {
    return send("POST", path, json.getBytes(StandardCharsets.UTF_8), headers);
  }

  /** Sends a body as JSON, where there is one and the headers do not say otherwise. */
  public Answer send(
      String method,
      String path,
      byte @org.jspecify.annotations.Nullable [] body,
      String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
    request.method(
        method,
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(body));
    if (body != null) {
      request.setHeader("Content-Type", "application/json");
    }
    for (int i = 0; i < headers.length; i += 2) {
      if (headers[i].equals("Content-Type")) {
        request.setHeader(headers[i], headers[i + 1]);
      } else {
        request.header(headers[i], headers[i + 1]);
      }
    }
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path + " was not answered", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends a form as a browser would that holds a cookie. */
  public Answer sendForm(String cookie, String path, Map<String, String> form) {
    return sendForm(
        cookie,
        path,
        form.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&")));
  }

  /** The same with a form that is written as a browser writes it. */
  public Answer sendForm(String cookie, String path, String form) {
    return send(
        "POST",
        path,
        form.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/x-www-form-urlencoded",
        "Cookie",
        cookie);
  }

  /** Sends these very bytes and returns all that comes back; for what no HTTP client would send. */
  public String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
