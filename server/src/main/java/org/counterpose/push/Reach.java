package org.counterpose.push;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;

/**
 * Which addresses may be sent to: where a browser says that its push service is could as well be a
 * machine of the clinic's own network. A name is looked up, each address that it has is looked at,
 * and exactly the one that was looked at is connected to.
 *
 * @param names what looks names up
 * @param tls how push services prove who they are
 * @param loopback whether this very machine may be sent to, at any port; for tests
 */
public record Reach(Names names, SSLSocketFactory tls, boolean loopback) {

  /** Looks up the addresses of a name. */
  public interface Names {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  private static final int TLS_PORT = 443;

  /** Labels with a dot between them, of which the last begins with a letter: no address. */
  private static final Pattern NAME =
      Pattern.compile(
          "([A-Za-z0-9]([A-Za-z0-9-]{0,62}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{1,62}");

  /** Push services on the Internet. */
  public static Reach toAll() {
    return new Reach(
        InetAddress::getAllByName, (SSLSocketFactory) SSLSocketFactory.getDefault(), false);
  }

  /** Push services of a test on this machine. */
  public static Reach toThisMachine(SSLSocketFactory tls) {
    return new Reach(InetAddress::getAllByName, tls, true);
  }

  /** Where a message for an endpoint may be handed over. */
  record Found(String host, int port, InetAddress address) {}

  /** Whether messages may be sent there, as far as can be told now. */
  public boolean allows(Subscription subscription) {
    return find(subscription.endpoint()).isPresent();
  }

  /** Empty where nothing may be sent to it, or it has no address. */
  Optional<Found> find(URI endpoint) {
    String host = endpoint.getHost();
    if (host == null
        || !"https".equals(endpoint.getScheme())
        || endpoint.getUserInfo() != null
        || endpoint.getFragment() != null) {
      return Optional.empty();
    }
    boolean here = loopback && host.equals("localhost");
    boolean named = NAME.matcher(host).matches() && host.length() <= 253;
    int port = endpoint.getPort() == -1 ? TLS_PORT : endpoint.getPort();
    if (!here && (!named || port != TLS_PORT)) {
      return Optional.empty();
    }
    try {
      List<InetAddress> all = Arrays.asList(names.of(host));
      return all.stream()
              .allMatch(address -> here ? address.isLoopbackAddress() : isPublic(address))
          ? all.stream().findFirst().map(address -> new Found(host, port, address))
          : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Whether an address is one of the Internet's, and of nobody's own network. */
  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] b = address.getAddress();
    int first = b[0] & 0xff;
    int second = b[1] & 0xff;
    int third = b[2] & 0xff;
    if (address instanceof Inet4Address) {
      return first != 0
          && first < 240 // reserved
          && !(first == 100 && second >= 64 && second < 128) // shared by providers
          && !(first == 192 && second == 0 && (third == 0 || third == 2)) // protocols, examples
          && !(first == 192 && second == 88 && third == 99) // relays to 6to4
          && !(first == 198 && (second == 18 || second == 19)) // measures
          && !(first == 198 && second == 51 && third == 100)
          && !(first == 203 && second == 0 && third == 113);
    }
    boolean global = (first & 0xe0) == 0x20; // 2000::/3
    boolean teredoOrProtocols = first == 0x20 && second == 0x01 && third < 0x02;
    boolean example = first == 0x20 && second == 0x01 && third == 0x0d && (b[3] & 0xff) == 0xb8;
    boolean sixToFour = first == 0x20 && second == 0x02;
    return global && !teredoOrProtocols && !example && !sixToFour;
  }
}
