package org.counterpose.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What counts as having been heard of, for the clinic and for reminders alike. */
class SignsOfLifeTest {

  private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-11-23T09:00:00-05:00");
  private static final Instant FRIDAY = MONDAY.plusDays(4).toInstant();

  @Test
  void what_somebody_measured_asked_or_named_is_a_sign_of_life() {
    for (Entry entry :
        List.<Entry>of(
            new Entry.Measured(UUID.randomUUID(), MONDAY, "raises", 8, Optional.empty()),
            new Entry.Asked(UUID.randomUUID(), MONDAY, "May I swim?"),
            new Entry.Activities(UUID.randomUUID(), MONDAY, List.of()))) {
      assertThat(SignsOfLife.last(Journal.of(List.of(entry)), FRIDAY)).hasValue(MONDAY.toInstant());
    }
  }

  @Test
  void what_the_clinic_did_is_none_but_a_stop_that_it_cleared_starts_the_count_anew() {
    Journal journal =
        Journal.of(
            List.of(
                new Entry.Rated(UUID.randomUUID(), MONDAY, 5, Optional.empty()),
                new Entry.Noted(UUID.randomUUID(), MONDAY.plusDays(1), "Dr Kim", "Hello", Set.of()),
                new Entry.ClearedByClinic(
                    UUID.randomUUID(), MONDAY.plusDays(2), "Dr Kim", "All well", Set.of())));

    assertThat(SignsOfLife.last(journal, FRIDAY)).hasValue(MONDAY.toInstant());
    assertThat(SignsOfLife.lastOrCouldGoOn(journal, FRIDAY))
        .hasValue(MONDAY.plusDays(2).toInstant());
  }

  @Test
  void what_is_dated_later_has_not_happened_yet() {
    Journal journal =
        Journal.of(List.of(new Entry.Rated(UUID.randomUUID(), MONDAY, 5, Optional.empty())));

    assertThat(SignsOfLife.last(journal, MONDAY.minusHours(1).toInstant())).isEmpty();
  }
}
