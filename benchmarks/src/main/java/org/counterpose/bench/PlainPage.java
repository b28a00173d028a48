package org.counterpose.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/**
 * The least that a page can be: the article's text in plain markup with one small style sheet,
 * pressed beforehand and served by the JDK. The style sheet may be kept, the page may not.
 */
final class PlainPage implements AutoCloseable {

  private static final String STYLE =
      "body{max-width:40rem;margin:0 auto;padding:1rem;background:#faf6ef;color:#1f3a34;"
          + "font:1rem/1.5 system-ui,sans-serif}h1,h2{line-height:1.2}";

  private final HttpServer server;

  /**
   * @param text of the article, as HTML
   */
  PlainPage(String text) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newFixedThreadPool(4, Thread.ofPlatform().daemon().factory()));
    serve(
        "/",
        "text/html;charset=utf-8",
        "no-store",
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
            + " content=\"width=device-width, initial-scale=1\"><title>Plain</title>"
            + "<link rel=\"icon\" href=\"data:,\">"
            + "<link rel=\"stylesheet\" href=\"/plain.css\"></head><body>"
            + text
            + "</body></html>");
    serve("/plain.css", "text/css;charset=utf-8", "public, max-age=31536000, immutable", STYLE);
    server.start();
  }

  private void serve(String path, String type, String kept, String text) throws IOException {
    ByteArrayOutputStream pressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(pressed)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    byte[] body = pressed.toByteArray();
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.getResponseHeaders().set("Cache-Control", kept);
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
