package org.counterpose.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.counterpose.store.Channel;
import org.counterpose.store.Lease;
import org.counterpose.store.Outbox;
import org.counterpose.store.Outgoing;

/**
 * Sends what is due on one channel: a message is marked as sent before the next is handed over, so
 * that a process that dies leaves at most one that will go out twice, and none is lost.
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

  /** After so many messages in a row over which the other side broke off, it is not about them. */
  private static final int BROKEN_OFF = 3;

  private final Outbox outbox;
  private final Courier courier;
  private final Channel channel;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Pace pace;
  private final String owner = UUID.randomUUID().toString();
  private Instant notBefore = Instant.MIN;
  private int failures;

  public Sender(
      Outbox outbox, Courier courier, InstantSource clock, RandomGenerator random, Pace pace) {
    this.outbox = outbox;
    this.courier = courier;
    this.channel = courier.channel();
    this.clock = clock;
    this.random = random;
    this.pace = pace;
  }

  /** Sends one batch of what is due; how many were sent. None does not mean that none is due. */
  public int round() {
    Instant now = clock.instant();
    if (now.isBefore(notBefore)) {
      return 0;
    }
    Lease lease = new Lease(owner, now, now.plus(pace.lease()));
    List<Outgoing> batch = outbox.claim(channel, lease, pace.batch());
    int sent = 0;
    int brokenOff = 0;
    for (Outgoing message : batch) {
      if (clock.instant().isAfter(now.plus(pace.lease().dividedBy(2)))) {
        outbox.release(channel, lease, clock.instant());
        return sent; // Slow: the rest is claimed anew before the lease can run out.
      }
      if (!message.uselessAfter().isAfter(clock.instant())) {
        continue; // It is dropped when the lease has run out.
      }
      if (!outbox.stands(message.id(), lease, clock.instant())) {
        continue;
      }
      Outcome outcome = courier.hand(message);
      brokenOff = outcome instanceof Outcome.BrokenOff ? brokenOff + 1 : 0;
      switch (outcome) {
        case Outcome.Sent _ -> {
          outbox.sent(message.id(), lease, clock.instant());
          failures = 0;
          sent++;
        }
        case Outcome.Refused refused -> {
          outbox.trouble(channel, clock.instant(), refused.why());
          outbox.refused(message.id(), lease, clock.instant());
        }
        case Outcome.Gone _ -> outbox.refused(message.id(), lease, clock.instant());
        case Outcome.Later later -> {
          outbox.trouble(channel, clock.instant(), later.why());
          outbox.again(message.id(), lease, next(message.tries() + 1));
        }
        case Outcome.BrokenOff off -> {
          outbox.again(message.id(), lease, next(message.tries() + 1));
          if (brokenOff == BROKEN_OFF) {
            rest(lease, off.why());
            return sent;
          }
          outbox.trouble(channel, clock.instant(), off.why());
        }
        case Outcome.NotBefore later -> outbox.putBack(message.id(), lease, later.at());
        case Outcome.Down down -> {
          rest(lease, down.why());
          return sent;
        }
      }
    }
    return sent;
  }

  /** Leaves the other side in peace for a while, longer each time. */
  private void rest(Lease lease, String why) {
    failures++;
    outbox.trouble(channel, clock.instant(), why);
    notBefore = next(failures);
    outbox.release(channel, lease, notBefore);
  }

  private Instant next(int tries) {
    return clock.instant().plus(Gaps.after(tries, random));
  }

  @Override
  public void close() {
    courier.close();
  }
}
