package org.counterpose.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.app.NothingToReport;
import org.counterpose.app.Served;
import org.counterpose.handout.PrintedSheet;
import org.counterpose.journal.Adaptation;
import org.counterpose.people.Device;
import org.counterpose.people.SignedIn;
import org.counterpose.programme.Programme;
import org.counterpose.screening.Answer;
import org.counterpose.screening.Answers;
import org.counterpose.store.AuditLine;
import org.junit.jupiter.api.Test;

/** What a person and their clinic print of a trial, and whom the code on it lets in. */
class PlanOnPaperTest extends SharedTrials {

  @Test
  void a_persons_own_sheet_opens_their_trial_on_another_device() {
    Shared ana = begins("Ana");
    try (PrintedSheet sheet = print("/handout", ana.cookie())) {
      assertThat(sheet.code())
          .isEqualTo(
              served.address() + "/j/" + ana.cookie().replaceFirst("journey=(.*)\\.(.*)", "$1/$2"));
      assertThat(sheet.text())
          .contains("For Ana", "keep this sheet to yourself", "Day 1 is 23 November 2026.")
          .contains("Your plan leaves out: Wobble disc, Posture band.")
          .doesNotContain("3. Wobble disc");
    }
  }

  @Test
  void a_sheet_that_is_printed_on_the_evening_of_the_first_day_tells_whole_days() {
    goOn(Duration.ofHours(12));
    Shared ana = begins("Ana");
    try (PrintedSheet sheet = print("/handout", ana.cookie())) {
      assertThat(sheet.text())
          .contains("Twice a day: after you get up, before you go to bed.")
          .contains("about every 50 minutes", "Week 1: 5 minutes.");
    }
  }

  @Test
  void a_person_may_leave_the_private_link_off() {
    Shared ana = begins("Ana");
    try (PrintedSheet sheet = print("/handout?link=no&paper=letter", ana.cookie())) {
      assertThat(sheet.code()).isEqualTo(served.address() + "/today");
      assertThat(sheet.document().getPage(0).getMediaBox().getWidth()).isGreaterThan(611);
    }
  }

  @Test
  void the_clinics_sheet_opens_nothing_for_who_finds_it_and_the_person_reads_of_it() {
    Shared ana = begins("Ana");
    String staff = SignedIn.practitioner(practice);
    try (PrintedSheet sheet = print("/staff/people/" + ana.id() + "/handout", staff)) {
      assertThat(sheet.code()).isEqualTo(served.address() + "/today");
      assertThat(sheet.text()).contains("For Ana").doesNotContain("/j/");
    }
    assertThat(trail.of(ana.id()))
        .extracting(AuditLine::what, AuditLine::detail)
        .contains(tuple("viewed", "handout"));
    assertThat(served.get("/privacy-settings", "Cookie", ana.cookie()).body())
        .contains("printed your plan");
  }

  @Test
  void what_the_clinic_changed_holds_on_paper() {
    Shared ana = begins("Ana");
    care.adapt(
        ana.journey(),
        KIM,
        "Slower at first",
        List.of(new Adaptation.Portioned("rolled-towel", 240, Optional.empty())),
        Set.of());
    care.adapt(
        ana.journey(),
        KIM,
        "Sore wrists",
        List.of(new Adaptation.LeaveOut("thread-the-needle")),
        Set.of());
    goOn(Duration.ofMinutes(1));
    try (PrintedSheet sheet = print("/handout", ana.cookie())) {
      assertThat(sheet.text())
          .contains("4 minutes each time.", "leaves out: Thread the needle")
          .doesNotContain("Week 2: 6 minutes", "2. Thread the needle", "Sore wrists");
    }
  }

  @Test
  void only_the_stage_and_the_side_of_the_plan_are_printed_and_what_comes_later_is_named() {
    Programme ankles = practice.library().programme("ankles").orElseThrow();
    Shared ana =
        begins(
            "Ana",
            "ankles",
            NothingToReport.to(ankles)
                .with("symptoms", new Answer.Chosen(Set.of("turns")))
                .with("which-ankle", new Answer.Chosen(Set.of("left"))));
    try (PrintedSheet sheet = print("/handout", ana.cookie())) {
      assertThat(sheet.text())
          .contains("Week 1: 2 sets of 10 repetitions.", "On the left side.")
          .contains("On both legs. Your plan is here now.")
          .contains(
              "On one leg. This comes from week 2 on, once you reach: Calf raises on both legs, 20")
          .contains("On the floor. Your plan is here now.")
          .contains("On a cushion. This comes from week 3 on, once you reach: Standing on one")
          .contains("Your plan leaves out: Band in four ways.")
          .contains("Not yet part of your plan: Small hops. This comes from week 4 on, once you")
          .doesNotContain("Bend the other knee", "Lay the cushion", "(On", "needs it")
          .doesNotContain("Band in four ways Pull");
    }
  }

  @Test
  void nothing_is_printed_of_a_trial_that_was_stopped() {
    Shared ana = begins("Ana");
    ana.stopsForPain();
    String staff = SignedIn.practitioner(practice);

    Served.Answer own = served.get("/handout", "Cookie", ana.cookie());
    assertThat(own.status()).isEqualTo(303);
    assertThat(own.header("Location")).endsWith("/today");
    Served.Answer clinics = served.get("/staff/people/" + ana.id() + "/handout", "Cookie", staff);
    assertThat(clinics.status()).isEqualTo(422);
    assertThat(clinics.body()).contains("The plan is not printed while");
    assertThat(served.get("/staff/people/" + ana.id(), "Cookie", staff).body())
        .contains("The plan is not printed while")
        .doesNotContain("/handout?");
    assertThat(trail.of(ana.id())).extracting(AuditLine::detail).doesNotContain("handout");
  }

  @Test
  void an_invitation_is_printed_for_the_place_that_made_it_and_for_no_other() {
    String page =
        served
            .sendForm(
                SignedIn.practitioner(practice),
                "/staff/hand-out",
                Map.of("programme", "mid-back", "place", "main", "name", "Ned", "email", ""))
            .body();
    String secret = page.replaceAll("(?s).*name=\"invitation\" value=\"([^\"]*)\".*", "$1");
    String form = "invitation=" + secret + "&paper=letter";

    try (PrintedSheet sheet = PrintedSheet.of(post(form, SignedIn.practitioner(practice)).body())) {
      assertThat(sheet.code()).isEqualTo(served.address() + "/invited/" + secret);
      assertThat(sheet.text()).contains("For Ned", "can be used once");
    }
    assertThat(post(form, SignedIn.practitioner(practice, "elsewhere")).statusCode())
        .isEqualTo(404);
    assertThat(post("invitation=made-up", SignedIn.practitioner(practice)).statusCode())
        .isEqualTo(404);
  }

  @Test
  void who_has_two_plans_chooses_which_is_printed_and_nobody_prints_anothers() {
    Shared back = begins("Ana");
    Shared ankles = begins("Ana", "ankles", ankles());
    Shared ben = begins("Ben");
    UUID account = practice.people().accounts().of(back.id());
    practice.people().accounts().bring(ankles.id(), account);
    String cookie =
        "person="
            + practice.people().personSessions().begin(account, new Device("A phone")).text()
            + "; trial="
            + back.id();

    assertThat(served.get("/keep", "Cookie", cookie).body())
        .contains("A fair trial for a stiff mid-back", "Six weeks for steadier ankles")
        .contains("/handout?trial=" + ankles.id());
    try (PrintedSheet sheet = print("/handout", cookie)) {
      assertThat(sheet.text()).contains("A fair trial for a stiff mid-back");
    }
    try (PrintedSheet sheet = print("/handout?trial=" + ankles.id(), cookie)) {
      assertThat(sheet.text()).contains("Six weeks for steadier ankles");
      assertThat(sheet.code()).as("no private link").isEqualTo(served.address() + "/today");
    }
    assertThat(served.get("/handout?trial=" + ben.id(), "Cookie", cookie).status()).isEqualTo(404);
    assertThat(served.get("/handout?trial=" + ankles.id(), "Cookie", ben.cookie()).status())
        .isEqualTo(404);
  }

  private Answers ankles() {
    return NothingToReport.to(practice.library().programme("ankles").orElseThrow())
        .with("symptoms", new Answer.Chosen(Set.of("turns")))
        .with("which-ankle", new Answer.Chosen(Set.of("left")))
        .with("pain-average", new Answer.Amount(5));
  }

  private PrintedSheet print(String path, String cookie) {
    HttpResponse<byte[]> answer = send(request(path, cookie).GET());
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    return PrintedSheet.of(answer.body());
  }

  private HttpResponse<byte[]> post(String form, String cookie) {
    return send(
        request("/staff/hand-out/paper", cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", served.address())
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private HttpRequest.Builder request(String path, String cookie) {
    return HttpRequest.newBuilder(URI.create(served.address() + path)).header("Cookie", cookie);
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
