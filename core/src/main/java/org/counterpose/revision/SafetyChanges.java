package org.counterpose.revision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.counterpose.programme.Outcome;
import org.counterpose.programme.SafetyRule;

/**
 * What changed in the safety table: a rule is stricter that holds for more answers, is graver or
 * leaves out more steps.
 */
final class SafetyChanges {

  /** Which way a change goes; some cannot be told. */
  private enum Way {
    STRICTER,
    LOOSER,
    UNCLEAR
  }

  /** What a change is to those who are judged by it. */
  enum Kind {
    STRICTER("stricter"),
    LOOSER("looser"),
    DIFFERENT("different"),
    NEW_ADVICE("new advice"),
    ADVICE_REMOVED("advice removed"),
    SOURCES("sources");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /** A change that bears on safety and what it is, in words. */
  record Change(Kind kind, String what) {
    String line() {
      return kind.word + ": " + what;
    }
  }

  private final List<Change> told = new ArrayList<>();

  private SafetyChanges() {}

  static List<Change> between(List<SafetyRule> old, List<SafetyRule> now) {
    SafetyChanges changes = new SafetyChanges();
    Map<String, SafetyRule> before = byId(old);
    Map<String, SafetyRule> after = byId(now);
    after.forEach(
        (id, rule) -> {
          if (!before.containsKey(id)) {
            changes.tell(
                rule.outcome() == Outcome.CLEARED ? Kind.NEW_ADVICE : Kind.STRICTER,
                rule,
                "the rule is new: "
                    + rule.outcome()
                    + " for "
                    + ReadAloud.of(rule.when())
                    + leftOut(rule));
          }
        });
    before.forEach(
        (id, rule) -> {
          if (!after.containsKey(id)) {
            changes.tell(
                rule.outcome() == Outcome.CLEARED ? Kind.ADVICE_REMOVED : Kind.LOOSER,
                rule,
                "the rule is gone: was "
                    + rule.outcome()
                    + " for "
                    + ReadAloud.of(rule.when())
                    + leftOut(rule));
          } else {
            changes.compare(rule, after.get(id));
          }
        });
    return List.copyOf(changes.told);
  }

  private void compare(SafetyRule old, SafetyRule now) {
    List<Way> ways = new ArrayList<>();
    List<String> what = new ArrayList<>();
    if (old.outcome() != now.outcome()) {
      boolean graver = now.outcome().compareTo(old.outcome()) > 0;
      ways.add(graver ? Way.STRICTER : Way.LOOSER);
      what.add("was " + old.outcome() + ", is " + now.outcome());
    }
    Holds holds = Holds.now(old.when(), now.when());
    if (holds != Holds.ALIKE) {
      ways.add(
          switch (holds) {
            case FOR_MORE -> Way.STRICTER;
            case FOR_FEWER -> Way.LOOSER;
            case OTHERWISE, ALIKE -> Way.UNCLEAR;
          });
      String people = holds == Holds.OTHERWISE ? "otherwise" : holds.people("for");
      what.add(
          "holds "
              + people
              + ": was "
              + ReadAloud.of(old.when())
              + ", is "
              + ReadAloud.of(now.when()));
    }
    Set<String> leftOutBefore = new HashSet<>(old.leaveOut());
    Set<String> leftOutNow = new HashSet<>(now.leaveOut());
    if (!leftOutBefore.equals(leftOutNow)) {
      ways.add(
          leftOutNow.containsAll(leftOutBefore)
              ? Way.STRICTER
              : leftOutBefore.containsAll(leftOutNow) ? Way.LOOSER : Way.UNCLEAR);
      what.add("leaves out " + steps(leftOutNow) + ", left out " + steps(leftOutBefore));
    }
    if (!what.isEmpty()) {
      tell(said(ways), now, String.join("; ", what));
    }
    if (!Set.copyOf(old.sources()).equals(Set.copyOf(now.sources()))) {
      tell(
          Kind.SOURCES,
          now,
          "rests on "
              + String.join(", ", now.sources())
              + ", rested on "
              + String.join(", ", old.sources()));
    }
  }

  private static Kind said(List<Way> ways) {
    Set<Way> different = Set.copyOf(ways);
    if (different.size() > 1 || different.contains(Way.UNCLEAR)) {
      return Kind.DIFFERENT;
    }
    return different.contains(Way.STRICTER) ? Kind.STRICTER : Kind.LOOSER;
  }

  private void tell(Kind kind, SafetyRule rule, String what) {
    told.add(new Change(kind, "rule '" + rule.id() + "': " + what));
  }

  private static String leftOut(SafetyRule rule) {
    return rule.leaveOut().isEmpty() ? "" : ", leaves out " + String.join(", ", rule.leaveOut());
  }

  private static String steps(Set<String> steps) {
    return steps.isEmpty() ? "no step" : String.join(", ", new TreeSet<>(steps));
  }

  private static Map<String, SafetyRule> byId(List<SafetyRule> rules) {
    Map<String, SafetyRule> byId = new LinkedHashMap<>();
    rules.forEach(rule -> byId.put(rule.id(), rule));
    return byId;
  }
}
