package org.counterpose.web;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.counterpose.clinic.ClinicList;
import org.counterpose.clinic.Need;
import org.counterpose.clinic.Outcomes;
import org.counterpose.library.Library;
import org.counterpose.people.Staff;
import org.counterpose.practice.Practice;
import org.counterpose.programme.Programme;
import org.counterpose.store.ListCounts;
import org.counterpose.store.ListQuery;
import org.counterpose.store.SqlClinicList;

/** The clinic's list and what came out of its trials. */
final class ListPages {

  private static final int ROWS = 30;
  private static final int LONGEST_SEARCH = 100;
  private static final Pattern MARK = Pattern.compile("(\\d)\\.(-?\\d{1,18})\\.([0-9a-f-]{36})");

  private final Practice practice;
  private final ClinicList list;
  private final Layout layout;
  private final NeedInWords needs;
  private final InstantSource clock;

  ListPages(Practice practice, Layout layout) {
    this.practice = practice;
    this.list = practice.list();
    this.layout = layout;
    this.needs = new NeedInWords(practice.library(), layout.words());
    this.clock = practice.clock();
  }

  void add(StaffRoutes routes) {
    routes.get("/staff", this::list);
    routes.get("/staff/outcomes", this::outcomes);
  }

  private void list(Context context, Staff staff) {
    String search = Optional.ofNullable(context.queryParam("search")).orElse("").strip();
    StaffList.Asked asked =
        new StaffList.Asked(
            Optional.ofNullable(context.queryParam("programme")).filter(id -> !id.isEmpty()),
            need(context.queryParam("need")),
            search.length() > LONGEST_SEARCH ? search.substring(0, LONGEST_SEARCH) : search);
    ListCounts counts = list.counts(staff.places());
    List<Programme> programmes = programmes(counts);
    if (asked.programme().isPresent() && find(programmes, asked.programme().get()).isEmpty()) {
      layout.notFound(context);
      return;
    }
    ListQuery query =
        new ListQuery(
            staff.places(),
            asked.programme(),
            asked.need(),
            asked.search(),
            mark(context.queryParam("after")),
            ROWS + 1);
    StaffList page =
        StaffList.of(
            asked,
            new StaffList.There(list.page(query), ROWS, counts, programmes),
            new StaffRow.Told(needs, practice.bookings().clinic().zone(), clock.instant()));
    layout.render(
        context,
        "staff/list.jte",
        layout.words().say("staff.nav.list"),
        Map.of("staff", staff, "list", page, "signed", layout.isSigned()));
  }

  private static Optional<Integer> need(@org.jspecify.annotations.Nullable String rank) {
    return Optional.ofNullable(rank)
        .filter(text -> text.matches("\\d"))
        .map(Integer::valueOf)
        .filter(number -> number < Need.values().length);
  }

  private static Optional<ListQuery.Mark> mark(@org.jspecify.annotations.Nullable String after) {
    Matcher matcher = MARK.matcher(after == null ? "" : after);
    return matcher.matches()
        ? Optional.of(
            new ListQuery.Mark(
                Integer.parseInt(matcher.group(1)),
                Long.parseLong(matcher.group(2)),
                matcher.group(3)))
        : Optional.empty();
  }

  private void outcomes(Context context, Staff staff) {
    List<Programme> programmes = programmes(list.counts(staff.places()));
    String wanted =
        Optional.ofNullable(context.queryParam("programme")).orElse(programmes.getFirst().id());
    Optional<Programme> found = find(programmes, wanted);
    if (found.isEmpty()) {
      layout.notFound(context);
      return;
    }
    Programme programme = found.get();
    Outcomes outcomes =
        Outcomes.of(
            new SqlClinicList(practice.database()),
            programme.id(),
            staff.places(),
            clock.instant());
    layout.render(
        context,
        "staff/outcomes.jte",
        layout.words().say("staff.nav.outcomes"),
        Map.of(
            "staff",
            staff,
            "outcomes",
            OutcomesPage.of(outcomes, programme, needs),
            "programmes",
            programmes));
  }

  private static Optional<Programme> find(List<Programme> programmes, String id) {
    return programmes.stream().filter(programme -> programme.id().equals(id)).findFirst();
  }

  /**
   * What is offered, and what is not any more but has trials, as its latest version that may be
   * served.
   */
  private List<Programme> programmes(ListCounts counts) {
    Library library = practice.library();
    List<Programme> programmes = new ArrayList<>(library.programmes());
    counts
        .programmes()
        .forEach(
            (id, versions) -> {
              if (library.programme(id).isEmpty()) {
                versions.stream()
                    .flatMap(version -> library.programme(id, version).stream())
                    .max(Comparator.comparing(Programme::version, Library::compareVersions))
                    .ifPresent(programmes::add);
              }
            });
    return programmes;
  }
}
