package org.counterpose.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * The frame of every file for calendars: its method, the rules of its zones, its events.
 *
 * @param zones each with a moment near which its rules are needed
 * @param about what it says of itself beside that
 */
record CalendarFile(
    Method method, Map<ZoneId, Instant> zones, List<VEvent> events, List<Property> about) {

  private static final int LONGEST_LINE = 75;
  private static final ProdId PRODUCT = new ProdId("-//Counterpose//Appointments//EN");

  /** Where no e-mail address is known; the standard wants an organizer all the same. */
  static final URI NO_MAIL = URI.create("invalid:nomail");

  CalendarFile(Method method, Map<ZoneId, Instant> zones, List<VEvent> events) {
    this(method, zones, events, List.of());
  }

  /** The file, with lines ended and folded as the standard has it. */
  String write() {
    Calendar calendar = new Calendar();
    calendar.add(PRODUCT);
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(method);
    about.forEach(calendar::add);
    zones.forEach((zone, near) -> calendar.add(ZoneDefinition.of(zone, near)));
    events.forEach(calendar::add);
    StringWriter written = new StringWriter();
    try {
      new CalendarOutputter(false, Integer.MAX_VALUE).output(calendar, written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folded(written.toString());
  }

  /**
   * Lines of at most 75 octets, broken between characters; the library counts characters instead.
   */
  private static String folded(String file) {
    StringBuilder folded = new StringBuilder(file.length() + 64);
    int octets = 0;
    for (int i = 0; i < file.length(); ) {
      int point = file.codePointAt(i);
      int size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (point == '\r' || point == '\n') {
        octets = 0;
      } else if (octets + size > LONGEST_LINE) {
        folded.append("\r\n ");
        octets = 1 + size;
      } else {
        octets += size;
      }
      folded.appendCodePoint(point);
      i += Character.charCount(point);
    }
    return folded.toString();
  }

  static URI mail(String email) {
    try {
      return new URI("mailto", email, null);
    } catch (URISyntaxException e) {
      return NO_MAIL;
    }
  }
}
