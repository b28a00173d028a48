package org.counterpose.booking;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.counterpose.digest.Sha256;

/**
 * The secrets of a booking. A token opens an appointment and is kept only as its hash, so that
 * whoever reads the store can open none. To give a repeated request its first answer the token is
 * also kept covered by a pad made of that request: without the request it cannot be read.
 */
final class Token {

  static final int BYTES = 20;

  /** Between a series' token and a number; no token has it. */
  private static final char NUMBERED = '~';

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
  private static final HexFormat HEX = HexFormat.of();

  private Token() {}

  static String of(byte[] random) {
    return ENCODER.encodeToString(random);
  }

  /** Whether a text could be a token. */
  static boolean isOne(String text) {
    return text.matches("[A-Za-z0-9_-]{27}");
  }

  /** The token of one visit of a series, by the series' own; the first has that one itself. */
  static String numbered(String token, int number) {
    return number == 1 ? token : token + NUMBERED + number;
  }

  /** The token of the series that a visit's token belongs to. */
  static String ofSeries(String token) {
    int at = token.indexOf(NUMBERED);
    return at < 0 ? token : token.substring(0, at);
  }

  static String hash(String text) {
    return Sha256.hex(text);
  }

  static String keyHash(BookingRequest request) {
    return hash("key " + request.key());
  }

  static String requestHash(BookingRequest request) {
    return hash("request " + request.key().length() + " " + request.key() + written(request));
  }

  /** The same of one that asks for visits at all of these starts. */
  static String requestHash(BookingRequest request, List<Instant> starts) {
    return hash(requestHash(request) + " at " + starts);
  }

  static String seal(String token, BookingRequest request) {
    return HEX.formatHex(covered(DECODER.decode(token), request));
  }

  static String unseal(String sealed, BookingRequest request) {
    return of(covered(HEX.parseHex(sealed), request));
  }

  private static byte[] covered(byte[] bytes, BookingRequest request) {
    byte[] pad =
        Sha256.of("pad of " + request.key().length() + " " + request.key() + written(request));
    byte[] covered = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      covered[i] = (byte) (bytes[i] ^ pad[i]);
    }
    return covered;
  }

  /** All that a request asks for; the lengths keep one field from passing for part of another. */
  private static String written(BookingRequest request) {
    StringBuilder written = new StringBuilder();
    for (String field :
        new String[] {
          request.practitioner(),
          request.service(),
          request.start().toString(),
          request.person().name(),
          request.person().email(),
          request.shared().map(shared -> shared.journey().toString()).orElse("")
        }) {
      written.append(field.length()).append(':').append(field);
    }
    request.place().ifPresent(place -> written.append("at ").append(place));
    return written.toString();
  }
}
