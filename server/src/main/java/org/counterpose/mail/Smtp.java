package org.counterpose.mail;

import java.util.Optional;

/**
 * The mail server that letters go to.
 *
 * @param login empty where it asks for none
 * @param from the bare address that letters come from
 */
public record Smtp(String host, int port, Security security, Optional<Login> login, String from) {

  /** How the way to it is protected. */
  public enum Security {
    /** Begins in the open and must turn to TLS before anything is said. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS,
    /** In the open; for a mail server on this machine. */
    NONE
  }

  /** A name and password; neither is ever shown. */
  public record Login(String user, String password) {

    @Override
    public String toString() {
      return "Login[..]";
    }
  }

  public Smtp {
    if (host.isBlank() || port < 1 || port > 65535) {
      throw new IllegalArgumentException(
          "a mail server has a name and a port, got '" + host + "' and " + port);
    }
    if (!from.matches("[^\\s\\p{C}\\p{Z}@<>,;:\"]+@[^\\s\\p{C}\\p{Z}@<>,;:\"]+")) {
      throw new IllegalArgumentException("letters come from one address, got '" + from + "'");
    }
  }

  /** What stands after the @ of the address letters come from. */
  String domain() {
    return from.substring(from.indexOf('@') + 1);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
