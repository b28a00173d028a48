package org.counterpose.guard;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.counterpose.digest.Sha256;

/**
 * How often one sender may do what costs others something: the check, beginning a journey, booking,
 * signing in, letters. Each limit is a bucket that empties by one a request and fills evenly.
 *
 * <p>Whoever is signed in at the clinic or holds a trial is counted by that, and not by the
 * address: a clinic's two hundred people may share one. All of a kind behind one address have a
 * bound together that is {@link #TOGETHER} times as wide, so that many trials begun by one sender
 * do not lift the limit.
 */
public final class RateLimits {

  /** Addresses remembered; beyond it the one not seen for longest is forgotten. */
  private static final int ADDRESSES = 20_000;

  /** How many times as much all accounts behind one address may do as one of them. */
  static final int TOGETHER = 40;

  private static final String ALL_OF = "all of ";

  /** One limit: what it counts, how many at once, and in what time the bucket fills again. */
  private record Limit(String name, Pattern requests, int atOnce, Duration refill) {}

  private static final List<Limit> LIMITS =
      List.of(
          new Limit(
              "check",
              Pattern.compile("POST (/api/v1/screenings|/programmes/[^/]+/check(/.*)?)"),
              120,
              Duration.ofMinutes(10)),
          new Limit(
              "journeys",
              Pattern.compile("POST (/api/v1/journeys|/programmes/[^/]+/start)"),
              30,
              Duration.ofMinutes(30)),
          new Limit(
              "asks-at-the-check",
              Pattern.compile("POST /programmes/[^/]+/ask-clinic"),
              10,
              Duration.ofMinutes(30)),
          // Staff have doors of their own, which persons and strangers at the clinic's address
          // cannot fill up in passing, and a device that signed in before has them to itself. A
          // passkey is not guessed: the bound guards the machine.
          new Limit(
              "staff-questions",
              Pattern.compile("POST /staff/sign-in/ask"),
              1200,
              Duration.ofMinutes(10)),
          new Limit(
              "staff-door", Pattern.compile("POST /staff/sign-in"), 1200, Duration.ofMinutes(10)),
          new Limit(
              "staff-links",
              Pattern.compile("(GET|POST) /staff/join/.*"),
              1200,
              Duration.ofMinutes(10)),
          new Limit(
              "sign-in",
              Pattern.compile("POST (/sign-in(/ask)?|/keep/(ask|passkeys))"),
              600,
              Duration.ofMinutes(10)),
          // Only goes where somebody confirmed the address; each address has its own bound.
          new Limit(
              "sign-in-letters",
              Pattern.compile("POST /sign-in/letter"),
              240,
              Duration.ofMinutes(30)),
          new Limit("letters", Pattern.compile("POST /keep/email"), 10, Duration.ofMinutes(30)),
          new Limit(
              "bookings",
              Pattern.compile(
                  "(POST|DELETE) (/api/v1/appointments(/.*)?|/book(/.*)?|/appointment/.*|/wait/.*|/waiting/.*|/offer/.*)"),
              30,
              Duration.ofMinutes(10)),
          // Looking at the form keeps a time for a while.
          new Limit(
              "holds", Pattern.compile("GET /book/[^/]+/[^/]+/.*"), 300, Duration.ofMinutes(10)),
          new Limit(
              "links", Pattern.compile("(GET|POST) (/invited|/j)/.*"), 240, Duration.ofMinutes(10)),
          new Limit(
              "letter-links",
              Pattern.compile("(GET|POST) /letter/.*"),
              600,
              Duration.ofMinutes(10)),
          // A device asks when something changed; each answer is a week of pages.
          new Limit("kept", Pattern.compile("GET /kept"), 60, Duration.ofMinutes(10)),
          new Limit("languages", Pattern.compile("POST /language"), 120, Duration.ofMinutes(10)),
          // Mail providers press the button for many people.
          new Limit("stops", Pattern.compile("POST /stop/.*"), 1200, Duration.ofMinutes(10)),
          new Limit(
              "invitations",
              Pattern.compile("POST (/staff/hand-out|/staff/team/invite)"),
              120,
              Duration.ofMinutes(60)),
          new Limit(
              "messages",
              Pattern.compile("POST (/clinic/ask|/reminders/(test|devices|feed))"),
              20,
              Duration.ofMinutes(10)));

  private record Key(String limit, String sender) {}

  /**
   * How much was left of one sender's limit at a moment.
   *
   * @param sender a hash
   */
  public record Level(String limit, String sender, long left, Instant at) {
    private static final String WIDE = "all:";

    private boolean wide() {
      return sender.startsWith(WIDE);
    }
  }

  private final InstantSource clock;
  private final TimeMeter time;
  private final Set<Key> touched = new LinkedHashSet<>();
  private final Map<Key, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Bucket> eldest) {
          return size() > ADDRESSES;
        }
      };

  public RateLimits(InstantSource clock) {
    this.clock = clock;
    this.time = new Clock(clock);
  }

  /** How long a request that nobody known sent must wait. */
  Optional<Duration> wait(String method, String path, String address) {
    return wait(method, path, address, Optional::empty);
  }

  /**
   * How long this request must wait; empty where it may go on, and is then counted.
   *
   * @param account who is known to have sent it, such as {@code staff 7} or {@code journey 5};
   *     asked only where there is something to count
   */
  Optional<Duration> wait(
      String method, String path, String address, Supplier<Optional<String>> account) {
    String request = (method.equals("HEAD") ? "GET" : method) + " " + plain(path);
    for (Limit limit : LIMITS) {
      if (limit.requests().matcher(request).matches()) {
        String from = Network.of(address);
        return account
            .get()
            .map(
                known ->
                    take(new Key(limit.name(), sender("account " + known)), limit.atOnce(), limit)
                        .or(
                            () ->
                                take(
                                    new Key(limit.name(), sender(ALL_OF + kind(known) + from)),
                                    limit.atOnce() * TOGETHER,
                                    limit)))
            .orElseGet(
                () ->
                    take(new Key(limit.name(), sender("address " + from)), limit.atOnce(), limit));
      }
    }
    return Optional.empty();
  }

  /** What an account is one of: no kind of them uses up what another has together. */
  private static String kind(String account) {
    return account.substring(0, account.indexOf(' ') + 1);
  }

  private Optional<Duration> take(Key key, int capacity, Limit limit) {
    synchronized (buckets) {
      touched.add(key);
      ConsumptionProbe probe =
          buckets
              .computeIfAbsent(key, fresh -> bucket(limit, capacity, capacity))
              .tryConsumeAndReturnRemaining(1);
      return probe.isConsumed()
          ? Optional.empty()
          : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  /** How much is left of each limit that was used since this was asked last. */
  public List<Level> used() {
    Instant now = clock.instant();
    synchronized (buckets) {
      List<Level> levels =
          touched.stream()
              .filter(buckets::containsKey)
              .map(
                  key ->
                      new Level(
                          key.limit(),
                          key.sender(),
                          Objects.requireNonNull(buckets.get(key)).getAvailableTokens(),
                          now))
              .toList();
      touched.clear();
      return levels;
    }
  }

  /** Goes on from where an earlier process was. */
  public void goOn(List<Level> levels) {
    Instant now = clock.instant();
    synchronized (buckets) {
      for (Level level : levels) {
        LIMITS.stream()
            .filter(limit -> limit.name().equals(level.limit()))
            .findFirst()
            .ifPresent(
                limit -> {
                  int capacity = level.wide() ? limit.atOnce() * TOGETHER : limit.atOnce();
                  long refilled =
                      Math.max(0, Duration.between(level.at(), now).toMillis())
                          * capacity
                          / limit.refill().toMillis();
                  buckets.put(
                      new Key(level.limit(), level.sender()),
                      bucket(limit, capacity, Math.min(capacity, level.left() + refilled)));
                });
      }
    }
  }

  /** After so long without use every bucket is full again, and need not be kept. */
  public static Duration fullAfter() {
    return LIMITS.stream().map(Limit::refill).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** A path as the routes understand it: other spellings of it lead to the same place. */
  private static String plain(String path) {
    String decoded = path;
    try {
      decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // What cannot be decoded leads nowhere.
    }
    return decoded.endsWith("/") ? decoded.substring(0, decoded.length() - 1) : decoded;
  }

  private Bucket bucket(Limit limit, int capacity, long left) {
    return Bucket.builder()
        .addLimit(
            band ->
                band.capacity(capacity).refillGreedy(capacity, limit.refill()).initialTokens(left))
        .withCustomTimePrecision(time)
        .build();
  }

  /** A sender as it is kept: neither an address nor whose trial it is can be read from it. */
  private static String sender(String text) {
    return (text.startsWith(ALL_OF) ? Level.WIDE : "") + Sha256.hex(text);
  }

  private record Clock(InstantSource clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
