package org.counterpose.journal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.counterpose.document.Fields;
import org.counterpose.document.Problems;

/** Reads the activities that somebody scores, each of them once. */
public final class ActivitiesReader {

  /** How long the name of an activity may be, in characters. */
  public static final int LONGEST_NAME = 80;

  private static final int MOST = 3;

  private ActivitiesReader() {}

  /** At least one: whoever names none sends no entry. */
  static List<Entry.Activity> atLeastOne(Fields fields) {
    Problems problems = fields.problems();
    int before = problems.count();
    List<Entry.Activity> activities = any(fields);
    if (activities.isEmpty() && problems.noneSince(before)) {
      fields.wrong("activities", "must be 1 to " + MOST + " activities, got none");
    }
    return activities;
  }

  static List<Entry.Activity> any(Fields fields) {
    Set<String> seen = new HashSet<>();
    List<Entry.Activity> activities =
        fields.listIfAny(
            "activities",
            node -> Fields.of(node, fields.problems()).flatMap(one -> activity(one, seen)));
    if (activities.size() > MOST) {
      fields.wrong(
          "activities", "must be at most " + MOST + " activities, got " + activities.size());
    }
    return activities;
  }

  private static Optional<Entry.Activity> activity(Fields one, Set<String> seen) {
    Optional<String> name = Scalars.text(one, "name", LONGEST_NAME);
    Optional<Integer> score = one.whole("score", 0, 10);
    one.noMore();
    if (name.isPresent() && !seen.add(name.get())) {
      one.wrong("name", "is there twice");
    }
    return name.flatMap(known -> score.map(points -> new Entry.Activity(known, points)));
  }
}
