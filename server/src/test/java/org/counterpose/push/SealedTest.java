package org.counterpose.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that only one browser can read. */
class SealedTest {

  private static final URI ENDPOINT = URI.create("https://push.example.net/push/1");

  /** The worked example at the end of RFC 8291. */
  @Test
  void the_example_of_the_standard_comes_out_to_the_last_byte() throws Exception {
    KeyPair once =
        new KeyPair(
            Curve.publicKey(
                bytes(
                    "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")),
            Curve.privateKey(bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")));
    Subscription to =
        new Subscription(
            ENDPOINT,
            bytes(
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
            bytes("BTBZMqHH6r4Tts7J_aSIgg"));

    byte[] sealed =
        Sealed.of(
            "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.UTF_8),
            to,
            once,
            bytes("DGv6ra1nlYgDCS1FRnbzlw"));

    assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed))
        .isEqualTo(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLoc"
                + "InmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyou"
                + "BWLVWGNWQexSgSxsj_Qulcy4a-fN");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 300, Sealed.LONGEST})
  void a_browser_reads_what_was_meant_for_it_and_no_other_does(int length) throws Exception {
    TestBrowser browser = new TestBrowser();
    String text = "ö".repeat(length / 2) + "a".repeat(length % 2);

    byte[] sealed = sealed(text, browser);

    assertThat(browser.read(sealed)).isEqualTo(text);
    assertThat(sealed).hasSizeLessThanOrEqualTo(4096);
    assertThatThrownBy(() -> new TestBrowser().read(sealed)).hasMessageContaining("mismatch");
    assertThat(sealed(text, browser)).isNotEqualTo(sealed);
  }

  @Test
  void what_is_too_long_for_a_push_service_is_not_made() {
    assertThatThrownBy(() -> sealed("a".repeat(Sealed.LONGEST + 1), new TestBrowser()))
        .hasMessageContaining("at most 3993 bytes, got 3994");
  }

  @Test
  void a_key_that_is_no_point_of_the_curve_is_refused() {
    TestBrowser browser = new TestBrowser();
    byte[] bent = bytes(browser.p256dh());
    bent[64] ^= 1;

    assertThat(Subscription.read(ENDPOINT.toString(), browser.p256dh(), browser.auth()))
        .isPresent();
    assertThat(Subscription.read(ENDPOINT.toString(), text(bent), browser.auth())).isEmpty();
    assertThat(Subscription.read(ENDPOINT.toString(), browser.p256dh(), "AAAA")).isEmpty();
    assertThat(Subscription.read(ENDPOINT + "\r\nX: y", browser.p256dh(), browser.auth()))
        .isEmpty();
  }

  private static byte[] sealed(String text, TestBrowser to) throws Exception {
    Subscription subscription =
        Subscription.read(ENDPOINT.toString(), to.p256dh(), to.auth()).orElseThrow();
    return Sealed.of(text.getBytes(StandardCharsets.UTF_8), subscription, new SecureRandom());
  }

  private static byte[] bytes(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
