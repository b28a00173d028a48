package org.counterpose.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people read comes from the words, where it can be translated: not from code. */
class NothingIsSaidInCodeTest {

  private static final Path SOURCES = Path.of("src", "main");

  /** The rooms that write what people read. */
  private static final List<String> SPEAK =
      List.of(
          "web",
          "reminder",
          "calendar",
          "words",
          "push",
          "mail",
          "clinic",
          "people",
          "booking",
          "guard",
          "api",
          "sending");

  /** Nobody reads it: no page of ours asks for a file that is not there. */
  private static final Set<String> UNREAD = Set.of("No such file.");

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
  private static final Pattern SENTENCE = Pattern.compile("(^|[.!?] )[A-Z][a-z]+ [a-z]");
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

  private static final Pattern HEADER =
      Pattern.compile("(?m)^@(import|param).*$|(?s:<style>.*?</style>)|`, \\w+ = @`");
  private static final Pattern CODE =
      Pattern.compile(
          "(\\$(unsafe)?|!)\\{|@(if|elseif|for|template\\.[\\w.-]+)\\(|@(else|endif|endfor)\\b");
  private static final Pattern READ =
      Pattern.compile(">([^<>]*)<|\\b(?:alt|title|placeholder|aria-label)=\"([^\"]*)\"");

  @Test
  void no_room_that_speaks_to_people_has_a_sentence_of_its_own() throws IOException {
    List<String> found = new ArrayList<>();
    for (String room : SPEAK) {
      for (Path file : files(SOURCES.resolve("java/org/counterpose").resolve(room), ".java")) {
        sentences(Files.readString(file)).stream()
            .filter(sentence -> !UNREAD.contains(sentence))
            .forEach(sentence -> found.add(file.getFileName() + ": " + sentence));
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void no_script_has_a_sentence_of_its_own() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files(SOURCES.resolve("resources/static/js"), ".js")) {
      if (!file.toString().endsWith(".min.js")) {
        sentences(Files.readString(file))
            .forEach(sentence -> found.add(file.getFileName() + ": " + sentence));
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void no_template_has_a_word_of_its_own() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files(SOURCES.resolve("jte"), ".jte")) {
      words(Files.readString(file)).forEach(word -> found.add(file.getFileName() + ": " + word));
    }
    assertThat(found).isEmpty();
  }

  @Test
  void what_is_said_in_code_is_found() {
    assertThat(sentences("f(\"a.key\", \"Your visit is booked\"); // \"Not this one\""))
        .containsExactly("Your visit is booked");
    assertThat(
            words(
                """
                @param String name
                @template.frame(page = page, content = @`
                <p title="Your name">${words.say("hello", "x")}@if(name.isEmpty())Nobody@endif</p>
                `)
                """))
        .containsExactly("Your name", "Nobody");
  }

  private static List<String> sentences(String code) {
    return LITERAL
        .matcher(COMMENT.matcher(code).replaceAll(""))
        .results()
        .map(literal -> literal.group(1))
        .filter(SENTENCE.asPredicate())
        .toList();
  }

  private static List<String> words(String template) {
    return READ.matcher(withoutCode(HEADER.matcher(template).replaceAll("")))
        .results()
        .map(text -> text.group(1) == null ? text.group(2) : text.group(1))
        .map(String::strip)
        .filter(WORD.asPredicate())
        .toList();
  }

  /** A template without what is not written as it stands; content that is handed on stays. */
  private static String withoutCode(String template) {
    StringBuilder rest = new StringBuilder();
    Matcher code = CODE.matcher(template);
    int at = 0;
    while (code.find(at)) {
      rest.append(template, at, code.start());
      at = code.end();
      char last = template.charAt(at - 1);
      if (last == '{' || last == '(') {
        int end = closing(template, at - 1, last, last == '{' ? '}' : ')');
        int content = template.indexOf("@`", at);
        at = content >= 0 && content < end ? content + 2 : end;
      }
    }
    return rest.append(template.substring(at)).toString();
  }

  private static int closing(String text, int from, char opens, char closes) {
    int depth = 0;
    for (int at = from; at < text.length(); at++) {
      depth += text.charAt(at) == opens ? 1 : text.charAt(at) == closes ? -1 : 0;
      if (depth == 0) {
        return at + 1;
      }
    }
    return text.length();
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }
}
