package org.counterpose.guard;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sender behind an address. One sender has a whole /64 of IPv6 addresses to choose from. */
final class Network {

  /** The part of an address that names its sender; a shorter one does as a whole. */
  private static final int BYTES = 8;

  private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+|\\[.*]):\\d+");

  private Network() {}

  /**
   * The sender behind an address, however it is written. What is no address at all counts as one
   * sender.
   */
  static String of(String address) {
    try {
      byte[] bytes = InetAddress.ofLiteral(bare(address)).getAddress();
      return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, BYTES));
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
}
