package org.counterpose.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpose.document.Problems;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slips of somebody who writes a file by hand: each is told at its line, and how to mend it. */
class YamlThatCannotBeReadTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a space too few   | `a:\n  b:\n    c: 1\n   d: 2\n    e: 3`      | `4: look at the indent: this line begins 3 spaces in, line 3 before it 4, line 5 after it 4. What belongs together begins equally far in`
          a space too many  | `a:\n  b: 1\n\n   c: 2\n  d: 3`            | `4: look at the indent: this line begins 3 spaces in, line 2 before it 2, line 5 after it 2. What belongs together begins equally far in`
          an item too far in| `a:\n  - b: 1\n   - b: 2`                  | `3: look at the indent: this line begins 3 spaces in, line 2 before it 2. What belongs together begins equally far in`
          an item not in    | `a:\n  - b: 1\n - b: 2`                    | `3: look at the indent: this line begins 1 space in, line 2 before it 2. What belongs together begins equally far in`
          a tab             | `a:\n\tb: 1`                               | `2: a tab stands in this line: indent with spaces`
          a tab after       | `a:\n  b: 1\n\tc: 1`                      | `3: a tab stands in this line: indent with spaces`
          no space, last    | `a:\n  b: 1\n  outcome:SAME_DAY`          | `3: a space must follow the colon after 'outcome'`
          no space, first   | `a:\n  outcome:SAME_DAY\n  b: 1`          | `2: a space must follow the colon after 'outcome'`
          no space, dash    | `a:\n  -id: x\n   b: 1`                   | `2: a space must follow the dash`
          no colon          | `a:\n  b: 1\n  outcome`                   | `3: there is no colon in this line, or nothing before it`
          an open brace     | `a: {b: 1, c: 2\nd: 3`                    | `1: the { in this line is not closed before line 2`
          an open bracket   | `a: 1\nb: [c, d\ne: 3`                    | `2: the [ in this line is not closed before line 3`
          no comma          | `a: {b: [1, 2] c: 3}`                     | `1: the { in this line is not closed, or a comma is missing in it`
          a brace too many  | `a: {b: 1}}\nc: 2`                        | `1: a bracket closes here that nothing opened`
          an open quote     | `a: 1\nb: "c\nd: 3`                       | `2: a quotation mark in this line is never closed`
          after a quote     | `a: "b" c\nd: 3`                          | `1: something follows a closed quotation mark: put all of it in quotes`
          a second colon    | `a: 1\nb: NHS: pain`                      | `2: a text with a colon in it needs quotes`
          an at sign        | `a: @b`                                   | `1: a text that begins with @ needs quotes`
          """)
  void it_is_told_where_and_what_to_look_at(String slip, String yaml, String told) {
    Problems problems = new Problems();

    assertThat(Documents.yaml("a.yaml", yaml.replace("\\n", "\n").replace("\\t", "\t"), problems))
        .isEmpty();
    assertThat(problems.list())
        .extracting(Object::toString)
        .containsExactly("a.yaml:" + told.replaceFirst(": ", ": is not well formed: "));
  }
}
