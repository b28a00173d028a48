package org.counterpose.push;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.counterpose.sending.Courier;
import org.counterpose.sending.Gaps;
import org.counterpose.sending.Outcome;
import org.counterpose.store.Channel;
import org.counterpose.store.KeptSubscription;
import org.counterpose.store.Outgoing;
import org.counterpose.store.SqlPushSubscriptions;
import org.jspecify.annotations.Nullable;

/**
 * Notifications to the push services of persons' browsers (RFC 8030). Where one service does not
 * answer, those for others still go.
 */
public final class Notifications implements Courier {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A whole exchange; a service that answers byte by byte would otherwise hold everybody up. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  /** A line that was idle for longer may be closed at the other end by now. */
  private static final Duration FRESH = Duration.ofSeconds(5);

  private static final Duration LONGEST_REST = Duration.ofMinutes(30);
  private static final int LONGEST_WORDS = 1500;

  /** A push service that could not take messages. */
  private record Rest(int failures, Instant until) {}

  /** The line that was used last. */
  private record Used(Reach.Found to, Line line, Instant at) {}

  private final SqlPushSubscriptions subscriptions;
  private final Push push;
  private final String contact;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Map<String, Rest> resting = new HashMap<>();
  private final ScheduledExecutorService cutter =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("push-time-limit").factory());
  private @Nullable Used used;

  /**
   * @param contact whom a push service may write to, {@code mailto:} or {@code https:}
   */
  public Notifications(
      SqlPushSubscriptions subscriptions,
      Push push,
      String contact,
      InstantSource clock,
      SecureRandom random) {
    this.subscriptions = subscriptions;
    this.push = push;
    this.contact = contact;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public Channel channel() {
    return Channel.PUSH;
  }

  @Override
  public Outcome hand(Outgoing message) {
    Optional<KeptSubscription> kept = subscriptions.find(message.to());
    Optional<Subscription> to = kept.flatMap(Subscription::of);
    if (to.isEmpty()) {
      return new Outcome.Gone();
    }
    String host = to.get().endpoint().getHost();
    Rest rest = resting.get(host);
    if (rest != null && clock.instant().isBefore(rest.until())) {
      return new Outcome.NotBefore(rest.until());
    }
    Optional<Reach.Found> found = push.reach().find(to.get().endpoint());
    if (found.isEmpty()) {
      return rests(host, Optional.empty(), host + " has no address that may be sent to");
    }
    try {
      Line.Answer answer = posted(message, to.get(), found.get());
      return told(answer, host, kept.get());
    } catch (IOException e) {
      drop();
      return rests(host, Optional.empty(), host + " cannot be reached: " + kind(e));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return new Outcome.Refused("a notification could not be put into its form");
    }
  }

  private Line.Answer posted(Outgoing message, Subscription to, Reach.Found found)
      throws IOException, GeneralSecurityException {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Authorization", push.key().authorization(to.origin(), contact, clock.instant()));
    headers.put("TTL", String.valueOf(secondsOfUse(message)));
    headers.put("Urgency", "normal");
    headers.put("Topic", message.id().toString().replace("-", "")); // a repeat takes its place
    headers.put("Content-Encoding", "aes128gcm");
    headers.put("Content-Type", "application/octet-stream");
    byte[] sealed = Sealed.of(text(message), to, random);
    Line line = line(found);
    ScheduledFuture<?> cut =
        cutter.schedule(line::close, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    try {
      Line.Answer answer = line.post(to.target(), headers, sealed);
      used = new Used(found, line, clock.instant());
      return answer;
    } finally {
      cut.cancel(false);
    }
  }

  private long secondsOfUse(Outgoing message) {
    return Math.max(0, Duration.between(clock.instant(), message.uselessAfter()).toSeconds());
  }

  /** What the device shows, and where a tap leads. */
  private static byte[] text(Outgoing message) throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("id", message.id().toString());
    all.put("title", message.subject());
    all.put("body", message.text().substring(0, Math.min(message.text().length(), LONGEST_WORDS)));
    message.unsubscribe().map(URI::getRawPath).ifPresent(path -> all.put("stop", path));
    return JSON.writeValueAsString(all).getBytes(StandardCharsets.UTF_8);
  }

  private Line line(Reach.Found found) {
    Used last = used;
    if (last != null
        && last.line().isOpen()
        && last.to().equals(found)
        && clock.instant().isBefore(last.at().plus(FRESH))) {
      return last.line();
    }
    drop();
    Line fresh = new Line(found, push.reach().tls());
    used = new Used(found, fresh, clock.instant());
    return fresh;
  }

  private Outcome told(Line.Answer answer, String host, KeptSubscription kept) {
    int status = answer.status();
    if (status >= 200 && status < 300) {
      resting.remove(host);
      return new Outcome.Sent();
    }
    if (status == 404 || status == 410) {
      subscriptions.gone(kept);
      return new Outcome.Gone();
    }
    String why = host + " did not take a notification, answer " + status;
    return status == 429 || status == 408 || status >= 500
        ? rests(host, answer.header("retry-after"), why)
        : new Outcome.Refused(why);
  }

  /** Leaves a push service in peace for a while, at least for as long as it asks for. */
  private Outcome rests(String host, Optional<String> asked, String why) {
    Rest before = resting.get(host);
    int failures = before == null ? 1 : before.failures() + 1;
    Duration gap = Gaps.after(failures, random);
    Duration wanted =
        asked
            .filter(text -> text.matches("\\d{1,6}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)))
            .filter(span -> span.compareTo(LONGEST_REST) <= 0)
            .orElse(asked.isPresent() ? LONGEST_REST : Duration.ZERO);
    Instant until = clock.instant().plus(wanted.compareTo(gap) > 0 ? wanted : gap);
    resting.put(host, new Rest(failures, until));
    return new Outcome.Later(why);
  }

  /** The kind of failure, without the address, which names a device. */
  private static String kind(IOException e) {
    return e.getClass().getSimpleName();
  }

  private void drop() {
    Used last = used;
    used = null;
    if (last != null) {
      last.line().close();
    }
  }

  @Override
  public void close() {
    drop();
    cutter.shutdownNow();
  }
}
