package org.counterpose.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.counterpose.app.Served;
import org.counterpose.people.SignedIn;
import org.counterpose.store.Also;
import org.counterpose.store.ListRow;
import org.junit.jupiter.api.Test;

/** What stopped a trial, until somebody of the clinic has looked at it. */
class StopsAreSeenTest extends SharedTrials {

  @Test
  void a_graver_stop_after_a_look_is_new_again_and_stands_before_an_older_milder_one() {
    Shared older = begins("Older");
    older.hasACancerHistory();
    goOn(Duration.ofDays(1));
    Shared ana = begins("Ana");
    ana.hasACancerHistory();
    assertThat(names()).containsExactly("Older", "Ana");
    seen(ana);
    assertThat(row(ana).unlooked()).isFalse();

    goOn(Duration.ofHours(1));
    ana.hasChestPain();

    assertThat(names()).containsExactly("Ana", "Older");
    assertThat(row(ana).facts().need()).isEqualTo(Need.URGENT_STOP.ordinal());
    assertThat(row(ana).unlooked()).isTrue();
    assertThat(looks(ana)).containsExactly(true, false);
  }

  @Test
  void a_stop_that_comes_after_a_page_was_read_is_not_seen_with_it() {
    Shared ana = begins("Ana");
    Instant read = clock.instant();
    goOn(Duration.ofSeconds(1));
    ana.isNewlyUnsteady();
    row(ana);

    list.seen(ana.id(), "Dr Kim", read, Also.NOTHING);

    assertThat(row(ana).unlooked()).isTrue();
  }

  @Test
  void the_very_first_page_about_a_stop_counts_as_a_look() {
    Shared ana = begins("Ana");
    ana.isNewlyUnsteady();
    goOn(Duration.ofMinutes(2));

    Served.Answer page =
        served.get("/staff/people/" + ana.id(), "Cookie", SignedIn.practitioner(practice));

    assertThat(page.body()).contains("Newly unsteady");
    assertThat(row(ana).unlooked()).isFalse();
  }

  @Test
  void sharing_once_more_changes_the_name_and_keeps_who_looked() {
    Shared ana = begins("Ana");
    ana.isNewlyUnsteady();
    names();
    seen(ana);

    list.share(ana.journey(), "main", "Ana B.", Also.NOTHING);

    ListRow row = row(ana);
    assertThat(row.name()).isEqualTo("Ana B.");
    assertThat(row.seenBy()).contains("Dr Kim");
    assertThat(looks(ana)).containsExactly(true);
    assertThat(list.counts(Set.of()).byNeed()).containsEntry(Need.URGENT_STOP.ordinal(), 1);
  }
}
