package org.counterpose.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.counterpose.app.Configuration;
import org.counterpose.app.NothingToReport;
import org.counterpose.app.Served;
import org.counterpose.handout.PrintedSheet;
import org.counterpose.journeys.Begun;
import org.counterpose.library.Starter;
import org.counterpose.mail.MailServer;
import org.counterpose.people.SignedIn;
import org.counterpose.programme.Programme;
import org.counterpose.store.Also;
import org.counterpose.words.AllWords;
import org.counterpose.words.Words;
import org.junit.jupiter.api.Test;

/** Staff who read English give something to somebody who reads Spanish. */
class InTheLanguageTheyReadTest extends SharedTrials {

  @Test
  void the_page_of_a_person_says_which_language_they_read_and_prints_in_it_first() {
    Shared lucia = beginsInSpanish();

    String page = page("/staff/people/" + lucia.id());

    assertThat(page).contains("Reads Spanish.", "The plan on paper, in Spanish:", "in English:");
    assertThat(page.indexOf("/handout?language=es"))
        .isPositive()
        .isLessThan(page.indexOf("/handout?language=en"));
    assertThat(served.get("/staff/people/" + lucia.id(), headers("es")).body())
        .contains("Lee en español.", "El plan en papel, en inglés:");
  }

  @Test
  void their_plan_with_its_stop_signs_is_printed_in_their_language_unless_another_is_asked_for() {
    String path = "/staff/people/" + beginsInSpanish().id() + "/handout";

    for (String asked : List.of("", "?language=es", "?language=xx")) {
      try (PrintedSheet sheet = print(path + asked)) {
        assertThat(sheet.document().getDocumentCatalog().getLanguage()).as(asked).startsWith("es");
        assertThat(sheet.text())
            .contains("Para Lucía", "Toalla enrollada", "Llama ahora mismo")
            .doesNotContain("Rolled towel", "When to stop");
      }
    }
    try (PrintedSheet sheet = print(path + "?language=en")) {
      assertThat(sheet.text()).contains("For Lucía", "Rolled towel").doesNotContain("Toalla");
    }
  }

  @Test
  void who_chose_another_language_since_is_said_to_read_that() {
    Shared lucia = beginsInSpanish();
    served.sendForm(lucia.cookie(), "/language", Map.of("language", "en", "back", "/today"));

    assertThat(page("/staff/people/" + lucia.id())).contains("Reads English.");
  }

  @Test
  void whose_language_is_not_known_is_not_said_to_read_any() {
    assertThat(page("/staff/people/" + begins("Ana").id()))
        .contains("Has not said which language they read. We write to them in English.")
        .doesNotContain("Reads ");
  }

  @Test
  void a_programme_is_handed_out_in_the_language_that_is_chosen_on_card_and_sheet() {
    String form = page("/staff/hand-out");
    assertThat(form)
        .contains("<option value=\"en\" selected>English", "<option value=\"es\">Spanish");

    String card = handOut("es").body();

    assertThat(card)
        .contains("lang=\"es\"", "Una prueba justa", "Para Ned", "Apunta la cámara")
        .contains("The link is shown only now")
        .doesNotContain("Point the camera", "A fair trial");
    try (PrintedSheet sheet = PrintedSheet.of(sheetOf(card))) {
      assertThat(sheet.text()).contains("Para Ned", "Toalla enrollada").doesNotContain("Rolled");
    }
    assertThat(page("/staff/hand-out")).contains("(Spanish)");
  }

  @Test
  void the_letter_with_the_link_is_in_it_too() {
    try (MailServer mail = MailServer.start()) {
      served.close();
      served = Served.in(folder, clock, one -> one.withMail(mail.smtp()));
      practice = served.server().practice();

      assertThat(handOut("es").body()).contains("A letter with the link goes to ned@");

      assertThat(mail.awaitFor("ned@clinic.example").subject()).startsWith("Un programa de");
    }
  }

  @Test
  void an_invitation_opens_in_its_language_until_its_person_chooses_another() {
    String link = handOut("es").body().replaceAll("(?s).*(/invited/[\\w-]{43}).*", "$1");

    Served.Answer opened = served.get(link, "Cookie", "language=en", "Accept-Language", "en");

    assertThat(opened.body()).contains("lang=\"es\"", "Una prueba justa");
    List<String> cookies = opened.response().headers().allValues("Set-Cookie");
    assertThat(cookies).anyMatch(cookie -> cookie.startsWith("language=es;"));
    String came =
        cookies.stream().filter(one -> one.startsWith("invited=")).findFirst().orElseThrow();
    assertThat(served.get(link, "Cookie", came.split(";")[0] + "; language=en").body())
        .contains("lang=\"en\"", "A fair trial");
  }

  @Test
  void a_language_that_there_are_no_words_in_is_refused() {
    Served.Answer answer = handOut("fr");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("Choose a language.", "value=\"Ned\"");
  }

  @Test
  void a_clinic_of_one_language_is_asked_for_none() {
    served.close();
    served =
        Served.speaking(
            new AllWords(List.of(Words.load("en"))),
            Configuration.forTests(folder, Served.HOME),
            clock);
    practice = served.server().practice();
    list = practice.list();
    Shared ana = begins("Ana");

    assertThat(page("/staff/hand-out")).doesNotContain("name=\"language\"");
    assertThat(page("/staff/people/" + ana.id()))
        .contains("The plan on paper:")
        .doesNotContain("which language", "Reads ");
    assertThat(handOut("").body()).contains("Point the camera");
  }

  @Test
  void a_programme_of_one_language_is_offered_and_handed_out_in_that_alone() throws IOException {
    served.close();
    Starter.write(Files.createDirectories(folder.resolve("programmes")), "wrists");
    served = Served.in(folder, clock);
    practice = served.server().practice();
    String title = programme("wrists").text("programme.title").strip();

    assertThat(page("/staff/hand-out"))
        .contains("<option value=\"en\" selected>English</option>")
        .containsPattern("<option value=\"es\">Spanish: only [^<]+</option>")
        .doesNotContainPattern("<option value=\"es\">[^<]*" + Pattern.quote(title));

    Served.Answer refused = handOut("wrists", "es");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains(title + " is not written in this language yet: Spanish.", "value=\"Ned\"");
    assertThat(handOut("wrists", "en").status()).isEqualTo(200);
  }

  private Programme programme(String id) {
    return practice.library().programme(id).orElseThrow();
  }

  private Shared beginsInSpanish() {
    var spanish = practice.in("es");
    if (spanish
            .journeys()
            .begin(
                spanish.library().programme("mid-back").orElseThrow(),
                NothingToReport.answers(),
                day())
        instanceof Begun.Started started) {
      list.share(started.journey(), "main", "Lucía", Also.NOTHING);
      return new Shared(started.journey().id(), started.key());
    }
    throw new AssertionError("refused");
  }

  private Served.Answer handOut(String language) {
    return handOut("mid-back", language);
  }

  private Served.Answer handOut(String programme, String language) {
    return served.sendForm(
        SignedIn.practitioner(practice),
        "/staff/hand-out",
        Map.of(
            "programme",
            programme,
            "place",
            "main",
            "name",
            "Ned",
            "email",
            "ned@clinic.example",
            "language",
            language));
  }

  private String page(String path) {
    return served.get(path, headers("en")).body();
  }

  private String[] headers(String language) {
    return new String[] {"Cookie", SignedIn.practitioner(practice), "Accept-Language", language};
  }

  private PrintedSheet print(String path) {
    return PrintedSheet.of(send(request(path).GET()));
  }

  private byte[] sheetOf(String card) {
    String secret = card.replaceAll("(?s).*name=\"invitation\" value=\"([^\"]*)\".*", "$1");
    return send(
        request("/staff/hand-out/paper")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", served.address())
            .POST(HttpRequest.BodyPublishers.ofString("invitation=" + secret)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(served.address() + path)).headers(headers("en"));
  }

  private static byte[] send(HttpRequest.Builder request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
