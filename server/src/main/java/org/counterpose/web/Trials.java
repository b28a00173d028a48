package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.counterpose.clinic.ClinicList;
import org.counterpose.journeys.EntryIdTaken;
import org.counterpose.journeys.Journey;
import org.counterpose.journeys.Journeys;
import org.counterpose.library.Library;

/** What the pages of a trial share. */
record Trials(
    Door door,
    Journeys journeys,
    ClinicList list,
    Library library,
    InstantSource clock,
    Supplier<UUID> ids) {

  /** A page of the trial that this device holds. */
  interface Page {
    void serve(Context context, Journey journey);
  }

  /** A page of a trial: who has none on this device is led to the start. */
  Routes.Page on(Page page) {
    return context -> {
      Optional<Journey> journey = door.journey(context);
      if (journey.isPresent()) {
        if (context.method() == HandlerType.GET) {
          Plans.tell(context, journey.get(), door.others(context, journey.get()));
        }
        page.serve(context, journey.get());
      } else {
        door.leadAway(context);
      }
    };
  }

  /**
   * A form of the trial, whose entries have the ids that it gives. What was taken already is not
   * done again, and leads to where it led.
   *
   * @param taken where a form leads that was taken
   */
  Routes.Page once(String taken, Page form) {
    return on(
        (context, journey) -> {
          if (journey.journal().find(ids(context).get()).isPresent()) {
            context.redirect(taken, HttpStatus.SEE_OTHER);
            return;
          }
          try {
            form.serve(context, journey);
          } catch (EntryIdTaken atTheSameTime) {
            context.redirect(taken, HttpStatus.SEE_OTHER);
          }
        });
  }

  /** The ids of what a form becomes: where it is sent again as it stands, those of before. */
  Supplier<UUID> ids(Context form) {
    return Once.ids(form, ids);
  }

  /** Now, as the person's clock shows it. */
  OffsetDateTime now(Journey journey) {
    return clock.instant().atZone(journey.journal().routine().zone()).toOffsetDateTime();
  }
}
