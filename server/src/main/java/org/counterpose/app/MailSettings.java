package org.counterpose.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.counterpose.mail.Smtp;
import org.counterpose.store.Letter;

/** The settings of the mail server, read together: one without the others makes no sense. */
final class MailSettings {

  /** Where a value came from, as a message names it, and the value. */
  record Given(String from, String value) {}

  private static final int STARTTLS_PORT = 587;
  private static final int TLS_PORT = 465;
  private static final int OPEN_PORT = 25;

  private final Function<Setting, Optional<Given>> given;

  private MailSettings(Function<Setting, Optional<Given>> given) {
    this.given = given;
  }

  /**
   * What is set; empty where no mail server is named.
   *
   * @throws WrongUse where something is wrong or missing
   */
  static Optional<Smtp> read(Function<Setting, Optional<Given>> given) {
    return new MailSettings(given).read();
  }

  private Optional<Smtp> read() {
    Optional<Given> host = given.apply(Setting.MAIL_HOST);
    if (host.isEmpty()) {
      return Optional.empty();
    }
    if (!host.get().value().matches("[A-Za-z0-9.:_-]+")) {
      throw wrong(host.get(), "must be the name of a mail server");
    }
    Smtp.Security security = security();
    return Optional.of(
        new Smtp(host.get().value(), port(security), security, login(), from(host.get())));
  }

  private Smtp.Security security() {
    Optional<Given> set = given.apply(Setting.MAIL_SECURITY);
    if (set.isEmpty()) {
      return Smtp.Security.STARTTLS;
    }
    return switch (set.get().value()) {
      case "starttls" -> Smtp.Security.STARTTLS;
      case "tls" -> Smtp.Security.TLS;
      case "none" -> Smtp.Security.NONE;
      default -> throw wrong(set.get(), "must be starttls, tls or none");
    };
  }

  private int port(Smtp.Security security) {
    Optional<Given> set = given.apply(Setting.MAIL_PORT);
    if (set.isEmpty()) {
      return switch (security) {
        case STARTTLS -> STARTTLS_PORT;
        case TLS -> TLS_PORT;
        case NONE -> OPEN_PORT;
      };
    }
    if (set.get().value().matches("\\d{1,5}")) {
      int port = Integer.parseInt(set.get().value());
      if (port >= 1 && port <= 65535) {
        return port;
      }
    }
    throw wrong(set.get(), "must be a whole number from 1 to 65535");
  }

  private Optional<Smtp.Login> login() {
    Optional<Given> user = given.apply(Setting.MAIL_USER);
    Optional<String> password = password();
    if (user.isPresent() != password.isPresent()) {
      throw new WrongUse(
          user.isPresent()
              ? user.get().from()
                  + " needs a password beside it: mail-password or"
                  + " mail-password-file"
              : "a mail password needs a user beside it: mail-user");
    }
    return user.map(name -> new Smtp.Login(name.value(), password.orElseThrow()));
  }

  private Optional<String> password() {
    Optional<Given> file = given.apply(Setting.MAIL_PASSWORD_FILE);
    if (file.isEmpty()) {
      return given.apply(Setting.MAIL_PASSWORD).map(Given::value);
    }
    try {
      return Optional.of(Files.readString(Path.of(file.get().value())).strip());
    } catch (IOException | IllegalArgumentException e) {
      throw wrong(file.get(), "must be a file that can be read");
    }
  }

  private String from(Given host) {
    Given from =
        given
            .apply(Setting.MAIL_FROM)
            .orElseThrow(
                () ->
                    new WrongUse(
                        host.from() + " needs the address that letters come from: mail-from"));
    if (!Letter.isAddress(from.value())) {
      throw wrong(from, "must be one e-mail address");
    }
    return from.value();
  }

  private static WrongUse wrong(Given given, String must) {
    return new WrongUse(given.from() + " " + must + ", got '" + given.value() + "'");
  }
}
