package org.counterpose.web;

import io.javalin.http.Context;

/** The form in which a programme is handed out, as it was sent or as it is opened. */
public record HandOutForm(
    String programme, String place, String language, String name, String email) {

  /**
   * @param usual the language where none is chosen
   */
  static HandOutForm of(Context context, String usual) {
    String language = CalendarDesk.field(context, "language");
    return new HandOutForm(
        CalendarDesk.field(context, "programme"),
        CalendarDesk.field(context, "place"),
        language.isEmpty() ? usual : language,
        CalendarDesk.field(context, "name"),
        CalendarDesk.field(context, "email"));
  }
}
