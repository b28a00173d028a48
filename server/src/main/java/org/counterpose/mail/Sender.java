package org.counterpose.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.counterpose.store.Channel;
import org.counterpose.store.Lease;
import org.counterpose.store.Outbox;
import org.counterpose.store.Outgoing;

/**
 * Sends what is due, over one connection: a letter is marked as sent before the next is handed
 * over, so that a process that dies leaves at most one that will go out twice, and none is lost.
 */
public final class Sender implements AutoCloseable {

  /** What a sender claims at once and for how long; the lease is longer than any answer takes. */
  public record Pace(int batch, Duration lease) {

    public static final Pace USUAL = new Pace(50, Duration.ofMinutes(3));

    public Pace {
      if (batch < 1 || lease.isNegative() || lease.isZero()) {
        throw new IllegalArgumentException("a pace is at least one in some time, got " + batch);
      }
    }
  }

  private final Outbox outbox;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Pace pace;
  private final Post post;
  private final Envelope envelope;
  private final String owner = UUID.randomUUID().toString();
  private Instant notBefore = Instant.MIN;
  private int failures;

  public Sender(
      Outbox outbox,
      Smtp smtp,
      String clinic,
      InstantSource clock,
      RandomGenerator random,
      Pace pace) {
    this.outbox = outbox;
    this.clock = clock;
    this.random = random;
    this.pace = pace;
    this.post = new Post(smtp);
    this.envelope = new Envelope(post.session(), smtp, clinic);
  }

  /** Sends one batch of what is due; how many were sent. None does not mean that none is due. */
  public int round() {
    Instant now = clock.instant();
    if (now.isBefore(notBefore)) {
      return 0;
    }
    Lease lease = new Lease(owner, now, now.plus(pace.lease()));
    List<Outgoing> batch = outbox.claim(Channel.MAIL, lease, pace.batch());
    int sent = 0;
    for (Iterator<Outgoing> left = batch.iterator(); left.hasNext(); ) {
      Outgoing letter = left.next();
      if (clock.instant().isAfter(now.plus(pace.lease().dividedBy(2)))) {
        outbox.release(Channel.MAIL, lease, clock.instant());
        return sent; // Slow: the rest is claimed anew before the lease can run out.
      }
      if (!letter.uselessAfter().isAfter(clock.instant())) {
        continue; // It is dropped when the lease has run out.
      }
      switch (handedOver(letter)) {
        case Post.Outcome.Sent _ -> {
          outbox.sent(letter.id(), lease, clock.instant());
          failures = 0;
          sent++;
        }
        case Post.Outcome.Refused refused -> {
          outbox.trouble(Channel.MAIL, clock.instant(), refused.why());
          outbox.refused(letter.id(), lease, clock.instant());
        }
        case Post.Outcome.Later later -> {
          outbox.trouble(Channel.MAIL, clock.instant(), later.why());
          outbox.again(letter.id(), lease, next(letter.tries() + 1));
        }
        case Post.Outcome.Down down -> {
          failures++;
          outbox.trouble(Channel.MAIL, clock.instant(), down.why());
          notBefore = next(failures);
          outbox.release(Channel.MAIL, lease, notBefore);
          return sent;
        }
      }
    }
    return sent;
  }

  private Post.Outcome handedOver(Outgoing letter) {
    MimeMessage message;
    try {
      message = envelope.of(letter);
    } catch (MessagingException e) {
      return new Post.Outcome.Refused("a letter could not be put into its form");
    }
    return post.send(message);
  }

  private Instant next(int tries) {
    return clock.instant().plus(Gaps.after(tries, random));
  }

  @Override
  public void close() {
    post.close();
  }
}
