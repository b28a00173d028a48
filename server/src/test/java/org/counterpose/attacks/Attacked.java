package org.counterpose.attacks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.counterpose.app.Configuration;
import org.counterpose.app.OnTrial;
import org.counterpose.app.Served;
import org.counterpose.app.SettableClock;
import org.counterpose.practice.Practice;
import org.counterpose.store.Also;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A real server with somebody on it who can be harmed. */
abstract class Attacked {

  @TempDir Path folder;
  SettableClock clock;
  Served served;
  Practice practice;

  @BeforeEach
  void open() {
    clock = SettableClock.at("2026-11-23T12:15:00Z");
    served = Served.in(folder, clock, this::configured);
    practice = served.server().practice();
  }

  Configuration configured(Configuration configuration) {
    return configuration;
  }

  @AfterEach
  void close() {
    served.close();
  }

  OnTrial begins() {
    return OnTrial.begun(served);
  }

  /** Puts somebody on the clinic's list at the place {@code main}. */
  void shares(OnTrial victim, String name) {
    practice
        .list()
        .share(
            practice.journeys().shared(victim.journey()).orElseThrow(), "main", name, Also.NOTHING);
  }

  Served.Answer form(String path, String cookie, String form, String... more) {
    String[] headers = new String[more.length + 4];
    headers[0] = "Cookie";
    headers[1] = cookie;
    headers[2] = "Content-Type";
    headers[3] = "application/x-www-form-urlencoded";
    System.arraycopy(more, 0, headers, 4, more.length);
    return served.send("POST", path, form.getBytes(StandardCharsets.UTF_8), headers);
  }

  /** The first column of what a question to the store is answered. */
  List<String> columns(String sql) {
    return practice
        .database()
        .read(
            connection -> {
              List<String> values = new ArrayList<>();
              try (var select = connection.prepareStatement(sql);
                  var row = select.executeQuery()) {
                while (row.next()) {
                  values.add(row.getString(1));
                }
              }
              return values;
            });
  }

  /** The value of a cookie that an answer sets, with its name; empty where it sets none. */
  static String cookie(Served.Answer answer, String name) {
    return answer.response().headers().allValues("Set-Cookie").stream()
        .map(cookie -> cookie.split(";")[0])
        .filter(cookie -> cookie.matches(name + "=.+"))
        .findFirst()
        .orElse("");
  }
}
