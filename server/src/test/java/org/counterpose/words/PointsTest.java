package org.counterpose.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PointsTest {

  private final Words english = Words.load("en");
  private final Words spanish = Words.of(Locale.of("es"), Map.of());

  @Test
  void what_lies_between_two_levels_is_what_who_subtracts_finds() {
    assertThat(Points.between(8.34, 7.16, 1)).isEqualTo(1.1);
    assertThat(Points.between(7.16, 8.34, 1)).isEqualTo(-1.1);
    assertThat(Points.between(8.346, 7.174, 2)).isEqualTo(1.18);
  }

  @Test
  void a_number_has_the_separator_of_its_language() {
    assertThat(Points.tenth(2.5, english)).isEqualTo("2.5");
    assertThat(Points.tenth(2.5, spanish)).isEqualTo("2,5");
    assertThat(Points.hundredth(-0.004, spanish)).isEqualTo("0,00");
    assertThat(Points.signed(1.26, spanish)).isEqualTo("+1,3");
  }

  @Test
  void in_spanish_it_is_the_one_of_latin_america_as_in_what_is_written_by_hand() {
    Words words = Words.load("es");

    assertThat(Points.tenth(2.5, words)).isEqualTo("2.5");
    assertThat(words.say("rate.value", 2.5)).isEqualTo("2.5 de 10");
  }

  @Test
  void a_whole_number_has_none() {
    assertThat(Points.tenth(3.04, spanish)).isEqualTo("3");
    assertThat(Points.signed(-0.01, spanish)).isEqualTo("0");
  }
}
