package org.counterpose.web;

import java.util.Set;
import java.util.stream.Collectors;
import org.counterpose.document.Fields;
import org.counterpose.plan.Today;
import org.counterpose.plan.Today.Trigger;
import org.counterpose.words.Words;

/**
 * Why the safety questions come before anything else, and where they are answered.
 *
 * @param why in words; empty where the plan asks for none
 * @param whatChanged whether the clinic told what it changed of them
 * @param mayBeMistaken whether a number that was tapped may be behind it
 */
public record AskedFirst(String path, String why, boolean whatChanged, boolean mayBeMistaken) {

  private static final Set<Trigger> BY_THE_CLINIC = Set.of(Trigger.QUESTIONS_CHANGED);

  static AskedFirst of(Today today, Words words) {
    return new AskedFirst(
        path(today),
        why(today, words),
        today.triggers().contains(Trigger.QUESTIONS_CHANGED),
        today.triggers().contains(Trigger.PAIN_ROSE));
  }

  /** What made the plan ask, each in a sentence. */
  private static String why(Today today, Words words) {
    return today.triggers().stream()
        .sorted()
        .map(trigger -> words.say("ask.safety." + Fields.dashed(trigger)))
        .collect(Collectors.joining(" "));
  }

  /** Where nothing happened to the person, nothing got worse; a week that is due asks the same. */
  static String path(Today today) {
    if (!today.triggers().equals(BY_THE_CLINIC)) {
      return "/worse";
    }
    return today.asks().contains(Today.Ask.WEEKLY_CHECK) ? "/weekly" : "/signs";
  }
}
