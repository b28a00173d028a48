package org.counterpose.web;

import io.javalin.http.Context;
import org.counterpose.people.Passkeys;

/** What a page and the server say to each other about a passkey. */
final class PasskeyForm {

  private PasskeyForm() {}

  /** Puts a question to the page's script. */
  static void ask(Context context, Passkeys.Question question) {
    context
        .contentType("application/json")
        .result("{\"question\":\"" + question.id() + "\",\"asked\":" + question.json() + "}");
  }

  static String question(Context context) {
    return field(context, "question");
  }

  static String answer(Context context) {
    return field(context, "answer");
  }

  static String field(Context context, String name) {
    String value = context.formParam(name);
    return value == null ? "" : value;
  }
}
