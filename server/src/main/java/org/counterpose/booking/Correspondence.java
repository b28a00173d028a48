package org.counterpose.booking;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.counterpose.store.VisitSeries;

/**
 * Who writes to people about their visits. It is told inside the transaction that books, moves or
 * cancels, so that a letter is written exactly where the thing was done.
 */
public interface Correspondence {

  /** Writes to nobody. */
  Correspondence NONE =
      new Correspondence() {
        @Override
        public void tell(Connection connection, News news) {}

        @Override
        public void tell(Connection connection, Offered offered) {}

        @Override
        public void tell(Connection connection, Joined joined) {}
      };

  void tell(Connection connection, News news) throws SQLException;

  void tell(Connection connection, Offered offered) throws SQLException;

  void tell(Connection connection, Joined joined) throws SQLException;

  /** What happened to visits. */
  enum Kind {
    BOOKED,
    MOVED,
    CANCELLED
  }

  /**
   * News of one or several visits of one person.
   *
   * @param changed the visits that it is about, as they now are
   * @param whole the series that they belong to
   * @param token opens the first of them
   * @param was when the first of them was before
   * @param reason what the clinic says about it
   */
  record News(
      Kind kind,
      List<Appointment> changed,
      Optional<Whole> whole,
      String token,
      Optional<Instant> was,
      Optional<String> reason) {
    public News {
      changed = List.copyOf(changed);
      if (changed.isEmpty()) {
        throw new IllegalArgumentException("news are about a visit, got none");
      }
    }
  }

  /** A series with all of its visits, cancelled ones too. */
  record Whole(VisitSeries.Kept series, List<Appointment> visits) {
    public Whole {
      visits = List.copyOf(visits);
    }
  }

  /**
   * A freed time that is offered to one person.
   *
   * @param token opens the offer
   */
  record Offered(Offer offer, Person person, String token) {}

  /**
   * Somebody joined the waiting list.
   *
   * @param token opens their place on it
   */
  record Joined(WaitingWish wish, String token) {}
}
