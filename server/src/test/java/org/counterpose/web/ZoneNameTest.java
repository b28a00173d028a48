package org.counterpose.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.counterpose.library.ShippedPack;
import org.counterpose.words.Words;
import org.junit.jupiter.api.Test;

class ZoneNameTest {

  private final Words english = Words.load("en");
  private final Words spanish = Words.load("es");

  @Test
  void a_city_is_written_as_in_the_readers_language() {
    assertThat(ZoneName.whole("America/Los_Angeles", spanish)).isEqualTo("América/Los Ángeles");
    assertThat(ZoneName.whole("America/Los_Angeles", english)).isEqualTo("America/Los Angeles");
    assertThat(ZoneName.whole("America/Argentina/Cordoba", spanish))
        .isEqualTo("América/Argentina/Córdoba");
    assertThat(Visit.zone(ZoneId.of("America/New_York"), spanish)).endsWith("(Nueva York)");
  }

  @Test
  void what_the_words_do_not_know_is_called_as_in_the_id() {
    assertThat(ZoneName.whole("America/Lima", spanish)).isEqualTo("América/Lima");
    assertThat(ZoneName.whole("America/Los_Angeles", Words.of(Locale.of("fr"), Map.of())))
        .isEqualTo("America/Los Angeles");
    assertThat(ZoneName.whole("UTC", spanish)).isEqualTo("UTC");
  }

  @Test
  void the_list_of_zones_is_in_the_order_of_their_names() {
    List<String> zones =
        List.copyOf(
            RoutineForm.usual(ShippedPack.programme("mid-back"), ZoneId.of("UTC"), spanish)
                .zones()
                .keySet());

    assertThat(zones.indexOf("America/Mexico_City")).isLessThan(zones.indexOf("America/Lima"));
    assertThat(zones).doesNotHaveDuplicates().contains("America/Los_Angeles", "UTC");
  }
}
