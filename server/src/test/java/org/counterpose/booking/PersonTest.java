package org.counterpose.booking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"Ana", "María José Ñ.", "O'Neil-Smith", "李小龙", "Ṣẹ́gun", "Anne 👩‍⚕️", "नेहा"})
  void names_of_any_script_are_names(String name) {
    assertThat(Person.isName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\t", "Ana\nBcc: x@y.z", "Ana\u0000", "\u202Eana", "\uD800", "\u2028x"})
  void what_is_empty_or_steers_the_text_is_no_name(String name) {
    assertThat(Person.isName(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a@b.co", "first.last+tag@sub.example.org", "o'neil@example.ie", "ü@dömäin.de"})
  void addresses_are_addresses(String email) {
    assertThat(Person.isEmail(email)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a@",
        "@b.co",
        "a@b",
        "a b@c.de",
        "a@b..co",
        "a@-b.co",
        ".a@b.co",
        "a.@b.co",
        "a@b.co\nBcc: c@d.ef",
        "a@b.co,c@d.ef",
        "<a@b.co>",
        "a@b.co "
      })
  void what_no_letter_could_reach_is_no_address(String email) {
    assertThat(Person.isEmail(email)).isFalse();
  }
}
