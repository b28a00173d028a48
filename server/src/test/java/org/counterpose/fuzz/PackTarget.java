package org.counterpose.fuzz;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.counterpose.app.NothingToReport;
import org.counterpose.document.Node;
import org.counterpose.document.Problem;
import org.counterpose.document.Problems;
import org.counterpose.figure.Drawing;
import org.counterpose.journeys.Journey;
import org.counterpose.library.Library;
import org.counterpose.library.Pack;
import org.counterpose.library.PackFolder;
import org.counterpose.programme.Programme;
import org.counterpose.revision.Edition;
import org.counterpose.revision.Revision;
import org.counterpose.screening.Screening;

/**
 * The folder of a pack: the small sound one that a new programme begins as, with the files of the
 * input in place of its own or beside them. What is accepted is shown and lived through.
 */
public final class PackTarget {

  private static final Pattern TAG = Pattern.compile("<(/?[A-Za-z!?][A-Za-z0-9]*)([^>]*)");
  private static final Set<String> TAGS =
      Set.of(
          "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "li",
          "em",
          "strong",
          "code",
          "pre",
          "a",
          "blockquote",
          "hr",
          "br");
  private static final Pattern ADDRESS = Pattern.compile("href=\"(?:(\\w[\\w+.-]*):)?[^\"]*\"");
  private static final Set<String> SCHEMES = Set.of("https", "http", "mailto", "tel");

  private PackTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    isRead(input);
  }

  /** Whether it was read, and not refused. */
  static boolean isRead(byte[] input) {
    Path folder = FilesOfAPack.write(input);
    Problems problems = new Problems();
    Optional<Pack> pack = PackFolder.read(folder, problems);
    Must.beReadOrTold(pack.isPresent(), problems);
    for (Problem problem : problems.list()) {
      Must.hold(
          problem.place().file().startsWith(folder.toString()),
          () -> "a problem of another place: " + problem);
    }
    pack.ifPresent(read -> isShown(folder, read.programme()));
    return pack.isPresent();
  }

  private static void isShown(Path folder, Programme programme) {
    Problems problems = new Problems();
    Problems doubts = new Problems();
    PackFolder.check(folder, problems, doubts);
    Must.beReadOrTold(true, problems);
    Must.beReadOrTold(doubts.isEmpty(), doubts);
    Library library = Library.load(FilesOfAPack.PACKS, new Problems()).orElseThrow();
    for (String key : programme.texts().keySet()) {
      isHarmless(library.html(programme, key));
    }
    programme
        .figures()
        .forEach(
            (name, figure) -> {
              String drawn = Drawing.still(figure, 0.5) + Drawing.animated(figure);
              Must.hold(!drawn.contains("NaN"), () -> "is drawn at no place: " + name);
            });
    isTheSameAgain(folder, programme);
    Screening.screen(programme, NothingToReport.to(programme));
    Screening.asked(programme, NothingToReport.to(programme));
    Journey trial = EntriesTarget.begun(programme);
    Instant began = EntriesTarget.BEGAN.toInstant();
    for (int day : new int[] {0, 9, programme.trial().days(), programme.trial().extendTo() + 1}) {
      Days.areTold(trial, began.plusSeconds(day * 86_400L));
    }
  }

  /** Only the tags of plain Markdown, and only links that anybody may follow. */
  private static void isHarmless(String html) {
    Matcher tag = TAG.matcher(html);
    while (tag.find()) {
      String name = tag.group(1).replace("/", "");
      Must.hold(TAGS.contains(name), () -> "a tag that is not Markdown's: " + html);
      Matcher address = ADDRESS.matcher(tag.group(2));
      while (address.find()) {
        String scheme = address.group(1);
        Must.hold(
            scheme == null || SCHEMES.contains(scheme.toLowerCase(java.util.Locale.ROOT)),
            () -> "a link that nobody may follow: " + html);
      }
    }
  }

  /** Read again, its structure written as JSON, it is the same programme and nothing changed. */
  private static void isTheSameAgain(Path folder, Programme programme) {
    Edition edition = PackFolder.edition(folder, new Problems()).orElseThrow();
    Must.hold(
        Revision.between(edition, edition).isEmpty(), () -> "differs from itself: " + programme);
    Node written = Sent.again(edition.document());
    Path other = FilesOfAPack.withStructure(written);
    Problems problems = new Problems();
    Optional<Edition> again = PackFolder.edition(other, problems);
    Must.hold(
        again.map(Edition::programme).equals(Optional.of(programme)),
        () -> "is another when it is written and read again: " + problems.list());
  }
}
