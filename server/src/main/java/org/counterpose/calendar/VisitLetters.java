package org.counterpose.calendar;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import org.counterpose.booking.Correspondence;
import org.counterpose.booking.Person;

/**
 * Writes to people about their visits, each in their language: in plain words with both clocks, and
 * with a part for their calendar. Nothing of a trial is in a letter.
 */
public final class VisitLetters implements Correspondence {

  /** Where letters are put to be sent, in the transaction that they tell of. */
  @FunctionalInterface
  public interface Post {
    void add(Connection connection, VisitLetter letter) throws SQLException;
  }

  private final Function<Person, VisitCalendars> calendars;
  private final InstantSource clock;
  private final Supplier<URI> address;
  private final Post post;

  /**
   * @param calendars in the words of whoever is written to
   * @param address where the private links of letters begin
   */
  public VisitLetters(
      Function<Person, VisitCalendars> calendars,
      InstantSource clock,
      Supplier<URI> address,
      Post post) {
    this.calendars = calendars;
    this.clock = clock;
    this.address = address;
    this.post = post;
  }

  @Override
  public void tell(Connection connection, News news) throws SQLException {
    post.add(connection, to(news.changed().getFirst().person()).written(news));
  }

  @Override
  public void tell(Connection connection, Offered offered) throws SQLException {
    post.add(connection, to(offered.person()).written(offered));
  }

  @Override
  public void tell(Connection connection, Joined joined) throws SQLException {
    post.add(connection, to(joined.wish().person()).written(joined));
  }

  private VisitWriter to(Person person) {
    return new VisitWriter(calendars.apply(person), clock.instant(), address.get());
  }
}
