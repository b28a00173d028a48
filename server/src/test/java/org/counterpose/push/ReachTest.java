package org.counterpose.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a server lets itself be sent by what a browser says. */
class ReachTest {

  private static final String PUBLIC = "93.184.216.34";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://push.example.net/1",
        "ftp://push.example.net/1",
        "https://push.example.net:8443/1",
        "https://somebody@push.example.net/1",
        "https://push.example.net/1#part",
        "https://93.184.216.34/1",
        "https://[2606:2800:220:1:248:1893:25c8:1946]/1",
        "https://[::1]/1",
        "https://127.1/1",
        "https://2130706433/1",
        "https://localhost/1",
        "https://clinic/1",
        "https:push.example.net",
        "/1"
      })
  void an_endpoint_that_is_no_push_service_on_the_internet_is_refused(String endpoint) {
    assertThat(resolving(PUBLIC).find(URI.create(endpoint))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.0.1",
        "0.0.0.0",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "fec0::1",
        "ff02::1",
        "64:ff9b::7f00:1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::1"
      })
  void a_name_that_leads_into_somebodys_own_network_is_refused(String address) {
    assertThat(resolving(address).find(URI.create("https://push.example.net/1"))).isEmpty();
    assertThat(resolving(PUBLIC, address).find(URI.create("https://push.example.net/1")))
        .as("beside a public one")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {PUBLIC, "172.32.0.1", "100.128.0.1", "2606:2800:220:1::1", "2a00::1"})
  void a_name_that_leads_to_the_internet_is_taken_at_the_address_that_was_looked_at(String address)
      throws Exception {
    assertThat(resolving(address).find(URI.create("https://push.example.net/1")))
        .contains(new Reach.Found("push.example.net", 443, InetAddress.ofLiteral(address)));
  }

  @Test
  void a_name_that_nobody_knows_is_refused() {
    Reach reach =
        new Reach(
            host -> {
              throw new UnknownHostException(host);
            },
            (SSLSocketFactory) SSLSocketFactory.getDefault(),
            false);

    assertThat(reach.find(URI.create("https://push.example.net/1"))).isEmpty();
  }

  private static Reach resolving(String... addresses) {
    InetAddress[] all =
        Stream.of(addresses).map(InetAddress::ofLiteral).toList().toArray(InetAddress[]::new);
    assertThat(List.of(all)).isNotEmpty();
    return new Reach(host -> all, (SSLSocketFactory) SSLSocketFactory.getDefault(), false);
  }
}
