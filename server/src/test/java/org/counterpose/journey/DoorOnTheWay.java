package org.counterpose.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** What answers everything with one status in the place of a server that is away. */
record DoorOnTheWay(HttpServer door) implements AutoCloseable {

  static DoorOnTheWay inPlaceOf(ServerThatStops away, int status) {
    try {
      HttpServer door =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), away.port()), 50);
      door.createContext("/", exchange -> answer(exchange, status));
      door.start();
      return new DoorOnTheWay(door);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/plain");
    byte[] text = "not here".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, text.length);
    exchange.getResponseBody().write(text);
    exchange.close();
  }

  @Override
  public void close() {
    door.stop(0);
  }
}
