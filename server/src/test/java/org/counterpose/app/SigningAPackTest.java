package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.counterpose.document.Problem;
import org.counterpose.library.PackToBreak;
import org.counterpose.store.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A house with one pack, a key, and settings that may name it. */
class SigningAPackTest {

  @TempDir private Path home = Path.of("");
  private PackToBreak pack;
  private Path key;
  private Path settings;
  private String approvedBy = "";

  @BeforeEach
  void a_house_with_a_key() throws IOException {
    Files.createDirectories(home.resolve("programmes"));
    pack = PackToBreak.in(home.resolve("programmes"));
    pack.replace(
        "programme.yaml",
        "approval: {status: draft}",
        "approval: {status: approved, by: \"Dr. Ada Example\", on: \"2026-11-20\", version: \"1.0.0\"}");
    settings = Files.createDirectory(home.resolve("settings")).resolve("clinic.yaml");
    Files.copy(Served.HOME.resolve("settings/clinic.yaml"), settings);
    key = home.resolve("clinic.key");
    approvedBy = OwnSettings.newKey(key);
  }

  @Test
  void a_key_is_for_its_owner_alone_and_is_never_written_over() throws IOException {
    Commands again = new Commands();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(approvedBy).doesNotContain("PRIVATE");
    assertThat(again.run("new-key", key.toString())).isEqualTo(2);
    assertThat(again.err()).contains("already");
  }

  @Test
  void without_a_key_in_the_settings_an_unsigned_pack_is_served() throws IOException {
    assertThat(refusals()).isEmpty();
  }

  @Test
  void a_pack_signed_with_a_key_of_the_settings_is_served() throws IOException {
    name(approvedBy);
    Commands commands = sign(key);

    assertThat(commands.out()).contains("mid-back 1.0.0 is approved by Dr. Ada Example on ");
    assertThat(refusals()).isEmpty();
    Commands check = new Commands();
    assertThat(check.run("check", pack.folder().toString())).isZero();
    assertThat(check.out()).isEmpty();
  }

  @Test
  void an_unsigned_pack_is_refused_once_the_settings_name_a_key() throws IOException {
    name(approvedBy);

    assertThat(refusals())
        .singleElement()
        .asString()
        .startsWith("approval.sig:0: nobody has approved this pack")
        .contains("sign it with ./run sign, or leave it out");
  }

  @Test
  void one_changed_letter_ends_the_approval() throws IOException {
    name(approvedBy);
    sign(key);
    pack.replace("texts/en/article.md", "A towel and a bit of floor", "A towel and a lot of floor");

    assertThat(refusals()).singleElement().asString().contains("the pack was changed after");
    Commands check = new Commands();
    assertThat(check.run("check", pack.folder().toString())).isEqualTo(1);
    assertThat(check.out())
        .contains("the pack was changed after Dr. Ada Example approved it")
        .contains(
            "delete this file while you write, and sign the pack when it is done: ./run sign");
  }

  @Test
  void one_more_file_one_less_and_one_renamed_end_it_too() throws IOException {
    sign(key);
    Path figures = pack.folder().resolve("figures");
    pack.write("figures/more.txt", "");
    assertThat(refusals()).singleElement().asString().contains("was changed after");
    Files.delete(figures.resolve("more.txt"));
    assertThat(refusals()).isEmpty();
    Files.move(figures.resolve("mat.svg"), figures.resolve("mat2.svg"));
    assertThat(refusals()).anyMatch(problem -> problem.contains("was changed after"));
  }

  @Test
  void a_pack_that_stands_elsewhere_behind_a_link_is_held_by_its_signature_all_the_same()
      throws IOException {
    Path elsewhere = Files.move(pack.folder(), home.resolve("elsewhere"));
    Files.createSymbolicLink(pack.folder(), elsewhere);
    sign(key);
    assertThat(refusals()).isEmpty();

    pack.write("texts/en/safety.md", pack.text("texts/en/safety.md") + "\n");
    assertThat(refusals()).singleElement().asString().contains("was changed after");
  }

  @Test
  void a_link_in_a_pack_is_not_signed_and_ends_what_was() throws IOException {
    sign(key);
    Path figure = pack.folder().resolve("figures/mat.svg");
    Path beside = Files.move(figure, figure.resolveSibling("mat-of-ours.svg"));
    Files.createSymbolicLink(figure, beside);

    assertThat(refusals()).singleElement().asString().startsWith("figures/mat.svg:0: is a link");
    Files.delete(pack.folder().resolve("approval.sig"));
    Commands commands = new Commands();
    assertThat(signWith(commands, key)).isEqualTo(1);
    assertThat(commands.err()).contains("mat.svg:0: is a link: a pack that is signed holds");
    assertThat(pack.folder().resolve("approval.sig")).doesNotExist();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_file_with_the_name_of_another_does_not_stand_in_for_it() throws IOException {
    sign(key);
    Path texts = pack.folder().resolve("texts");
    Files.copy(texts.resolve("en/safety.md"), pack.folder().resolve("texts/en\\safety.md"));
    pack.write("texts/en/safety.md", pack.text("texts/en/safety.md") + "\n");

    assertThat(refusals()).singleElement().asString().contains("was changed after");
    Commands check = new Commands();
    check.run("check", pack.folder().toString());
    assertThat(check.out() + check.err()).contains("nothing reads this file");
  }

  @Test
  void another_name_another_day_or_another_signature_breaks_it() throws IOException {
    sign(key);
    String approval = pack.text("approval.sig");
    for (String forged :
        List.of(
            approval.replace("Dr. Ada Example", "Dr. Eve Example"),
            approval.replaceFirst("\"on\":\"20", "\"on\":\"21"),
            approval.replaceFirst("\"signature\":\"..", "\"signature\":\"AA"),
            approval.replaceFirst("\"signature\":\"", "\"signature\":\"?"))) {
      assertThat(forged).isNotEqualTo(approval);
      pack.write("approval.sig", forged);

      assertThat(refusals())
          .containsExactly("approval.sig:0: the signature is broken: it is not of this approval");
    }
  }

  @Test
  void a_signature_by_a_key_that_the_settings_do_not_name_is_refused() throws IOException {
    Path other = home.resolve("other.key");
    OwnSettings.newKey(other);
    name(approvedBy);
    sign(other);

    assertThat(refusals())
        .containsExactly("approval.sig:0: is signed with a key that the clinic does not name");
  }

  @Test
  void what_everybody_reads_must_name_who_signs_and_no_day_to_come() {
    String said = "by: \"Dr. Ada Example\", on: \"2026-11-20\"";
    for (String other :
        List.of(
            "by: \"Dr. Other\", on: \"2026-11-20\"",
            "by: \"Dr. Ada Example\", on: \"2999-01-01\"")) {
      pack.replace("programme.yaml", said, other);
      Commands commands = new Commands();

      assertThat(signWith(commands, key)).isEqualTo(1);
      assertThat(commands.err())
          .contains("approval: everybody reads this line, and it must say what you sign. Write:")
          .contains("by: \"Dr. Ada Example\"");
      pack.replace("programme.yaml", other, said);
    }
    assertThat(pack.folder().resolve("approval.sig")).doesNotExist();
  }

  @Test
  void a_key_is_not_made_among_packs_or_data() throws IOException {
    Path data = Files.createDirectory(home.resolve("kept"));
    Database.open(data).close();
    for (Path folder : List.of(pack.folder(), home.resolve("programmes"), data)) {
      Commands commands = new Commands();

      assertThat(commands.run("new-key", folder.resolve("a.key").toString())).isEqualTo(2);
      assertThat(commands.err())
          .contains("Keep the key elsewhere")
          .containsPattern(
              Pattern.quote(folder.toString()) + " is a (pack|folder of packs|data folder)");
      assertThat(folder.resolve("a.key")).doesNotExist();
    }
  }

  @Test
  void a_link_to_a_pack_or_to_data_is_seen_through() throws IOException {
    Path link = Files.createSymbolicLink(home.resolve("elsewhere"), pack.folder());
    Path data = Files.createDirectory(home.resolve("kept"));
    Database.open(data).close();
    Path other = Files.createSymbolicLink(home.resolve("other"), data);
    for (Path key : List.of(link.resolve("a.key"), other.resolve("none/yet/a.key"))) {
      Commands commands = new Commands();

      assertThat(commands.run("new-key", key.toString())).isEqualTo(2);
      assertThat(commands.err()).contains("Keep the key elsewhere");
    }
    assertThat(pack.folder().resolve("a.key")).doesNotExist();
  }

  @Test
  void a_copy_of_a_pack_does_not_bar_the_folders_beside_it() throws IOException {
    Path copy = Files.createDirectories(home.resolve("drafts/mid-back-old"));
    Files.copy(pack.folder().resolve("programme.yaml"), copy.resolve("programme.yaml"));
    Path beside = Files.createDirectory(home.resolve("drafts/keys")).resolve("a.key");

    assertThat(new Commands().run("new-key", beside.toString())).isZero();
    assertThat(new Commands().run("new-key", copy.resolve("a.key").toString())).isEqualTo(2);
  }

  @Test
  void without_a_key_it_is_said_how_to_make_one() {
    Commands commands = new Commands();

    assertThat(signWith(commands, home.resolve("none.key"))).isEqualTo(2);
    assertThat(commands.err())
        .contains("There is no key at " + home.resolve("none.key"))
        .contains("./run new-key");
  }

  @Test
  void an_approval_of_rubbish_is_told_with_every_fault() throws IOException {
    pack.write("approval.sig", "{\"by\": \"\\u0007\", \"on\": \"someday\", \"digest\": 3}");

    assertThat(refusals())
        .anyMatch(problem -> problem.contains("by: must say in one line who approved it"))
        .anyMatch(problem -> problem.contains("on: must be a day such as"))
        .anyMatch(problem -> problem.contains("digest: must be a text"))
        .anyMatch(problem -> problem.contains("'key' is missing"))
        .anyMatch(problem -> problem.contains("'signature' is missing"));
  }

  @Test
  void a_key_in_the_settings_that_is_none_is_told() throws IOException {
    name("approvedBy: [\"abc\"]");

    assertThat(refusals()).anyMatch(problem -> problem.contains("approvedBy[0]: is no key"));
  }

  @Test
  void a_pack_with_a_problem_is_not_signed() throws IOException {
    Files.delete(pack.folder().resolve("texts/en/aids.md"));
    Commands commands = new Commands();

    assertThat(signWith(commands, key)).isEqualTo(1);
    assertThat(pack.folder().resolve("approval.sig")).doesNotExist();
    Files.writeString(key, "rubbish");
    assertThat(signWith(commands, key)).isEqualTo(2);
  }

  private void name(String line) throws IOException {
    Files.writeString(settings, "\n" + line + "\n", StandardOpenOption.APPEND);
  }

  private Commands sign(Path with) {
    Commands commands = new Commands();
    assertThat(signWith(commands, with)).as(commands.err()).isZero();
    return commands;
  }

  private int signWith(Commands commands, Path with) {
    return commands.run(
        "sign", pack.folder().toString(), "--key", with.toString(), "--by", "Dr. Ada Example");
  }

  /**
   * Why the server does not start, each with the name of the file within the pack; none if it does.
   */
  private List<String> refusals() throws IOException {
    Path data = Files.createTempDirectory(home, "data");
    Configuration configuration = Configuration.forTests(data, home);
    try (Database database = Database.open(data)) {
      Server.practice(configuration, database, InstantSource.system());
      return List.of();
    } catch (BadPack refused) {
      return refused.problems().stream()
          .map(Problem::toString)
          .map(problem -> problem.replace(pack.folder() + "/", ""))
          .toList();
    }
  }
}
