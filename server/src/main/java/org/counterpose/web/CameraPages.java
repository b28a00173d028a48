package org.counterpose.web;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.counterpose.journeys.Journey;
import org.counterpose.programme.AlsoAsked;
import org.counterpose.words.Words;

/** The pages of a trial that are for a camera alone: the desk mode and the posture measure. */
final class CameraPages {

  private final Trials trials;
  private final Layout layout;
  private final Words words;
  private final InstantSource clock;

  CameraPages(Trials trials, Layout layout) {
    this.trials = trials;
    this.layout = layout;
    this.words = layout.words();
    this.clock = trials.clock();
  }

  void add(Routes routes) {
    routes.getWithCamera("/desk", trials.on(this::desk));
    routes.getWithCameraAndTilt("/posture", trials.on(this::posture));
  }

  private void desk(Context context, Journey journey) {
    Optional<DeskPage> desk =
        isRunning(journey) ? DeskPage.of(journey, clock.instant(), words) : Optional.empty();
    if (desk.isEmpty()) {
      layout.notFound(context);
      return;
    }
    layout.render(context, "trial/desk.jte", words.say("desk.title"), Map.of("desk", desk.get()));
  }

  private void posture(Context context, Journey journey) {
    if (!isRunning(journey) || !journey.programme().asksFor(AlsoAsked.POSTURE)) {
      layout.notFound(context);
      return;
    }
    layout.render(
        context,
        "trial/posture.jte",
        words.say("posture.title"),
        Map.of("posture", new PosturePage(journey.id(), clock.instant(), words)));
  }

  /** Whether the plan goes on: nothing is offered beside a stop or an unanswered safety check. */
  private boolean isRunning(Journey journey) {
    return journey.today(clock.instant()).isOpen();
  }
}
