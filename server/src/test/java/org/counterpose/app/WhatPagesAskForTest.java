package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever reads the public pages meets no picture, style or script that is missing. */
class WhatPagesAskForTest {

  /** Pages that no other public one leads to. */
  private static final List<String> BEGINNINGS =
      List.of("/", "/articles", "/embed/mid-back", "/embed/ankles", "/sign-in", "/not-a-page");

  private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#?]*)");

  /** What a browser fetches for a page by itself. */
  private static final Pattern PART =
      Pattern.compile(
          "<(?:link|script|img|source)\\b[^>]*?\\b(?:href|src|srcset)=\"(/[^\" ]*)(?: [^\"]*)?\"");

  private static final Pattern PART_OF_A_PART =
      Pattern.compile("(?:url\\(|import |from )[\"']?(\\.{1,2}/[^\"')]+)");

  private static final Pattern ICON = Pattern.compile("<link rel=\"icon\" href=\"/");

  /** Instants and numbers, of which one stands for all. */
  private static final Pattern ONE_OF_MANY = Pattern.compile("[^/]*\\d{4}[^/]*");

  @TempDir Path folder;
  private Served served;
  private final Map<String, Integer> statuses = new TreeMap<>();

  @BeforeEach
  void open() {
    served = Served.in(folder, SettableClock.at("2026-11-23T12:15:00Z"));
  }

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void all_of_it_is_there_and_each_page_names_its_icon() {
    Map<String, String> pages = publicPages();

    assertThat(pages).hasSizeGreaterThan(20);
    pages.forEach((path, html) -> assertThat(html).as(path).containsPattern(ICON));
    pages.values().forEach(html -> found(PART, html).forEach(this::ask));
    assertThat(statuses).hasSizeGreaterThan(20).allSatisfy((part, status) -> isThere(status));
  }

  @Test
  void the_icon_that_browsers_ask_for_without_being_told_is_there() {
    assertThat(served.get("/favicon.ico").status()).isEqualTo(200);
    assertThat(served.get("/favicon.ico").header("Content-Type")).isEqualTo("image/png");
  }

  private static void isThere(Integer status) {
    assertThat(status).isEqualTo(200);
  }

  private void ask(String path) {
    if (statuses.containsKey(path)) {
      return;
    }
    Served.Answer answer = served.get(path);
    statuses.put(path, answer.status());
    if (answer.header("Content-Type").matches("text/(css|javascript).*")) {
      found(PART_OF_A_PART, answer.body())
          .forEach(part -> ask(Path.of(path).resolveSibling(part).normalize().toString()));
    }
  }

  /** Every page that links lead to from the beginnings, one of each kind. */
  private Map<String, String> publicPages() {
    Map<String, String> pages = new TreeMap<>();
    Set<String> kinds = new HashSet<>();
    Queue<String> open = new ArrayDeque<>(BEGINNINGS);
    while (!open.isEmpty()) {
      String path = open.remove();
      if (!kinds.add(ONE_OF_MANY.matcher(path).replaceAll("*"))) {
        continue;
      }
      Served.Answer answer = served.get(path);
      if (answer.header("Content-Type").startsWith("text/html")) {
        pages.put(path, answer.body());
        found(LINK, answer.body()).forEach(open::add);
      }
    }
    return pages;
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(result -> result.group(1));
  }
}
