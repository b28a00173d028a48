package org.counterpose.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.counterpose.store.Outgoing;

/**
 * Puts a letter into the form that mail servers take: plain words, then HTML, then the calendar.
 */
final class Envelope {

  private final Session session;
  private final Smtp smtp;
  private final String clinic;

  /**
   * @param clinic whose name stands beside the address letters come from
   */
  Envelope(Session session, Smtp smtp, String clinic) {
    this.session = session;
    this.smtp = smtp;
    this.clinic = clinic;
  }

  MimeMessage of(Outgoing letter) throws MessagingException {
    String messageId = "<" + letter.id() + "@" + IDN.toASCII(smtp.domain()) + ">";
    MimeMessage message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
          }
        };
    message.setFrom(from());
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(ascii(letter.to()), true));
    message.setSubject(letter.subject(), "UTF-8");
    message.setSentDate(Date.from(letter.dueAt()));
    message.setHeader("Auto-Submitted", "auto-generated");
    if (letter.unsubscribe().isPresent()) {
      message.setHeader("List-Unsubscribe", "<" + letter.unsubscribe().get().toASCIIString() + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    if (letter.html().isEmpty() && letter.calendar().isEmpty()) {
      message.setText(letter.text(), "UTF-8");
    } else {
      message.setContent(alternatives(letter));
    }
    message.saveChanges();
    return message;
  }

  private static Multipart alternatives(Outgoing letter) throws MessagingException {
    MimeMultipart all = new MimeMultipart("alternative");
    MimeBodyPart text = new MimeBodyPart();
    text.setText(letter.text(), "UTF-8");
    all.addBodyPart(text);
    if (letter.html().isPresent()) {
      MimeBodyPart html = new MimeBodyPart();
      html.setText(letter.html().get(), "UTF-8", "html");
      all.addBodyPart(html);
    }
    if (letter.calendar().isPresent()) {
      MimeBodyPart calendar = new MimeBodyPart();
      String type = "text/calendar; charset=UTF-8; method=" + letter.calendar().get().method();
      calendar.setDataHandler(
          new DataHandler(
              new ByteArrayDataSource(
                  letter.calendar().get().ics().getBytes(StandardCharsets.UTF_8), type)));
      calendar.setHeader("Content-Type", type);
      calendar.setHeader("Content-Transfer-Encoding", "base64");
      all.addBodyPart(calendar);
    }
    return all;
  }

  private InternetAddress from() throws MessagingException {
    try {
      return new InternetAddress(ascii(smtp.from()), clinic, "UTF-8");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every machine knows UTF-8", e);
    }
  }

  /** An address with its domain as mail servers want it. */
  private static String ascii(String address) throws MessagingException {
    int at = address.lastIndexOf('@');
    try {
      return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
    } catch (IllegalArgumentException e) {
      throw new MessagingException("not a domain");
    }
  }
}
