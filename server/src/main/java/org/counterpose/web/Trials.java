package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.counterpose.clinic.ClinicList;
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

  /** Now, as the person's clock shows it. */
  OffsetDateTime now(Journey journey) {
    return clock.instant().atZone(journey.journal().routine().zone()).toOffsetDateTime();
  }
}
