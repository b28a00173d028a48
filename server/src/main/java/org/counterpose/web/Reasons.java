package org.counterpose.web;

import java.util.List;
import java.util.stream.Collectors;
import org.counterpose.programme.Programme;
import org.counterpose.screening.Screened;
import org.counterpose.words.Words;

/** The answers behind a result, in the words in which they were asked and given. */
record Reasons(Programme programme, Words words) {

  /** What was answered, a line for each question. */
  List<String> answers(Screened.Reason reason) {
    return reason.because().stream().map(this::answer).toList();
  }

  /** What is told to whom a rule holds for. */
  String advice(Screened.Reason reason) {
    return programme.text("safety." + reason.rule() + ".advice");
  }

  /** A question and its answer, in one line. */
  String answer(Screened.Because because) {
    String question = programme.text("questions." + because.question());
    String values =
        because.values().isEmpty()
            ? words.say("form.none")
            : because.values().stream()
                .map(value -> said(because.question(), value))
                .collect(Collectors.joining(", "));
    return question + " \u2013 " + values;
  }

  private String said(String question, String value) {
    return switch (value) {
      case "yes" -> words.say("form.yes");
      case "no" -> words.say("form.no");
      default -> programme.textIfAny("questions." + question + "." + value).orElse(value);
    };
  }
}
