package org.counterpose.guard;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often one address may do what costs others something: the check, beginning a journey,
 * booking. Each limit is a bucket that empties by one a request and fills evenly. A household or a
 * clinic's waiting room shares an address, so the buckets are roomy.
 */
public final class RateLimits {

  /** Addresses remembered; beyond it the one not seen for longest is forgotten. */
  private static final int ADDRESSES = 20_000;

  /** The part of an address that names its sender; a shorter one does as a whole. */
  private static final int NETWORK_BYTES = 8;

  private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+|\\[.*]):\\d+");

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
              "sign-in",
              Pattern.compile(
                  "POST ((/staff)?/sign-in(/ask)?|/staff/join/.*|/keep/(ask|passkeys)|/letter/.*)"),
              120,
              Duration.ofMinutes(10)),
          new Limit(
              "letters",
              Pattern.compile("POST (/sign-in/letter|/keep/email)"),
              10,
              Duration.ofMinutes(30)),
          new Limit(
              "bookings",
              Pattern.compile(
                  "(POST|DELETE) (/api/v1/appointments(/.*)?|/book(/.*)?|/appointment/.*|/wait/.*|/waiting/.*|/offer/.*)"),
              30,
              Duration.ofMinutes(10)));

  private record Key(String limit, String address) {}

  private final TimeMeter time;
  private final Map<Key, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Bucket> eldest) {
          return size() > ADDRESSES;
        }
      };

  public RateLimits(InstantSource clock) {
    this.time = new Clock(clock);
  }

  /** How long this request must wait; empty where it may go on, and is then counted. */
  Optional<Duration> wait(String method, String path, String address) {
    String request = method + " " + plain(path);
    for (Limit limit : LIMITS) {
      if (limit.requests().matcher(request).matches()) {
        ConsumptionProbe probe = bucket(limit, group(address)).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
            ? Optional.empty()
            : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
      }
    }
    return Optional.empty();
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

  private Bucket bucket(Limit limit, String address) {
    synchronized (buckets) {
      return buckets.computeIfAbsent(
          new Key(limit.name(), address),
          key ->
              Bucket.builder()
                  .addLimit(
                      band ->
                          band.capacity(limit.atOnce())
                              .refillGreedy(limit.atOnce(), limit.refill()))
                  .withCustomTimePrecision(time)
                  .build());
    }
  }

  /**
   * The sender behind an address, however it is written. One sender has a whole /64 of IPv6
   * addresses to choose from. What is no address at all counts as one sender.
   */
  private static String group(String address) {
    try {
      byte[] bytes = InetAddress.ofLiteral(bare(address)).getAddress();
      return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
    } catch (IllegalArgumentException e) {
      return "no address";
    }
  }

  /** Without port, brackets and zone: {@code [::1]:80}, {@code 192.0.2.1:80}, {@code fe80::1%2}. */
  private static String bare(String address) {
    Matcher matcher = WITH_PORT.matcher(address);
    String alone = matcher.matches() ? matcher.group(1) : address;
    return alone.replaceAll("[\\[\\]]|%.*", "");
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
