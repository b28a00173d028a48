package org.counterpose.web;

import java.time.Duration;
import java.time.Instant;
import org.counterpose.clinic.Need;
import org.counterpose.clinic.Reason;
import org.counterpose.library.Library;
import org.counterpose.programme.Programme;
import org.counterpose.store.ListRow;
import org.counterpose.words.Words;

/** Why a person stands where they stand on the clinic's list, in words. */
record NeedInWords(Library library, Words words) {

  String reason(ListRow row) {
    ListRow.Facts facts = row.facts();
    Reason reason = Reason.read(facts.need(), facts.reason(), facts.since());
    String about = reason.about().orElse("");
    return switch (reason.code()) {
      case "stop" -> words.say("need.stop." + known(about));
      case "rising" -> words.say("need.rising");
      case "said-worse" -> words.say("need.said-worse");
      case "ended-worse" -> words.say("need.ended-worse");
      case "pain" -> words.say("need.pain", step(facts, about));
      case "unclear" -> words.say("need.unclear");
      case "not-enough" -> words.say("need.not-enough");
      case "asked" -> words.say("need.asked");
      case "silent" -> words.say("need.silent", Integer.parseInt(about));
      case "settling-in" -> words.say("need.settling-in");
      case "unrated" -> words.say("need.unrated");
      case "paused" -> words.say("need.paused");
      case "better" -> words.say("need.better");
      case "worse-answered" -> words.say("need.worse-answered");
      case "answered" -> words.say("need.answered");
      default -> words.say("need.going-on");
    };
  }

  /** The outcomes that stop a trial; the keys stand here so that none is missing. */
  private static String known(String outcome) {
    return switch (outcome) {
      case "get-help-now" -> "get-help-now";
      case "same-day" -> "same-day";
      default -> "see-clinician-first";
    };
  }

  private String step(ListRow.Facts facts, String step) {
    return library
        .programme(facts.programme(), facts.version())
        .map((Programme programme) -> programme.textIfAny("steps." + step + ".title").orElse(step))
        .orElse(step);
  }

  /** The title of the programme that a trial is on; its id where it is not here any more. */
  String programme(ListRow.Facts facts) {
    return library
        .programme(facts.programme(), facts.version())
        .map((Programme programme) -> programme.text("programme.title"))
        .orElse(facts.programme());
  }

  /** The name of a group of the list. */
  String group(Need need) {
    return words.say(
        switch (need) {
          case URGENT_STOP -> "needs.urgent-stop";
          case SAFETY_STOP -> "needs.safety-stop";
          case GETTING_WORSE -> "needs.getting-worse";
          case STOPPED_FOR_PAIN -> "needs.stopped-for-pain";
          case NO_CLEAR_CHANGE -> "needs.no-clear-change";
          case ASKED -> "needs.asked";
          case SILENT -> "needs.silent";
          case GOING_WELL -> "needs.going-well";
        });
  }

  /** How long ago something was, in the largest whole unit. */
  String ago(Instant then, Instant now) {
    Duration since = Duration.between(then, now);
    if (since.toMinutes() < 1) {
      return words.say("ago.now");
    }
    if (since.toHours() < 1) {
      return words.say("ago.minutes", since.toMinutes());
    }
    return since.toDays() < 1
        ? words.say("ago.hours", since.toHours())
        : words.say("ago.days", since.toDays());
  }

  /** A length of time in the largest whole unit. */
  String length(Duration length) {
    if (length.toHours() < 1) {
      return words.say("takes.minutes", Math.max(1, length.toMinutes()));
    }
    return length.toDays() < 2
        ? words.say("takes.hours", length.toHours())
        : words.say("takes.days", length.toDays());
  }
}
