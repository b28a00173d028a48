package org.counterpose.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

/** A line to a server on this machine, on which every byte that comes from it is counted. */
final class CountedLine implements AutoCloseable {

  private final ServerSocket door;
  private final URI server;
  private final AtomicLong bytes = new AtomicLong();

  /**
   * @param server where it answers, such as {@code http://127.0.0.1:8080}
   */
  CountedLine(String server) throws IOException {
    this.server = URI.create(server);
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  String address() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  /** The bytes that came since this was last asked, headers too. */
  long taken() {
    return bytes.getAndSet(0);
  }

  private void accept() {
    try {
      while (true) {
        Socket caller = door.accept();
        Socket called = new Socket(server.getHost(), server.getPort());
        Thread.ofVirtual().start(() -> carry(caller, called, new AtomicLong()));
        Thread.ofVirtual().start(() -> carry(called, caller, bytes));
      }
    } catch (IOException closed) {
      // Nobody calls any more.
    }
  }

  /** Carries what one says to the other until either ends. */
  private static void carry(Socket from, Socket to, AtomicLong counted) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] some = new byte[16 * 1024];
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        counted.addAndGet(read);
        out.write(some, 0, read);
      }
    } catch (IOException ended) {
      // One of them has hung up.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
