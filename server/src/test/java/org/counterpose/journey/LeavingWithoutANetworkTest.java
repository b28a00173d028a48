package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpose.journal.Entry;
import org.junit.jupiter.api.Test;

/** A trial that is removed from a device while nobody answers: all goes but the key. */
class LeavingWithoutANetworkTest extends WithoutANetwork {

  @Test
  void all_but_the_key_goes_at_once_and_the_key_with_the_next_network() {
    try (Visitor phone = phoneThatKeepsIt()) {
      server.stop();
      phone.open("/today").tap(".scale button[value='4']");
      waits(phone, 1);
      phone.open("/leave").look("97-leave-away").widened().look("97-leave-away").narrowed();
      assertThat(phone.page().locator("main").innerText())
          .contains("The key to it goes only when the network is back")
          .contains("Not sent yet: 1");
      phone.tap("form[action='/leave'] button");
      untilThere(phone.page().locator("[data-gone=all-but-the-key]"));
      phone.look("97-left-away").widened().look("97-left-away").narrowed();

      assertThat(phone.heading()).isEqualTo("All but the key is gone");
      assertThat(phone.page().evaluate(WHAT_IS_KEPT)).isEqualTo("to tell");
      assertThat(phone.page().context().cookies()).isNotEmpty();
      phone.open("/today");
      assertThat(phone.heading()).isEqualTo("All but the key is gone");

      isBack();
      phone.open("/today");
      assertThat(phone.path()).isEqualTo("/");
      assertThat(phone.page().context().cookies()).isEmpty();
      assertThat(phone.page().evaluate("caches.keys().then(String)")).isEqualTo("");
      assertThat(trial.journey().journal().of(Entry.Rated.class)).as("was warned of").isEmpty();
    }
  }

  @Test
  void who_opens_their_link_first_once_there_is_a_network_stays_in() {
    try (Visitor phone = phoneThatKeepsIt()) {
      server.stop();
      phone.open("/leave").tap("form[action='/leave'] button");
      untilThere(phone.page().locator("[data-gone=all-but-the-key]"));

      isBack();
      phone.open(trial.link()).page().waitForURL("**/today");
      phone.open("/today");
      assertThat(phone.path()).isEqualTo("/today");
      assertThat(phone.page().evaluate("caches.has('to tell')")).isEqualTo(false);
    }
  }

  @Test
  void so_it_is_where_a_proxy_answers_while_the_server_starts_again() {
    try (Visitor phone = phoneThatKeepsIt()) {
      phone.open("/leave");
      server.stop();
      try (DoorOnTheWay _ = DoorOnTheWay.inPlaceOf(server, 503)) {
        phone.tap("form[action='/leave'] button");
        untilThere(phone.page().locator("[data-gone=all-but-the-key]"));
        assertThat(phone.page().evaluate(WHAT_IS_KEPT)).isEqualTo("to tell");
      }

      isBack();
      phone.open("/today");
      assertThat(phone.path()).isEqualTo("/");
      assertThat(phone.page().context().cookies()).isEmpty();
    }
  }

  /** What is kept beside the files of the build, which are anybody's. */
  private static final String WHAT_IS_KEPT =
      """
      (async () => {
        const databases = (await indexedDB.databases()).map((one) => one.name);
        const kept = (await caches.keys()).filter((name) => !name.startsWith("files "));
        return [...kept, ...databases, ...Object.keys(localStorage), ...Object.keys(sessionStorage)].join();
      })()
      """;
}
