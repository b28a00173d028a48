package org.counterpose.booking;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A member of staff who acts on the calendar.
 *
 * @param places where they may; everywhere where there is none
 * @param record writes down what they did, in the same transaction
 */
public record AtDesk(Set<String> places, Record record) {

  public AtDesk {
    places = Set.copyOf(places);
  }

  /** Where it is written down who did what. */
  @FunctionalInterface
  public interface Record {

    /**
     * @param what the act, in a word or two
     * @param detail what it was done to, with no health data
     */
    void add(Connection connection, String what, Optional<UUID> journey, String detail)
        throws SQLException;
  }

  /** Whether a place is theirs to see. */
  public boolean sees(String place) {
    return places.isEmpty() || places.contains(place);
  }
}
