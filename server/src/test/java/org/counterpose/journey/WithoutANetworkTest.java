package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.counterpose.app.AnotherBuild;
import org.counterpose.journal.Entry;
import org.junit.jupiter.api.Test;

/** What somebody does while the clinic cannot be reached arrives there later, once. */
class WithoutANetworkTest extends WithoutANetwork {

  @Test
  void a_session_done_and_rated_while_the_server_is_away_arrives_once_when_it_is_back() {
    try (Visitor phone = phoneThatKeepsIt()) {
      server.stop();

      phone.open("/today").look("97-today-away");
      assertThat(phone.page().locator("[data-notice=kept]").innerText()).contains("no network");
      phone.tap(".next .button.primary").tap("[data-start]");
      assertThat(phone.path()).startsWith("/step/");
      phone.waits(Duration.ofSeconds(325));
      phone.page().waitForURL("**/today");
      waits(phone, 1);
      phone.tap(".scale button[value='4']");
      waits(phone, 2);
      phone.look("97-today-waits").widened().look("97-today-waits").narrowed();
      assertThat(phone.page().locator("[data-device]").innerText())
          .containsOnlyOnce("There is no network");
      assertThat(phone.page().locator(".row.is-done").count()).isEqualTo(1);
      assertThat(phone.page().locator(".ring-text").innerHTML()).startsWith("1/");
      assertThat(isPressed(phone, 4)).isEqualTo("true");

      Page again = phone.page().context().newPage();
      phone.page().close();
      again.navigate("/today");
      waits(again, 2);
      isBack();
      again.locator("[data-waiting] button").click();
      untilGone(again.locator("[data-notice=kept]"));
      untilGone(again.locator("[data-waiting]:visible"));

      assertThat(trial.journey().journal().of(Entry.SessionDone.class)).hasSize(1);
      assertThat(trial.journey().journal().of(Entry.Rated.class))
          .singleElement()
          .satisfies(rated -> assertThat(rated.pain()).isEqualTo(4));
      assertThat(again.locator(".row.is-done").count()).isEqualTo(1);
    }
  }

  @Test
  void what_is_worn_is_begun_and_ended_without_a_network() {
    clock.goOn(Duration.ofMinutes(150));
    try (Visitor phone = phoneThatKeepsIt()) {
      server.stop();
      phone.open("/today");
      band(phone, "start").click();
      band(phone, "stop").waitFor();
      phone.waits(Duration.ofMinutes(31));
      phone.open("/today");
      band(phone, "stop").click();
      band(phone, "start").waitFor();
      isBack();
      phone.open("/today");
      until(phone, NOTHING_WAITS);

      assertThat(trial.journey().journal().of(Entry.Worn.class))
          .singleElement()
          .satisfies(worn -> assertThat(worn.seconds()).isBetween(31 * 60, 32 * 60));
    }
  }

  private static Locator band(Visitor visitor, String action) {
    return visitor
        .page()
        .locator("form[data-row='posture-band/first'] button[value=" + action + "]")
        .first();
  }

  @Test
  void an_update_of_the_clinics_computer_takes_no_exercise_away() {
    try (Visitor phone = phoneThatKeepsIt()) {
      server.stop();
      isBackAs(with -> AnotherBuild.in(with.folder(), with.time(), with.port()));
      phone.open("/today");
      server.stop();

      isFromTheDevice(phone.open("/today"));
      assertThat(phone.page().locator(".next .button.primary").count()).isEqualTo(1);
    }
  }

  @Test
  void an_entry_of_an_older_page_is_sent_by_a_newer_one() {
    try (Visitor phone = phoneThatKeepsIt()) {
      phone.page().evaluate(TURN_ON_THE_COACH);
      aMinuteIsOver(phone);
      server.stop();
      phone.open("/today").tap(".scale button[value='3']");
      waits(phone, 1);

      isBackAs(with -> AnotherBuild.in(with.folder(), with.time(), with.port()));
      phone.open("/today");
      until(phone, NOTHING_WAITS);
      until(phone, FILES_OF_THE_NEWER_BUILD_ALONE);
      until(phone, COACH_OF_THE_NEWER_BUILD);

      assertThat(trial.journey().journal().of(Entry.Rated.class)).hasSize(1);
      server.stop();
      isFromTheDevice(phone.open("/today"));
    }
  }

  @Test
  void two_devices_that_were_both_away_end_with_the_same_day() {
    clock.goOn(Duration.ofHours(3));
    try (Visitor phone = phoneThatKeepsIt();
        Visitor desk = deskThatKeepsIt()) {
      server.stop();
      phone.open("/today").tap(".scale button[value='5']");
      waits(phone, 1);
      desk.open("/today").tap("form[data-row^='change-position'] button");
      waits(desk, 1);
      desk.tap(".scale button[value='2']");
      waits(desk, 2);

      isBack();
      for (Visitor one : List.of(desk, phone)) {
        one.open("/today");
        until(one, NOTHING_WAITS);
      }

      assertThat(trial.journey().journal().of(Entry.Rated.class)).hasSize(2);
      assertThat(trial.journey().journal().of(Entry.SessionDone.class)).hasSize(1);
      assertThat(shown(phone.open("/today"))).isEqualTo(shown(desk.open("/today")));
    }
  }

  @Test
  void a_door_on_the_way_that_refuses_everything_is_not_the_clinic() {
    try (Visitor phone = phoneThatKeepsIt()) {
      server.stop();
      phone.open("/today").tap(".scale button[value='4']");
      waits(phone, 1);
      try (DoorOnTheWay _ = DoorOnTheWay.inPlaceOf(server, 404)) {
        phone.page().locator("[data-waiting] button").click();
        phone.page().locator("[data-notice=network]").waitFor();
      }

      assertThat(phone.page().locator("[data-waiting] .wrong").count()).isZero();
      isBack();
      phone.open("/today");
      until(phone, NOTHING_WAITS);
      assertThat(trial.journey().journal().of(Entry.Rated.class)).hasSize(1);
    }
  }

  @Test
  void what_the_server_refuses_stays_with_its_reason_until_the_person_throws_it_away() {
    try (Visitor phone = phoneThatKeepsIt()) {
      server.stop();
      phone.page().addInitScript(ASKS_TO_STAY);
      phone.open("/today").tap(".scale button[value='4']");
      waits(phone, 1);
      until(phone, "Promise.resolve(self.askedToStay === true)");
      isBack();
      trial.practice().journeys().erase(trial.journey());
      phone.page().locator("[data-waiting] button").click();
      phone.page().locator("[data-waiting] .wrong").waitFor();
      phone.look("97-today-refused");

      assertThat(phone.page().locator("[data-waiting] .wrong").innerText())
          .contains("does not open the plan");
      phone.page().getByText("Throw it away").click();
      until(phone, NOTHING_WAITS);
    }
  }

  @Test
  void a_device_that_keeps_nothing_says_so_and_sends_while_the_page_is_open() {
    try (Visitor phone = onPhone()) {
      phone.page().addInitScript(KEEPS_NOTHING);
      phone.open(trial.link());
      phone.page().locator("[data-notice=not-kept]").waitFor();
      server.stop();
      phone.tap(".scale button[value='4']");
      phone.page().locator("[data-notice=held]").waitFor();
      waits(phone, 1);
      phone.look("97-today-keeps-nothing");
      isBack();
      phone.page().locator("[data-waiting] button").click();
      phone.page().waitForURL("**/today");
      until(phone, NOTHING_WAITS);

      assertThat(trial.journey().journal().of(Entry.Rated.class)).hasSize(1);
    }
  }

  private static final String KEEPS_NOTHING =
      """
      IDBFactory.prototype.open = () => { throw new DOMException('', 'QuotaExceededError'); };
      CacheStorage.prototype.match = () => Promise.reject(new DOMException(''));
      ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException(''));
      """;

  /** Notes that the browser was asked not to make room by throwing away what waits. */
  private static final String ASKS_TO_STAY =
      "StorageManager.prototype.persist = async () => (self.askedToStay = true)";

  private static final String FILES_OF_THE_NEWER_BUILD_ALONE =
      "caches.keys().then(names => names.filter(name => name.startsWith('files ')).join() === 'files "
          + AnotherBuild.VERSION
          + "')";

  /** What the page fetches when somebody turns on the coach. */
  private static final String TURN_ON_THE_COACH =
      "import(document.querySelector('script[src*=device]').src.replace('device', 'coach')).then(() => true)";

  private static final String COACH_OF_THE_NEWER_BUILD =
      "caches.match('/static/" + AnotherBuild.VERSION + "/js/coach.js').then(kept => !!kept)";

  private static Object isPressed(Visitor visitor, int pain) {
    return visitor
        .page()
        .locator(".scale button[value='" + pain + "']")
        .first()
        .getAttribute("aria-pressed");
  }

  private static String shown(Visitor visitor) {
    return visitor.page().locator("main").innerText().replaceAll("\\s+", " ");
  }
}
