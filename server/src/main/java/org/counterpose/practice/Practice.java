package org.counterpose.practice;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.counterpose.articles.Articles;
import org.counterpose.booking.Bookings;
import org.counterpose.clinic.ClinicList;
import org.counterpose.journeys.Journeys;
import org.counterpose.library.Library;
import org.counterpose.mail.Smtp;
import org.counterpose.people.People;
import org.counterpose.programme.Programme;
import org.counterpose.push.Push;
import org.counterpose.reminder.Reminders;
import org.counterpose.store.Database;
import org.counterpose.words.AllWords;

/**
 * What the pages and the API are given: the programmes, the articles, the trials, the bookings, the
 * people, the clinic's list, the store, the clock, chance, the mail server where there is one, the
 * way to devices, and the words of every language.
 */
public record Practice(
    Library library,
    Articles articles,
    Journeys journeys,
    Bookings bookings,
    People people,
    ClinicList list,
    Database database,
    InstantSource clock,
    SecureRandom random,
    Optional<Smtp> mail,
    Push push,
    Reminders reminders,
    AllWords words) {

  /** The same, with the programmes in a language. */
  public Practice in(String language) {
    Journeys theirs = journeys.in(language);
    return new Practice(
        library.in(language),
        articles,
        theirs,
        bookings,
        people,
        list.with(theirs),
        database,
        clock,
        random,
        mail,
        push,
        reminders,
        words);
  }

  /**
   * The languages that all of a programme is told in, the usual one first; the usual one alone for
   * a programme that is whole in none of them.
   */
  public List<String> languagesOf(Programme programme) {
    List<String> whole =
        words.languages().stream().filter(language -> isTold(programme, language)).toList();
    return whole.isEmpty() ? List.of(words.usual().language()) : whole;
  }

  private boolean isTold(Programme programme, String language) {
    return library
        .in(language)
        .programme(programme.id(), programme.version())
        .filter(told -> told.language().equals(language))
        .isPresent();
  }

  /** The same, with the trials kept elsewhere. */
  public Practice with(Journeys elsewhere) {
    return new Practice(
        library, articles, elsewhere, bookings, people, list, database, clock, random, mail, push,
        reminders, words);
  }
}
