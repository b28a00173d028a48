package org.counterpose.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A real mail server in a test, on a free loopback port, and what arrived at it. */
public final class MailServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A letter as it arrived. */
  public record Arrived(MimeMessage message) {

    public String to() {
      return header("To");
    }

    public String subject() {
      try {
        return message.getSubject();
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }

    /** A header, unfolded; empty text where there is none. */
    public String header(String name) {
      try {
        String value = message.getHeader(name, ", ");
        return value == null ? "" : jakarta.mail.internet.MimeUtility.unfold(value);
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }

    /** The plain words. */
    public String text() {
      return part("text/plain").orElse("").replace("\r\n", "\n");
    }

    public Optional<String> html() {
      return part("text/html");
    }

    /** The calendar part, where there is one. */
    public Optional<String> calendar() {
      return part("text/calendar");
    }

    /** The content type of the calendar part, with its method. */
    public String calendarType() {
      return parts().stream()
          .map(Arrived::type)
          .filter(type -> type.toLowerCase(java.util.Locale.ROOT).startsWith("text/calendar"))
          .findFirst()
          .orElse("");
    }

    /** All of it, as it came over the wire. */
    public String raw() {
      return GreenMailUtil.getWholeMessage(message);
    }

    private Optional<String> part(String type) {
      return parts().stream().filter(part -> is(part, type)).map(Arrived::words).findFirst();
    }

    private List<Part> parts() {
      try {
        List<Part> all = new ArrayList<>();
        if (message.getContent() instanceof Multipart several) {
          for (int i = 0; i < several.getCount(); i++) {
            BodyPart part = several.getBodyPart(i);
            all.add(part);
          }
        } else {
          all.add(message);
        }
        return all;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }

    private static boolean is(Part part, String type) {
      try {
        return part.isMimeType(type);
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }

    private static String type(Part part) {
      try {
        return part.getContentType();
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }

    private static String words(Part part) {
      try {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private @Nullable GreenMail running;
  private int port;

  private MailServer() {}

  public static MailServer start() {
    MailServer server = new MailServer();
    server.up();
    return server;
  }

  /** How a server is told of it: {@code configuration.withMail(mail.smtp())}. */
  public Smtp smtp() {
    return new Smtp(
        "127.0.0.1", port, Smtp.Security.NONE, Optional.empty(), "clinic@clinic.example");
  }

  /** What has arrived until now, in order. */
  public List<Arrived> arrived() {
    GreenMail mail = running;
    return mail == null
        ? List.of()
        : Arrays.stream(mail.getReceivedMessages()).map(Arrived::new).toList();
  }

  public List<Arrived> arrivedFor(String address) {
    return arrived().stream().filter(letter -> letter.to().contains(address)).toList();
  }

  /** Waits until at least so many have arrived. */
  public List<Arrived> await(int count) {
    GreenMail mail = running;
    if (mail == null || !mail.waitForIncomingEmail(PATIENCE.toMillis(), count)) {
      throw new AssertionError(
          "of " + count + " letters " + arrived().size() + " arrived in " + PATIENCE);
    }
    return arrived();
  }

  /** The one letter that has come to an address, waited for. */
  public Arrived awaitFor(String address) {
    for (int count = 1; ; count++) {
      List<Arrived> there = arrivedFor(address);
      if (!there.isEmpty()) {
        return there.getLast();
      }
      await(Math.max(count, arrived().size() + 1));
    }
  }

  /** Dies: what arrived is forgotten and nobody answers on the port. */
  public void down() {
    GreenMail mail = running;
    running = null;
    if (mail != null) {
      mail.stop();
    }
  }

  /** Comes (back) up, on the same port. */
  public void up() {
    GreenMail mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    port = mail.getSmtp().getPort();
    running = mail;
  }

  @Override
  public void close() {
    down();
  }
}
