package org.counterpose.push;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a push service: HTTP/1.1 over TLS, to the very address that was looked at. The
 * JDK's client would look the name up once more by itself, and could be told another address then.
 */
final class Line implements AutoCloseable {

  private static final int CONNECT_MILLIS = 10_000;
  private static final int ANSWER_MILLIS = 15_000;
  private static final int LONGEST_LINE = 8 * 1024;
  private static final int MOST_LINES = 100;
  private static final int LONGEST_BODY = 64 * 1024;

  /** What was answered; what stood in its body is of no interest. */
  record Answer(int status, Map<String, String> headers) {

    Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }
  }

  private final Reach.Found to;
  private final SSLSocketFactory tls;
  private final Socket plain = new Socket();
  private @Nullable SSLSocket secured;
  private @Nullable InputStream in;
  private volatile boolean open = true;

  /** Connects when it is first used. */
  Line(Reach.Found to, SSLSocketFactory tls) {
    this.to = to;
    this.tls = tls;
  }

  /** Whether another message can go over it. */
  boolean isOpen() {
    return open && !plain.isClosed();
  }

  private SSLSocket connected() throws IOException {
    SSLSocket there = secured;
    if (there != null) {
      return there;
    }
    plain.connect(new InetSocketAddress(to.address(), to.port()), CONNECT_MILLIS);
    plain.setSoTimeout(ANSWER_MILLIS);
    plain.setTcpNoDelay(true);
    SSLSocket fresh = (SSLSocket) tls.createSocket(plain, to.host(), to.port(), true);
    SSLParameters parameters = fresh.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    fresh.setSSLParameters(parameters);
    fresh.startHandshake();
    secured = fresh;
    in = new BufferedInputStream(fresh.getInputStream());
    return fresh;
  }

  /** Posts a body and waits for the answer. A redirect is an answer like any other. */
  Answer post(String target, Map<String, String> headers, byte[] body) throws IOException {
    open = false; // until all of the answer was read
    StringBuilder head = new StringBuilder("POST " + target + " HTTP/1.1\r\n");
    head.append("Host: ").append(to.host()).append(port()).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    all.writeBytes(body);
    OutputStream out = connected().getOutputStream();
    out.write(all.toByteArray());
    out.flush();
    Answer answer = answer();
    while (answer.status() / 100 == 1) {
      answer = answer();
    }
    open = readAway(answer);
    return answer;
  }

  private String port() {
    return to.port() == 443 ? "" : ":" + to.port();
  }

  private InputStream in() {
    return Objects.requireNonNull(in, "connected");
  }

  private Answer answer() throws IOException {
    String[] status = line().split(" ", 3);
    if (status.length < 2
        || !status[0].startsWith("HTTP/1.")
        || !status[1].matches("[1-5]\\d\\d")) {
      throw new IOException("not HTTP");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 1 || headers.size() == MOST_LINES) {
        throw new IOException("not HTTP");
      }
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return new Answer(Integer.parseInt(status[1]), headers);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in().read(); next != '\n'; next = in().read()) {
      if (next == -1) {
        throw new EOFException("ended early");
      }
      if (line.length() == LONGEST_LINE) {
        throw new IOException("a line too long");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  /** Reads what follows the headers, where that is told and short; whether the line can go on. */
  private boolean readAway(Answer answer) throws IOException {
    boolean closes = answer.header("connection").filter("close"::equalsIgnoreCase).isPresent();
    boolean bare = answer.status() == 204 || answer.status() == 304;
    String length = bare ? "0" : answer.header("content-length").orElse("");
    if (closes || !length.matches("\\d{1,5}") || answer.header("transfer-encoding").isPresent()) {
      return false;
    }
    int left = Integer.parseInt(length);
    return left <= LONGEST_BODY && in().readNBytes(left).length == left;
  }

  @Override
  public void close() {
    open = false;
    try {
      plain.close();
    } catch (IOException e) {
      // It is gone then.
    }
  }
}
