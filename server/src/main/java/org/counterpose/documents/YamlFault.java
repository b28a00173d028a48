package org.counterpose.documents;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong in a YAML file that cannot be read, said to who wrote it: the line to look at, and
 * what to look for in it. The parser speaks of tokens and blocks, and often of the line after.
 *
 * @param line from 1
 * @param words empty where the parser's own words say it best
 */
record YamlFault(int line, Optional<String> words) {

  private static final Pattern MARK = Pattern.compile("in 'reader', line (\\d+), column (\\d+)");
  private static final Pattern NO_SPACE = Pattern.compile("\\s*(- )?([A-Za-z][\\w-]*):[^\\s:].*");
  private static final Pattern NO_SPACE_AFTER_DASH = Pattern.compile("\\s*-[A-Za-z][\\w-]*: .*");
  private static final Pattern CHARACTER = Pattern.compile("found character '(.)'");

  /** The fault that the parser means by its message. */
  static Optional<YamlFault> of(String text, String message) {
    List<Mark> marks =
        MARK.matcher(message)
            .results()
            .map(
                found ->
                    new Mark(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))))
            .toList();
    return marks.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Reading(text.lines().toList(), message, marks.getFirst(), marks.getLast()).fault());
  }

  /** A place that the parser names, both from 1. */
  private record Mark(int line, int column) {}

  /**
   * One message beside its text.
   *
   * @param from where that begins which the parser could not read to its end
   * @param at where it gave up
   */
  private record Reading(List<String> lines, String message, Mark from, Mark at) {

    YamlFault fault() {
      Matcher character = CHARACTER.matcher(message);
      if (message.contains("(TAB)")) {
        return told(at.line(), "a tab stands in this line: indent with spaces");
      }
      if (character.find()) {
        return told(at.line(), "a text that begins with " + character.group(1) + " needs quotes");
      }
      if (message.contains("quoted scalar")) {
        return told(from.line(), "a quotation mark in this line is never closed");
      }
      if (message.contains("while parsing a flow")) {
        return unclosed();
      }
      if (message.contains("could not find expected ':'")) {
        return withoutColon(from.line());
      }
      if (message.contains("mapping values are not allowed here")) {
        return secondColonOrIndent();
      }
      if (message.contains("but found '}'") || message.contains("but found ']'")) {
        return told(at.line(), "a bracket closes here that nothing opened");
      }
      if (message.contains("but found '<scalar>'")) {
        return told(
            at.line(), "something follows a closed quotation mark: put all of it in quotes");
      }
      return message.contains("expected <block end>")
          ? indent()
          : new YamlFault(at.line(), Optional.empty());
    }

    private YamlFault told(int line, String words) {
      return new YamlFault(line, Optional.of(words));
    }

    /** The bracket that the parser began with, or else the last one that nothing closes. */
    private YamlFault unclosed() {
      if (message.contains("flow mapping") || message.contains("flow sequence")) {
        return unclosed(from.line(), message.contains("flow mapping") ? '{' : '[');
      }
      for (int line = at.line(); line > 0; line--) {
        String read =
            line == at.line() ? upTo(line(line), at.column()) : line(line).split(" #", 2)[0];
        int closed = 0;
        for (int i = read.length() - 1; i >= 0; i--) {
          char each = read.charAt(i);
          closed += each == '}' || each == ']' ? 1 : 0;
          if ((each == '{' || each == '[') && --closed < 0) {
            return unclosed(line, each);
          }
        }
      }
      return told(at.line(), "a bracket or a comma is missing in this line");
    }

    private YamlFault unclosed(int line, char bracket) {
      return told(
          line,
          at.line() == line
              ? "the " + bracket + " in this line is not closed, or a comma is missing in it"
              : "the " + bracket + " in this line is not closed before line " + at.line());
    }

    private static String upTo(String line, int column) {
      return line.substring(0, Math.min(column - 1, line.length()));
    }

    private YamlFault withoutColon(int line) {
      Matcher written = NO_SPACE.matcher(line(line));
      return told(
          line,
          written.matches()
              ? "a space must follow the colon after '" + written.group(2) + "'"
              : "there is no colon in this line, or nothing before it");
    }

    private YamlFault secondColonOrIndent() {
      int before = before(at.line());
      if (NO_SPACE.matcher(line(before)).matches()) {
        return withoutColon(before);
      }
      if (NO_SPACE_AFTER_DASH.matcher(line(before)).matches()) {
        return told(before, "a space must follow the dash");
      }
      return upTo(line(at.line()), at.column()).contains(": ")
          ? told(at.line(), "a text with a colon in it needs quotes")
          : indent();
    }

    private YamlFault indent() {
      int line = at.line();
      int before = before(line);
      int after = after(line);
      return told(
          line,
          "look at the indent: this line begins "
              + spaces(line)
              + " in"
              + (before > 0 ? ", line " + before + " before it " + indentOf(before) : "")
              + (after > 0 ? ", line " + after + " after it " + indentOf(after) : "")
              + ". What belongs together begins equally far in");
    }

    private String spaces(int line) {
      int many = indentOf(line);
      return many + (many == 1 ? " space" : " spaces");
    }

    private int indentOf(int line) {
      return line(line).length() - line(line).stripLeading().length();
    }

    private int before(int line) {
      int other = line - 1;
      while (other > 0 && saysNothing(other)) {
        other--;
      }
      return other;
    }

    private int after(int line) {
      int last = lines.size();
      int other = line + 1;
      while (other <= last && saysNothing(other)) {
        other++;
      }
      return other > last ? 0 : other;
    }

    private boolean saysNothing(int line) {
      return line(line).isBlank() || line(line).stripLeading().startsWith("#");
    }

    private String line(int number) {
      return number < 1 || number > lines.size() ? "" : lines.get(number - 1);
    }
  }
}
