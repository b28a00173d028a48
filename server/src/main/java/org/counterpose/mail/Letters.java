package org.counterpose.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import org.counterpose.sending.Courier;
import org.counterpose.sending.Outcome;
import org.counterpose.store.Channel;
import org.counterpose.store.Outgoing;

/** Letters to a mail server, over one connection. */
public final class Letters implements Courier {

  private final Post post;
  private final Envelope envelope;

  /**
   * @param clinic whose name stands beside the address letters come from
   */
  public Letters(Smtp smtp, String clinic) {
    this.post = new Post(smtp);
    this.envelope = new Envelope(post.session(), smtp, clinic);
  }

  @Override
  public Channel channel() {
    return Channel.MAIL;
  }

  @Override
  public Outcome hand(Outgoing letter) {
    MimeMessage message;
    try {
      message = envelope.of(letter);
    } catch (MessagingException e) {
      return new Outcome.Refused("a letter could not be put into its form");
    }
    return post.send(message);
  }

  /** Why letters could not go now, found by calling the mail server; empty where they could. */
  public static Optional<String> trouble(Smtp smtp) {
    try (Post post = new Post(smtp)) {
      return post.trouble();
    }
  }

  @Override
  public void close() {
    post.close();
  }
}
