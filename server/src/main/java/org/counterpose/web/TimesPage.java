package org.counterpose.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.ClinicText;
import org.counterpose.booking.FreeTime;
import org.counterpose.words.Words;

/**
 * Free times to choose from: a week of days, and the times of one of them.
 *
 * @param choosing where a time leads, with its practitioner and start behind it
 * @param notice what went before, such as a time that somebody else took
 */
public record TimesPage(
    Clinic clinic,
    Clinic.Service service,
    NavigableMap<LocalDate, List<FreeTime>> free,
    LocalDate today,
    Optional<LocalDate> chosen,
    String choosing,
    Optional<String> notice,
    Words words) {

  private static final int NOON = 12;
  private static final int EVENING = 17;

  /** One day of the week shown; {@code link} is empty where nothing is free. */
  public record Day(
      String name,
      String number,
      String month,
      String told,
      Optional<String> link,
      boolean shown) {}

  /** The times of one practitioner on the day shown, by part of the day. */
  public record Practitioner(
      ClinicText title, Optional<ClinicText> about, Map<String, List<Time>> parts) {}

  public record Time(String clock, String link, String instant) {}

  static TimesPage of(
      Clinic clinic,
      Clinic.Service service,
      List<FreeTime> times,
      LocalDate today,
      Optional<LocalDate> asked,
      String choosing,
      Optional<String> notice,
      Words words) {
    NavigableMap<LocalDate, List<FreeTime>> free = new TreeMap<>();
    for (FreeTime time : times) {
      free.computeIfAbsent(
              LocalDate.ofInstant(time.start(), clinic.zoneOf(time.place())),
              date -> new ArrayList<>())
          .add(time);
    }
    Optional<LocalDate> chosen =
        asked
            .filter(free::containsKey)
            .or(() -> asked.flatMap(date -> Optional.ofNullable(free.ceilingKey(date))))
            .or(() -> free.isEmpty() ? Optional.empty() : Optional.of(free.firstKey()));
    return new TimesPage(clinic, service, free, today, chosen, choosing, notice, words);
  }

  public boolean isEmpty() {
    return free.isEmpty();
  }

  /** The clock of the times shown; several where they are at places with several. */
  public String zone() {
    return zones().stream().map(zone -> Visit.zone(zone, words)).collect(Collectors.joining(" / "));
  }

  /** The clock to compare a person's own with, where there is one alone. */
  public Optional<String> onlyZone() {
    List<ZoneId> zones = zones();
    return zones.size() == 1 ? Optional.of(zones.getFirst().getId()) : Optional.empty();
  }

  private List<ZoneId> zones() {
    List<ZoneId> shown =
        ofDayShown().stream().map(time -> clinic.zoneOf(time.place())).distinct().toList();
    return shown.isEmpty() ? List.of(clinic.zone()) : shown;
  }

  private List<FreeTime> ofDayShown() {
    return chosen.map(date -> free.getOrDefault(date, List.of())).orElse(List.of());
  }

  public List<Day> week() {
    LocalDate monday = monday();
    List<Day> days = new ArrayList<>();
    for (LocalDate date = monday; date.isBefore(monday.plusDays(7)); date = date.plusDays(1)) {
      int number = free.getOrDefault(date, List.of()).size();
      boolean weekend = date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
      if (number > 0 || !weekend) {
        days.add(
            new Day(
                format(date, "EEE"),
                format(date, "d"),
                format(date, "MMM"),
                words.say("book.day-free", format(date, words.say("book.date")), number),
                number > 0 ? Optional.of(link(date)) : Optional.empty(),
                chosen.filter(date::equals).isPresent()));
      }
    }
    return days;
  }

  /** To the first free day before this week. */
  public Optional<String> earlier() {
    return Optional.ofNullable(free.lowerKey(monday()))
        .map(TimesPage::mondayOf)
        .map(free::ceilingKey)
        .map(this::link);
  }

  /** To the first free day after this week. */
  public Optional<String> later() {
    return Optional.ofNullable(free.ceilingKey(monday().plusDays(7))).map(this::link);
  }

  public String shownDate() {
    return chosen.map(date -> format(date, words.say("book.date"))).orElse("");
  }

  public List<Practitioner> practitioners() {
    List<FreeTime> ofDay = ofDayShown();
    List<Practitioner> practitioners = new ArrayList<>();
    for (Clinic.Practitioner one : clinic.practitioners()) {
      add(practitioners, ofDay, one.id(), one.title(), one.about());
    }
    add(
        practitioners,
        ofDay,
        Clinic.ANYONE,
        ClinicText.in(words.language(), words.say("book.anyone")),
        Optional.of(ClinicText.in(words.language(), words.say("book.anyone.about"))));
    return practitioners;
  }

  private void add(
      List<Practitioner> practitioners,
      List<FreeTime> ofDay,
      String id,
      ClinicText title,
      Optional<ClinicText> about) {
    Map<String, List<Time>> parts = new LinkedHashMap<>();
    for (FreeTime time : ofDay) {
      if (time.practitioner().equals(id)) {
        int hour = time.start().atZone(clinic.zoneOf(time.place())).getHour();
        String part = hour < NOON ? "morning" : hour < EVENING ? "afternoon" : "evening";
        parts
            .computeIfAbsent(words.say("book." + part), first -> new ArrayList<>())
            .add(shown(time));
      }
    }
    if (!parts.isEmpty()) {
      practitioners.add(new Practitioner(title, about, parts));
    }
  }

  /** Whether the times are those of whoever has time. */
  public boolean anyone() {
    return free.values().stream()
        .flatMap(List::stream)
        .anyMatch(time -> time.practitioner().equals(Clinic.ANYONE));
  }

  /** The same times joined, where they are several practitioners' and can be booked. */
  public Optional<String> joined() {
    boolean several =
        free.values().stream().flatMap(List::stream).map(FreeTime::practitioner).distinct().count()
            > 1;
    return several && choosing.startsWith("/book/")
        ? Optional.of(choosing + "?who=anyone#times")
        : Optional.empty();
  }

  /** Where somebody joins the waiting list; for booking alone. */
  public Optional<String> waiting() {
    return choosing.startsWith("/book/") ? Optional.of("/wait/" + service.id()) : Optional.empty();
  }

  /** The first time shown, to tell somebody far away what it is where they are. */
  public Optional<String> sample() {
    return ofDayShown().stream().findFirst().map(time -> time.start().toString());
  }

  private Time shown(FreeTime time) {
    Visit visit =
        new Visit(
            clinic,
            service.id(),
            time.practitioner(),
            Optional.of(time.place()),
            time.start(),
            time.end(),
            Optional.empty(),
            words);
    String clock = onlyZone().isPresent() ? visit.from() : visit.from() + " " + visit.shortZone();
    return new Time(
        clock, choosing + "/" + time.practitioner() + "/" + time.start(), visit.instant());
  }

  private LocalDate monday() {
    return mondayOf(chosen.orElse(today));
  }

  private static LocalDate mondayOf(LocalDate date) {
    return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private String link(LocalDate date) {
    return choosing + "?date=" + date + (anyone() ? "&who=anyone" : "") + "#times";
  }

  private String format(LocalDate date, String pattern) {
    return date.format(DateTimeFormatter.ofPattern(pattern, words.locale()));
  }
}
