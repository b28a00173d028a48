package org.counterpose.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.counterpose.document.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A picture stands inside our pages, so it may draw and nothing else. */
class PictureTest {

  @Test
  void a_picture_that_only_draws_is_fine() {
    assertThat(
            faults(
                """
                <g id="a" fill="url(#b)"><path d="M0 0h1"/><use href="#a"/></g>
                <defs><linearGradient id="b"><stop offset="0"/></linearGradient></defs>
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<style>path{fill:red}</style>",
        "<path style='fill:red'/>",
        "<path class='x'/>",
        "<path onclick='alert(1)'/>",
        "<path ONLOAD='alert(1)'/>",
        "<image href='https://example.org/x.png'/>",
        "<image href='data:image/png;base64,AA=='/>",
        "<use href='other.svg#a'/>",
        "<use xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='https://example.org/#a'/>",
        "<path fill='url(https://example.org/#a)'/>",
        "<path fill='URL( \"//example.org\")'/>",
        "<foreignObject/>",
        "<a href='#x'><path/></a>",
        "<animate attributeName='href'/>",
        "<b xmlns='http://www.w3.org/1999/xhtml'>x</b>",
        "<?xml-stylesheet href='x.css'?>",
      })
  void whatever_runs_styles_or_fetches_is_told_at_its_line(String inside) {
    assertThat(faults("<path/>\n" + inside))
        .isNotEmpty()
        .allMatch(problem -> problem.startsWith("x.svg:3: must"));
  }

  @Test
  void a_document_type_is_refused_and_never_followed() {
    assertThat(
            problems(
                "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n"
                    + "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><text>&x;</text></svg>"))
        .isNotEmpty()
        .noneMatch(problem -> problem.contains("root:"));
  }

  @Test
  void what_is_no_picture_is_told() {
    assertThat(problems("")).containsExactly("x.svg:1: is not well-formed XML");
    assertThat(problems("<svg")).containsExactly("x.svg:1: is not well-formed XML");
    assertThat(problems("<html/>")).anyMatch(problem -> problem.contains("must be an svg"));
    assertThat(problems("<svg xmlns='http://www.w3.org/2000/svg'/>"))
        .containsExactly("x.svg:1: must have a viewBox, so that it can be shown at any size");
  }

  private static List<String> faults(String inside) {
    return problems(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>\n" + inside + "\n</svg>");
  }

  private static List<String> problems(String svg) {
    Problems problems = new Problems();
    new Picture("x.svg", problems).check(svg);
    return problems.list().stream().map(Object::toString).toList();
  }
}
