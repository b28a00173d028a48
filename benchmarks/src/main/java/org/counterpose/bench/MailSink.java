package org.counterpose.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that takes every letter and keeps none: only how long after the moment that its
 * subject names it came.
 */
final class MailSink implements AutoCloseable {

  private final ServerSocket socket;
  private final long[] lateNanos;
  private final AtomicInteger taken = new AtomicInteger();

  MailSink(int most) throws IOException {
    this.lateNanos = new long[most];
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  int taken() {
    return taken.get();
  }

  /** How late each came, in the order in which they came. */
  long[] lateNanos() {
    return java.util.Arrays.copyOf(lateNanos, taken.get());
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket caller = socket.accept();
        Thread.ofPlatform().daemon().start(() -> talk(caller));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void talk(Socket caller) {
    try (caller;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))) {
      caller.setTcpNoDelay(true);
      OutputStream out = caller.getOutputStream();
      say(out, "220 sink");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String command = line.toUpperCase(Locale.ROOT);
        if (command.startsWith("DATA")) {
          say(out, "354 go on");
          take(in);
        } else if (command.startsWith("QUIT")) {
          say(out, "221 bye");
          return;
        }
        say(out, "250 yes");
      }
    } catch (IOException e) {
      // The caller is gone.
    }
  }

  private void take(BufferedReader in) throws IOException {
    long due = 0;
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      if (line.startsWith("Subject: ")) {
        due = Long.parseLong(line.substring("Subject: ".length()).strip());
      }
    }
    long late = (System.currentTimeMillis() - due) * 1_000_000;
    lateNanos[taken.getAndIncrement()] = late;
  }

  private static void say(OutputStream out, String words) throws IOException {
    out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
