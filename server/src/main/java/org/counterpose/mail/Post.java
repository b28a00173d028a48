package org.counterpose.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.Properties;
import org.counterpose.sending.Outcome;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** One connection to the mail server, opened when it is first needed and used again. */
final class Post implements AutoCloseable {

  private static final int CONNECT_MILLIS = 10_000;
  private static final int ANSWER_MILLIS = 20_000;

  private final Smtp smtp;
  private final Session session;
  private @Nullable SMTPTransport transport;

  Post(Smtp smtp) {
    this.smtp = smtp;
    this.session = Session.getInstance(properties(smtp));
  }

  Session session() {
    return session;
  }

  private static Properties properties(Smtp smtp) {
    Properties all = new Properties();
    all.setProperty("mail.smtp.host", smtp.host());
    all.setProperty("mail.smtp.port", String.valueOf(smtp.port()));
    all.setProperty("mail.smtp.connectiontimeout", String.valueOf(CONNECT_MILLIS));
    all.setProperty("mail.smtp.timeout", String.valueOf(ANSWER_MILLIS));
    all.setProperty("mail.smtp.writetimeout", String.valueOf(ANSWER_MILLIS));
    all.setProperty("mail.smtp.localhost", smtp.domain());
    all.setProperty("mail.smtp.from", smtp.from());
    all.setProperty("mail.smtp.auth", String.valueOf(smtp.login().isPresent()));
    all.setProperty("mail.smtp.userset", "true");
    all.setProperty("mail.smtp.quitwait", "false");
    boolean starttls = smtp.security() == Smtp.Security.STARTTLS;
    all.setProperty("mail.smtp.starttls.enable", String.valueOf(starttls));
    all.setProperty("mail.smtp.starttls.required", String.valueOf(starttls));
    all.setProperty("mail.smtp.ssl.enable", String.valueOf(smtp.security() == Smtp.Security.TLS));
    all.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    all.setProperty("mail.mime.charset", "UTF-8");
    return all;
  }

  /** Why letters could not be handed over; empty where they could. */
  Optional<String> trouble() {
    try {
      SMTPTransport open = connected();
      int code = open.simpleCommand("MAIL FROM:<" + smtp.from() + ">");
      return code == 250 ? Optional.empty() : Optional.of(notFromUs(code));
    } catch (MessagingException e) {
      return Optional.of(unreachable(e));
    } finally {
      close();
    }
  }

  private String notFromUs(int code) {
    return smtp + " takes no letters from the address in mail-from" + Refusal.said(code);
  }

  private String unreachable(MessagingException e) {
    return e instanceof AuthenticationFailedException
        ? smtp + " refuses the user or password"
        : smtp + " cannot be reached: " + cause(e);
  }

  /** Hands a letter over and waits until the server has taken it. */
  Outcome send(MimeMessage letter) {
    SMTPTransport open;
    try {
      open = connected();
    } catch (MessagingException e) {
      close();
      return new Outcome.Down(unreachable(e));
    }
    try {
      open.sendMessage(letter, letter.getAllRecipients());
      return new Outcome.Sent();
    } catch (MessagingException e) {
      return told(Refusal.of(e), open);
    }
  }

  /**
   * What to do about a letter that was not taken. It is refused for ever only where the server
   * spoke of its recipient or content: whatever else it says no to are our settings.
   */
  private Outcome told(Refusal refusal, SMTPTransport open) {
    int code = refusal.code();
    if (refusal.asksForAnotherSignIn()) {
      close();
      return new Outcome.Down(smtp + " asks for another sign-in" + Refusal.said(code));
    }
    if (refusal.isOfTheSender()) {
      close();
      return new Outcome.Down(notFromUs(code));
    }
    if (refusal.brokeOff() || !open.isConnected()) {
      close();
      return new Outcome.BrokenOff(smtp + " broke off over a letter" + Refusal.said(code));
    }
    return refusal.isForEver()
        ? new Outcome.Refused(smtp + " refused a letter" + Refusal.said(code))
        : new Outcome.Later(smtp + " did not take a letter" + Refusal.said(code));
  }

  private SMTPTransport connected() throws MessagingException {
    SMTPTransport open = transport;
    if (open != null && open.isConnected()) {
      return open;
    }
    SMTPTransport fresh = (SMTPTransport) session.getTransport("smtp");
    transport = fresh;
    if (smtp.login().isPresent()) {
      Smtp.Login login = smtp.login().get();
      fresh.connect(smtp.host(), smtp.port(), login.user(), login.password());
    } else {
      fresh.connect(smtp.host(), smtp.port(), null, null);
    }
    return fresh;
  }

  /** The kind of failure, without what the server said, which may name the person. */
  private static String cause(MessagingException e) {
    Throwable deepest = e;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return deepest.getClass().getSimpleName();
  }

  @Override
  public void close() {
    SMTPTransport open = transport;
    transport = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (MessagingException e) {
      // It is gone then.
    }
  }
}
