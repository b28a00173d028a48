package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.Bookings;
import org.counterpose.journeys.Journey;

/**
 * The way from a trial to the private page of a visit that goes with it. Whoever holds the trial
 * gets a further private link, since only the hashes of the others are kept.
 */
final class VisitsOfATrial {

  private final Trials trials;
  private final Bookings bookings;
  private final Layout layout;

  VisitsOfATrial(Trials trials, Bookings bookings, Layout layout) {
    this.trials = trials;
    this.bookings = bookings;
    this.layout = layout;
  }

  void add(Routes routes) {
    routes.post("/visits/{visit}", trials.on(this::open));
  }

  private void open(Context context, Journey journey) {
    Optional<Appointment> visit =
        Ids.read(context.pathParam("visit"))
            .flatMap(
                id ->
                    bookings.ofJourney(journey.id()).stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst());
    if (visit.isEmpty()) {
      layout.notFound(context);
      return;
    }
    context.redirect("/appointment/" + bookings.newLink(visit.get()), HttpStatus.SEE_OTHER);
  }
}
