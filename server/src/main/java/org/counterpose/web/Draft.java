package org.counterpose.web;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterpose.document.Problems;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Question;
import org.counterpose.screening.Answers;
import org.counterpose.screening.AnswersReader;
import org.counterpose.screening.Screening;
import org.counterpose.words.Words;

/**
 * The answers of a check that is under way. They lie in a cookie on the person's own device, and
 * nowhere else until a trial begins.
 */
record Draft(Programme programme, Map<String, List<String>> values) {

  private static final String COOKIE = "check";

  /** Browsers keep cookies of up to 4096 bytes. */
  private static final int LARGEST = 3500;

  private static final int KEPT_SECONDS = 2 * 60 * 60;

  static Draft of(Context context, Programme programme) {
    String cookie = context.cookie(COOKIE);
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (cookie != null) {
      try {
        String form = new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8);
        for (String pair : form.split("&")) {
          int equals = pair.indexOf('=');
          if (equals > 0) {
            values
                .computeIfAbsent(pair.substring(0, equals), question -> new ArrayList<>())
                .add(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
          }
        }
      } catch (IllegalArgumentException e) {
        values.clear(); // Not ours: the check begins again.
      }
    }
    return new Draft(programme, values);
  }

  void keep(Context context) {
    StringBuilder form = new StringBuilder();
    for (Question question : programme.questions()) {
      for (String value : values.getOrDefault(question.id(), List.of())) {
        form.append(form.isEmpty() ? "" : "&")
            .append(question.id())
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
    String cookie =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(form.toString().getBytes(StandardCharsets.UTF_8));
    if (cookie.length() <= LARGEST) {
      context.cookie(Door.cookie(context, COOKIE, cookie, KEPT_SECONDS));
    }
  }

  static void forget(Context context) {
    context.cookie(Door.cookie(context, COOKIE, "", 0));
  }

  /** This draft with what was filled in for these questions; what is empty is taken out. */
  Draft with(List<Question> questions, Map<String, List<String>> filledIn) {
    Map<String, List<String>> merged = new LinkedHashMap<>(values);
    for (Question question : questions) {
      List<String> given = filledIn.getOrDefault(question.id(), List.of());
      List<String> said = given.stream().filter(value -> !value.isBlank()).toList();
      if (said.isEmpty()) {
        merged.remove(question.id());
      } else {
        merged.put(question.id(), said);
      }
    }
    return new Draft(programme, merged);
  }

  AnswersForm form(Words words) {
    return new AnswersForm(programme, programme.questions(), values, List.of(), words);
  }

  /** The answers so far; what cannot be read is as if it had not been answered. */
  Answers soFar(Words words) {
    AnswersForm form = form(words);
    Answers answers = Answers.NONE;
    for (Question question : programme.questions()) {
      if (values.containsKey(question.id())) {
        Optional<Answers> one =
            AnswersReader.some(
                programme, form.only(question).answers(), List.of(question.id()), new Problems());
        answers = one.map(answers::with).orElse(answers);
      }
    }
    return answers;
  }

  /** The whole check's answers; empty while something is missing. */
  Optional<Answers> complete(Words words) {
    return AnswersReader.all(programme, form(words).answers(), new Problems());
  }

  /** The questions that these answers lead to, in order. */
  List<Question> asked(Words words) {
    return Screening.asked(programme, soFar(words));
  }
}
