package org.counterpose.programme;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;

/** What is allowed in a pack and yet worth a second look by whoever writes it. */
public final class PackDoubts {

  private static final int LAST_SCHOOL_GRADE = 12;

  private final Node.Mapping pack;
  private final Problems doubts;
  private final Set<String> named = new HashSet<>();

  private PackDoubts(Node.Mapping pack, Problems doubts) {
    this.pack = pack;
    this.doubts = doubts;
    pack.fields()
        .forEach(
            (name, value) -> {
              if (!name.equals("sources")) {
                collect(value);
              }
            });
  }

  /**
   * Tells what is doubtful in a sound pack: signs that lead nowhere by themselves, steps that ask
   * for much more or at odd times, sources that nothing rests on, and texts that are hard to read.
   */
  public static void tell(Node document, Programme programme, PackTexts texts, Problems doubts) {
    if (document instanceof Node.Mapping pack) {
      ChoiceDoubts.tell(pack, programme, doubts);
      StepDoubts.tell(pack, programme, doubts);
      PackDoubts found = new PackDoubts(pack, doubts);
      found.unusedSources();
      found.hardTexts(texts);
      TextLengths.tell(programme, texts, doubts);
    }
  }

  /** Tells what is doubtful in the texts of another language than the pack's own. */
  public static void tell(Programme programme, PackTexts translated, Problems doubts) {
    TextLengths.tell(programme, translated, doubts);
  }

  /** Whether the reading age of a language is measured. */
  public static boolean measures(String language) {
    return language.equals("en") || language.startsWith("en-");
  }

  private void unusedSources() {
    if (pack.fields().get("sources") instanceof Node.Mapping sources) {
      sources
          .fields()
          .forEach(
              (id, source) -> {
                if (!named.contains(id)) {
                  doubts.add(source, "nothing rests on the source '" + id + "'");
                }
              });
    }
  }

  /** The measure is one of English; what is written for staff may be harder. */
  private void hardTexts(PackTexts texts) {
    if (!(pack.fields().get("language") instanceof Node.Text language)
        || !measures(language.value())) {
      return;
    }
    texts
        .all()
        .forEach(
            (key, text) -> {
              boolean forStaff = key.startsWith("safety.") && key.endsWith(".why");
              ReadingGrade.of(text.markdown())
                  .ifPresent(
                      grade -> {
                        if (grade > ReadingGrade.MOST && !forStaff) {
                          doubts.add(text.place(), hard(grade));
                        }
                      });
            });
  }

  private static String hard(double grade) {
    return String.format(
        Locale.ROOT,
        "is hard to read: for school grade %s, and an eleven-year-old is in grade 6; above grade"
            + " %.0f a text is told. Use shorter sentences and shorter words",
        grade > LAST_SCHOOL_GRADE
            ? LAST_SCHOOL_GRADE + " and more"
            : String.valueOf(Math.round(grade)),
        ReadingGrade.MOST);
  }

  private void collect(Node node) {
    switch (node) {
      case Node.Mapping mapping -> mapping.fields().values().forEach(this::collect);
      case Node.Listing listing -> listing.elements().forEach(this::collect);
      case Node.Text text -> named.add(text.value());
      case Node.Number number -> {}
      case Node.Flag flag -> {}
      case Node.Nothing nothing -> {}
    }
  }
}
