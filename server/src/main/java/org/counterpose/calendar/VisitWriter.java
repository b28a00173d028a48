package org.counterpose.calendar;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.Correspondence.Joined;
import org.counterpose.booking.Correspondence.Kind;
import org.counterpose.booking.Correspondence.News;
import org.counterpose.booking.Correspondence.Offered;
import org.counterpose.booking.Offer;
import org.counterpose.booking.WaitingWish;
import org.counterpose.words.Words;

/**
 * Letters about visits in one language, written at a moment.
 *
 * @param address where the private links in them begin
 */
record VisitWriter(VisitCalendars calendars, Instant now, URI address) {

  /** Who joined the list a day ago knows it by then. */
  private static final Duration JOINED_USEFUL = Duration.ofDays(1);

  private Clinic clinic() {
    return calendars.clinic();
  }

  private Words words() {
    return calendars.words();
  }

  VisitLetter written(News news) {
    Appointment first = news.changed().getFirst();
    URI link = link("/appointment/", news.token());
    LetterCalendar calendar = new LetterCalendar(calendars, news, link);
    List<String> lines = new ArrayList<>();
    lines.add(words().say("letter.hello", first.person().name()));
    lines.add("");
    lines.add(said(news));
    news.reason().ifPresent(reason -> lines.add(words().say("letter.reason", reason)));
    for (Appointment each : news.changed()) {
      lines.add("");
      lines.addAll(when(each.start(), each.end(), each.place(), each.zone()));
    }
    lines.add("");
    lines.add(
        words()
            .say(
                "letter.what",
                clinic().serviceTitle(first.service(), words().language()),
                practitioner(first.practitioner())));
    lines.add(where(first.place()));
    lines.add("");
    if (news.kind() == Kind.CANCELLED) {
      lines.add(words().say("letter.again", link("/book", "")));
    } else {
      lines.add(words().say("letter.link", clinic().rules().changeUntilHours()));
    }
    lines.add(link.toString());
    phone(lines);
    return new VisitLetter(
        first.person().email(),
        oneLine(subject(news, first)),
        String.join("\n", lines) + "\n",
        Optional.of(calendar.method()),
        Optional.of(calendar.write()),
        now,
        news.changed().getLast().end(),
        first.journey());
  }

  private String said(News news) {
    int visits = news.changed().size();
    return switch (news.kind()) {
      case BOOKED -> words().say("letter.booked", visits);
      case MOVED ->
          words()
              .say(
                  "letter.moved",
                  visits,
                  news.was()
                      .map(
                          was -> clock(was, news.changed().getFirst().place(), "letter.date-clock"))
                      .orElse(""));
      case CANCELLED -> words().say("letter.cancelled", visits);
    };
  }

  private String subject(News news, Appointment first) {
    String when = clock(first.start(), first.place(), "letter.date-clock");
    return switch (news.kind()) {
      case BOOKED -> words().say("letter.booked.subject", when);
      case MOVED -> words().say("letter.moved.subject", when);
      case CANCELLED -> words().say("letter.cancelled.subject", when);
    };
  }

  VisitLetter written(Offered offered) {
    Offer offer = offered.offer();
    List<String> lines = new ArrayList<>();
    lines.add(words().say("letter.hello", offered.person().name()));
    lines.add("");
    lines.add(words().say("letter.offer"));
    lines.add("");
    lines.addAll(when(offer.start(), offer.end(), offer.place(), offer.zone()));
    lines.add(
        words()
            .say(
                "letter.what",
                clinic().serviceTitle(offer.service(), words().language()),
                practitioner(offer.practitioner())));
    lines.add(where(offer.place()));
    lines.add("");
    lines.add(
        words()
            .say("letter.offer.until", clock(offer.until(), offer.place(), "letter.date-clock")));
    lines.add(link("/offer/", offered.token()).toString());
    lines.add("");
    lines.add(words().say("letter.offer.else"));
    phone(lines);
    return new VisitLetter(
        offered.person().email(),
        oneLine(
            words()
                .say(
                    "letter.offer.subject",
                    clock(offer.start(), offer.place(), "letter.date-clock"))),
        String.join("\n", lines) + "\n",
        Optional.empty(),
        Optional.empty(),
        now,
        offer.until(),
        Optional.empty());
  }

  VisitLetter written(Joined joined) {
    WaitingWish wish = joined.wish();
    DateTimeFormatter date = words().dates("letter.date");
    List<String> lines = new ArrayList<>();
    lines.add(words().say("letter.hello", wish.person().name()));
    lines.add("");
    lines.add(
        words()
            .say(
                "letter.waiting",
                clinic().serviceTitle(wish.service(), words().language()),
                wish.from().format(date),
                wish.to().format(date)));
    lines.add("");
    lines.add(words().say("letter.waiting.link"));
    lines.add(link("/waiting/", joined.token()).toString());
    phone(lines);
    return new VisitLetter(
        wish.person().email(),
        oneLine(words().say("letter.waiting.subject", clinic().name())),
        String.join("\n", lines) + "\n",
        Optional.empty(),
        Optional.empty(),
        now,
        now.plus(JOINED_USEFUL),
        Optional.empty());
  }

  /** When it is, on the clinic's wall, and on the person's own clock where that one differs. */
  private List<String> when(Instant start, Instant end, String place, Optional<ZoneId> own) {
    ZoneId wall = clinic().zoneOf(place);
    List<String> lines = new ArrayList<>();
    lines.add(
        words()
            .say(
                "letter.when",
                format(start, wall, "letter.date"),
                format(start, wall, "book.clock"),
                format(end, wall, "book.clock"),
                wall.getDisplayName(TextStyle.FULL, words().locale())));
    own.filter(zone -> differs(start, wall, zone))
        .ifPresent(
            zone ->
                lines.add(
                    words()
                        .say(
                            "letter.own",
                            format(start, zone, "letter.date-clock"),
                            zone.getDisplayName(TextStyle.FULL, words().locale()))));
    return lines;
  }

  private static boolean differs(Instant start, ZoneId wall, ZoneId own) {
    return !start.atZone(wall).toLocalDateTime().equals(start.atZone(own).toLocalDateTime());
  }

  private String clock(Instant instant, String place, String pattern) {
    return format(instant, clinic().zoneOf(place), pattern);
  }

  private String format(Instant instant, ZoneId zone, String pattern) {
    return instant.atZone(zone).format(words().dates(pattern));
  }

  private String practitioner(String id) {
    return clinic().practitionerTitle(id, words().language()).orElse(id);
  }

  private String where(String id) {
    Optional<Clinic.Place> place = clinic().place(id);
    Optional<String> title =
        place
            .map(at -> at.title().to(words().language()))
            .filter(name -> !name.equals(clinic().name()));
    return String.join(
        ", ",
        List.of(clinic().name(), title.orElse(""), place.flatMap(Clinic.Place::address).orElse(""))
            .stream()
            .filter(part -> !part.isEmpty())
            .toList());
  }

  private void phone(List<String> lines) {
    clinic().contact().phone().ifPresent(phone -> lines.add(words().say("letter.phone", phone)));
  }

  private URI link(String path, String token) {
    String start = address.toString();
    return URI.create(
        (start.endsWith("/") ? start.substring(0, start.length() - 1) : start) + path + token);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
