package org.counterpose.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.counterpose.document.Problems;
import org.counterpose.journeys.SaferTrials;
import org.counterpose.library.PackFolder;
import org.counterpose.library.PackToBreak;
import org.counterpose.practice.Practice;
import org.counterpose.revision.Edition;
import org.counterpose.revision.SafetyFix;

/** Version 1.0.1 of the mid-back pack, which a test makes safer than the one that ships. */
public record SaferMidBack(PackToBreak pack) {

  /** In a folder of packs, and not different yet but for its version. */
  public static SaferMidBack in(Path programmes) throws IOException {
    PackToBreak pack = PackToBreak.in(programmes);
    pack.replace("programme.yaml", "version: \"1.0.0\"", "version: \"1.0.1\"");
    return new SaferMidBack(pack);
  }

  /** Whoever had cancer is to be seen today, and no longer only before it goes on. */
  public void graverForCancer() {
    pack.replace(
        "programme.yaml",
        "when: {question: cancer, is: true}\n    outcome: SEE_CLINICIAN_FIRST",
        "when: {question: cancer, is: true}\n    outcome: SAME_DAY");
  }

  /** Eight of ten and more is to be seen first, and the towel is for less long. */
  public void stricterAndLess() {
    pack.replace(
        "programme.yaml",
        "  - id: under-18\n",
        """
          - id: much-pain
            row: 7
            when: {question: pain-average, from: 8}
            outcome: SEE_CLINICIAN_FIRST
            sources: [own-judgement]
          - id: under-18
        """);
    pack.replace(
        "programme.yaml",
        "{weeks: [300, 360, 480, 600], least: 300, most: 600,",
        "{weeks: [240, 300, 360, 420], least: 240, most: 420,");
    words("safety", "safety.much-pain.advice", "Speak to a doctor.", "Habla con un médico.");
    words("safety", "safety.much-pain.why", "It is a lot of pain.", "Es mucho dolor.");
  }

  /** Whether somebody is dizzy is asked at entry and each week. */
  public void oneMoreQuestion() {
    pack.replace(
        "programme.yaml",
        "  - {id: cancer, kind: yes-no, safety: true, weekly: true}\n",
        """
          - {id: cancer, kind: yes-no, safety: true, weekly: true}
          - {id: dizzy, kind: yes-no, safety: true, weekly: true}
        """);
    pack.replace("programme.yaml", "cancer, bone-health]}", "cancer, dizzy, bone-health]}");
    pack.replace(
        "programme.yaml",
        "  - id: under-18\n",
        """
          - id: dizzy
            row: 7
            when: {question: dizzy, is: true}
            outcome: SEE_CLINICIAN_FIRST
            sources: [own-judgement]
          - id: under-18
        """);
    words("questions", "questions.dizzy", "Are you dizzy?", "¿Tienes mareos?");
    words("questions", "questions.dizzy.tick", "I am dizzy.", "Tengo mareos.");
    words("safety", "safety.dizzy.advice", "Speak to a doctor.", "Habla con un médico.");
    words("safety", "safety.dizzy.why", "It may be something else.", "Puede ser otra cosa.");
  }

  /** Puts the running trials on it. */
  public void apply(Practice practice, InstantSource clock) {
    Edition from = edition(Served.HOME.resolve("programmes/mid-back"));
    Edition to = edition(pack.folder());
    SafetyFix change = SafetyFix.between(from, to);
    if (!change.refused().isEmpty()) {
      throw new AssertionError("not safer: " + change.refused());
    }
    new SaferTrials(practice.database(), clock, UUID::randomUUID)
        .make(
            new SaferTrials.Change(from.programme(), to.programme(), change),
            new SaferTrials.Act("Dr. Ada Example", "A study found more."));
  }

  private static Edition edition(Path folder) {
    return PackFolder.edition(folder, new Problems()).orElseThrow();
  }

  private void words(String file, String key, String english, String spanish) {
    Map.of("en", english, "es", spanish)
        .forEach(
            (language, text) -> {
              String name = "texts/" + language + "/" + file + ".md";
              pack.write(name, pack.text(name) + "\n# " + key + "\n\n" + text + "\n");
            });
  }
}
