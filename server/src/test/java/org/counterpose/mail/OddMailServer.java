package org.counterpose.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that answers some lines in a way of its own, and all others as they should be. */
final class OddMailServer implements AutoCloseable {

  private static final String BREAKS_OFF = "";

  /**
   * How it is odd.
   *
   * @param command that it answers in its own way; {@code .} is the end of a letter
   * @param recipients whom the letter goes to, as a part of the address; nothing for everybody
   * @param answer what it says, or nothing where it breaks off
   */
  record Manner(String command, String recipients, String answer) {

    static Manner breaksOff(String command, String recipients) {
      return new Manner(command, recipients, BREAKS_OFF);
    }

    boolean shows(String line, String to) {
      return line.startsWith(command) && to.contains(recipients);
    }
  }

  private final ServerSocket socket;
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile Optional<Manner> manner;

  OddMailServer(Manner manner) {
    this.manner = Optional.of(manner);
    try {
      this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::listen);
  }

  Smtp smtp() {
    return new Smtp(
        "127.0.0.1",
        socket.getLocalPort(),
        Smtp.Security.NONE,
        Optional.empty(),
        "clinic@clinic.example");
  }

  /** Answers all lines as they should be from now on. */
  void getsWell() {
    manner = Optional.empty();
  }

  /** To whom the letters went that it took, in order. */
  List<String> taken() {
    return List.copyOf(taken);
  }

  int connections() {
    return connections.get();
  }

  private void listen() {
    while (true) {
      try {
        Socket caller = socket.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(caller));
      } catch (IOException e) {
        return; // It was closed.
      }
    }
  }

  private void serve(Socket caller) {
    try (caller;
        BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream()))) {
      OutputStream out = caller.getOutputStream();
      String to = "";
      boolean content = false;
      for (String line = "greeting"; line != null; line = in.readLine()) {
        if (content && !line.equals(".")) {
          continue;
        }
        if (line.startsWith("RCPT TO:")) {
          to = line.substring("RCPT TO:".length());
        }
        String said = said(line, to);
        if (said.equals(BREAKS_OFF)) {
          return;
        }
        content = said.startsWith("354");
        if (line.equals(".") && said.startsWith("250")) {
          taken.add(to);
        }
        out.write((said + "\r\n").getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      // The other side is gone.
    }
  }

  private String said(String line, String to) {
    return manner.filter(odd -> odd.shows(line, to)).map(Manner::answer).orElse(usual(line));
  }

  private static String usual(String line) {
    return switch (line) {
      case "greeting" -> "220 odd.example";
      case "DATA" -> "354 go on";
      default -> "250 well";
    };
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
