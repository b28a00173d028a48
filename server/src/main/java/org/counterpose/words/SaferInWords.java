package org.counterpose.words;

import java.util.stream.Collectors;
import org.counterpose.document.Fields;
import org.counterpose.journal.Entry;
import org.counterpose.programme.Programme;

/** What became safer in a running trial, in words. */
public final class SaferInWords {

  private SaferInWords() {}

  /** Each part that changed, gravest first, in a sentence. */
  public static String told(Words words, Programme programme, Entry.MadeSafer safer) {
    String steps =
        safer.steps().stream()
            .sorted()
            .map(step -> programme.textIfAny("steps." + step + ".title").orElse(step))
            .collect(Collectors.joining(", "));
    return safer.parts().stream()
        .sorted()
        .map(part -> words.say("safer." + Fields.dashed(part), steps))
        .collect(Collectors.joining(" "));
  }
}
