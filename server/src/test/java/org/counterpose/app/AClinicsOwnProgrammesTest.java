package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.counterpose.document.Problem;
import org.counterpose.handout.Paper;
import org.counterpose.handout.PrintedSheet;
import org.counterpose.library.PackToBreak;
import org.counterpose.store.Backup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clinic keeps programmes of its own in its data folder, beside those that ship. */
class AClinicsOwnProgrammesTest {

  private static final SettableClock NOON = SettableClock.at("2026-11-22T17:00:00Z");

  @TempDir Path data;
  @TempDir Path elsewhere;
  private Path own;

  @BeforeEach
  void folder() throws IOException {
    own = Files.createDirectory(data.resolve("programmes"));
    System.setProperty("counterpose.home", Served.HOME.toString());
  }

  @AfterEach
  void forget_the_house() {
    System.clearProperty("counterpose.home");
  }

  private PackToBreak midBack(String version) throws IOException {
    PackToBreak pack = PackToBreak.in(own);
    pack.replace("programme.yaml", "version: \"1.0.0\"", "version: \"" + version + "\"");
    return pack;
  }

  /** What the doctor says. */
  private String examined() {
    StringWriter told = new StringWriter();
    DoctorCommand.tell(Configuration.forTests(data, Served.HOME), new PrintWriter(told));
    return told.toString();
  }

  private List<String> refusals() {
    Served[] served = new Served[1];
    try {
      served[0] = Served.in(data, NOON);
      return List.of();
    } catch (BadPack refused) {
      return refused.problems().stream().map(Problem::toString).toList();
    } finally {
      if (served[0] != null) {
        served[0].close();
      }
    }
  }

  @Test
  void a_new_one_stands_beside_those_that_ship() {
    Commands commands = new Commands();
    assertThat(commands.run("new-programme", "wrists", "--data", data.toString())).isZero();
    assertThat(own.resolve("wrists/programme.yaml")).exists();
    assertThat(own.resolve("programme.schema.json")).exists();

    try (Served served = Served.in(data, NOON)) {
      assertThat(served.get("/programmes/wrists").status()).isEqualTo(200);
      assertThat(served.get("/programmes/mid-back").status()).isEqualTo(200);
    }
  }

  @Test
  void the_clinic_names_what_it_offers_and_in_which_order() throws IOException {
    new Commands().run("new-programme", "wrists", "--data", data.toString());
    OwnSettings.with(data, "programmes: [wrists, ankles]");

    try (Served served = Served.in(data, NOON)) {
      assertThat(OnTrial.json(served.get("/api/v1/programmes").body()))
          .extracting(one -> one.get("id").asText())
          .containsExactly("wrists", "ankles");
      assertThat(served.get("/programmes/mid-back").status()).isEqualTo(404);
      assertThat(served.get("/programmes/mid-back/check").status()).isEqualTo(404);
      assertThat(served.get("/articles/mid-back").status()).isEqualTo(404);
      assertThat(served.get("/articles").body()).contains("/articles/ankles");
      assertThat(served.get("/").body()).contains("/programmes/wrists/check");
    }
  }

  @Test
  void an_article_of_one_that_is_left_out_is_in_nobodys_way_whatever_it_shows() throws IOException {
    article("Ankle tips", "ankles", "![A raise](/figures/ankles/calf-raise.svg)\n\n# Once more\n");
    article("desk", "mid-back", "Nothing hurts yet.\n");
    OwnSettings.with(data, "programmes: [mid-back]");

    try (Served served = Served.in(data, NOON)) {
      assertThat(served.get("/articles/desk").status()).isEqualTo(200);
      assertThat(served.get("/articles").body()).doesNotContain("Ankle tips");
    }
  }

  @Test
  void an_article_that_stays_and_shows_a_picture_of_one_that_is_left_out_is_told_so()
      throws IOException {
    Path article =
        article(
            "desk",
            "mid-back",
            "![A raise](/figures/ankles/calf-raise.svg)\n\n![x](/figures/ankles/none.svg)\n");
    String told =
        article
            + ":9: shows /figures/ankles/calf-raise.svg of a programme that the settings leave out"
            + " (programmes)";
    String none = article + ":11: there is no picture /figures/ankles/none.svg";
    assertThat(checked(data.resolve("articles"))).containsExactly(none);

    OwnSettings.with(data, "programmes: [mid-back]");

    assertThat(refusals()).contains(told);
    assertThat(checked(data.resolve("articles"))).contains(told, none);
    assertThat(checked(article)).contains(told, none);
  }

  private Path article(String name, String programme, String body) throws IOException {
    Path folder = Files.createDirectories(data.resolve("articles/en"));
    return Files.writeString(
        folder.resolve(name + ".md"),
        "---\ntitle: "
            + name
            + "\nprogramme: "
            + programme
            + "\nlanguage: en\norder: 20\npublished: 2026-11-02\n---\n\n"
            + body);
  }

  private static List<String> checked(Path path) {
    Commands commands = new Commands();
    commands.run("check", path.toString());
    return commands.out().lines().filter(line -> !line.contains("warning:")).toList();
  }

  @Test
  void what_a_clinic_leaves_out_is_not_announced() throws IOException {
    Path home = Files.createDirectory(elsewhere.resolve("home"));
    Files.createSymbolicLink(home.resolve("settings"), Served.HOME.resolve("settings"));
    PackToBreak.in(Files.createDirectory(home.resolve("programmes")));
    try (Served served = Served.of(Server.open(Configuration.forTests(data, home), NOON))) {
      assertThat(served.get("/").body()).contains("Next article: How to build strong");
    }
    OwnSettings.with(data, "programmes: [mid-back]");

    try (Served served = Served.in(data, NOON)) {
      assertThat(served.get("/").body()).doesNotContain("Next article", "How to build strong");
    }
  }

  @Test
  void an_order_in_its_own_folder_is_told_and_not_passed_over() throws IOException {
    Path order = Files.writeString(own.resolve("programmes.yaml"), "order: [ankles, nonsense]\n");
    new Commands().run("new-programme", "wrists", "--data", data.toString());
    String told = order + ":0: is not read here: name in clinic.yaml what is offered, in its order";

    assertThat(refusals()).singleElement().asString().startsWith(told);
    assertThat(examined()).contains("WRONG  programme: " + told);
    Commands commands = new Commands();
    commands.run("check", own.toString());
    assertThat(commands.out()).contains("warning: is not read here");
    Commands shipped = new Commands();
    shipped.run("check", Served.HOME.resolve("programmes").toString());
    assertThat(shipped.out()).doesNotContain("is not read here");
  }

  @Test
  void a_choice_of_what_is_not_there_or_of_nothing_is_told_where_it_stands() throws IOException {
    Path settings = OwnSettings.with(data, "programmes: [mid-bak, ankles, ankles]");
    int line = Files.readAllLines(settings).size();
    String[] told = {
      settings
          + ":"
          + line
          + ": programmes[0]: there is no programme 'mid-bak' here; there are ankles, mid-back;"
          + " did you mean 'mid-back'?",
      settings + ":" + line + ": programmes[2]: 'ankles' is named twice"
    };
    assertThat(refusals()).contains(told);
    assertThat(checked(settings)).containsExactly(told);
    assertThat(examined()).contains("WRONG  programme: " + told[0]);

    OwnSettings.with(data, "programmes: []");
    assertThat(refusals()).singleElement().asString().contains("programmes: names none");
    assertThat(checked(settings)).singleElement().asString().contains("programmes: names none");
  }

  @Test
  void a_clinic_with_a_key_serves_its_own_alone_and_leaves_out_what_it_did_not_sign()
      throws IOException {
    Path key = elsewhere.resolve("clinic.key");
    String keys = OwnSettings.newKey(key);
    OwnSettings.signedWrists(own, key);
    OwnSettings.with(data, keys);
    assertThat(refusals())
        .hasSize(2)
        .allMatch(problem -> problem.contains("sign it with ./run sign, or leave it out"));

    OwnSettings.with(data, keys + "\nprogrammes: [wrists]");

    try (Served served = Served.in(data, NOON)) {
      assertThat(served.get("/").body())
          .contains("/programmes/wrists/check")
          .doesNotContain("class=\"unsigned\"");
      assertThat(served.get("/articles").status()).isEqualTo(200);
    }
    HandoutCommand.Printed printed =
        HandoutCommand.printed(
            Configuration.forTests(data, Served.HOME),
            new HandoutCommand.Wish("wrists", Optional.of("en"), Optional.empty(), Paper.A4),
            NOON);
    assertThat(printed).isInstanceOf(HandoutCommand.Printed.Pdf.class);
    try (PrintedSheet sheet = PrintedSheet.of(((HandoutCommand.Printed.Pdf) printed).bytes())) {
      assertThat(sheet.text()).contains("1. Sit tall").doesNotContain("no clinic has signed");
    }
    assertThat(examined())
        .contains("programmes: the settings leave out ankles, mid-back")
        .contains("every pack is signed");
  }

  @Test
  void a_later_version_is_for_newcomers_and_running_trials_keep_theirs() throws IOException {
    OnTrial earlier;
    try (Served served = Served.in(data, NOON)) {
      earlier = OnTrial.begun(served);
    }
    midBack("1.1.0");

    try (Served served = Served.in(data, NOON)) {
      assertThat(version(OnTrial.begun(served))).isEqualTo("1.1.0");
      OnTrial running = new OnTrial(served, earlier.id(), earlier.key());
      assertThat(running.get("/today").status()).isEqualTo(200);
      assertThat(version(running)).isEqualTo("1.0.0");
    }
  }

  @Test
  void a_running_trial_shows_the_pictures_of_its_version_and_newcomers_those_of_the_later_one()
      throws IOException {
    String page = "/learn/mid-back/rolled-towel";
    OnTrial earlier;
    String before;
    try (Served served = Served.in(data, NOON)) {
      earlier = OnTrial.begun(served);
      before = served.get(towel(earlier.open(page))).body();
    }
    midBack("1.1.0")
        .replace(
            "programme.yaml",
            "  rolled-towel:\n    view: {round: 80",
            "  rolled-towel:\n    view: {round: 60");

    try (Served served = Served.in(data, NOON)) {
      OnTrial running = new OnTrial(served, earlier.id(), earlier.key());
      for (String shown : List.of("/today", "/step/rolled-towel/night", page)) {
        assertThat(served.get(towel(running.open(shown))).body()).as(shown).isEqualTo(before);
      }
      assertThat(served.get(towel(served.get(page))).body()).contains("<svg").isNotEqualTo(before);
      assertThat(served.get("/figures/mid-back/9.9.9/rolled-towel.svg").status()).isEqualTo(404);
    }
  }

  /** The address of the towel's picture on a page. */
  private static String towel(Served.Answer page) {
    Matcher found =
        Pattern.compile("/figures/[a-z0-9./-]*/rolled-towel\\.svg").matcher(page.body());
    assertThat(found.find()).as(page.body()).isTrue();
    return found.group();
  }

  private static String version(OnTrial person) {
    return person.read("/entries").findValue("version").asText();
  }

  @Test
  void one_of_the_same_version_with_other_content_is_refused() throws IOException {
    PackToBreak pack = PackToBreak.in(own);
    assertThat(refusals()).as("a mere copy").isEmpty();

    pack.replace("texts/en/article.md", "A towel and a bit of floor", "A towel and a lot of floor");

    assertThat(refusals())
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains(own + "/mid-back/programme.yaml")
        .contains("is mid-back 1.0.0 as ")
        .contains("with other content: give it a version of its own");
  }

  @Test
  void a_copy_of_one_that_ships_may_be_signed_and_then_no_page_says_preview() throws IOException {
    Path key = elsewhere.resolve("clinic.key");
    OwnSettings.with(data, OwnSettings.newKey(key));
    assertThat(refusals()).isNotEmpty();
    Path home = elsewhere.resolve("home");
    Files.createDirectories(home.resolve("programmes"));
    Files.createSymbolicLink(home.resolve("settings"), Served.HOME.resolve("settings"));
    for (Path programmes : List.of(home.resolve("programmes"), own)) {
      PackToBreak.in(programmes)
          .replace(
              "programme.yaml",
              "approval: {status: draft}",
              "approval: {status: approved, by: Ada, on: \"2026-11-20\", version: \"1.0.0\"}");
    }
    assertThat(
            new Commands()
                .run(
                    "sign",
                    own.resolve("mid-back").toString(),
                    "--key",
                    key.toString(),
                    "--by",
                    "Ada"))
        .isZero();

    try (Served served = Served.of(Server.open(Configuration.forTests(data, home), NOON))) {
      OnTrial person = OnTrial.begun(served);
      assertThat(person.open("/today").body()).doesNotContain("class=\"unsigned\"");
      assertThat(person.read("/today").get("signed").asBoolean()).isTrue();
      assertThat(
              OnTrial.json(served.get("/api/v1/programmes/mid-back").body())
                  .get("signed")
                  .asBoolean())
          .isTrue();
    }
  }

  @Test
  void the_doctor_tells_of_them_and_what_is_wrong_with_them() throws IOException {
    midBack("1.1.0");
    assertThat(examined()).contains("programme: mid-back 1.1.0");

    Files.delete(own.resolve("mid-back/texts/en/aids.md"));
    assertThat(examined()).contains("WRONG  programme: " + own + "/mid-back/programme.yaml");
  }

  @Test
  void a_backup_brings_them_back() throws IOException {
    midBack("1.1.0");
    OnTrial person;
    try (Served served = Served.in(data, NOON)) {
      person = OnTrial.begun(served);
    }
    Path copy = elsewhere.resolve("copy.db");
    Path again = elsewhere.resolve("again");
    assertThat(new Backup(copy).make(data, done -> {})).isInstanceOf(Backup.Outcome.Done.class);
    assertThat(new Backup(copy).restore(again)).isInstanceOf(Backup.Outcome.Done.class);

    assertThat(again.resolve("programmes/mid-back/texts/en/aids.md")).exists();
    try (Served served = Served.in(again, NOON)) {
      assertThat(version(new OnTrial(served, person.id(), person.key()))).isEqualTo("1.1.0");
    }
  }

  @Test
  void the_two_ways_to_say_where_are_not_mixed() {
    Commands commands = new Commands();
    assertThat(commands.run("new-programme", "wrists", "--data", "a", "--in", "b")).isEqualTo(2);
    assertThat(commands.err().lines()).hasSize(1);
  }
}
