package org.counterpose.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.documents.Json;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Side;
import org.counterpose.words.Doses;
import org.counterpose.words.Words;

/**
 * What the player shows, and the plan that its script counts through.
 *
 * @param now by this server's clock, since that of a device may be wrong
 * @param html renders a text of the pack as HTML
 */
public record PlayerPage(
    Programme programme,
    Session session,
    Slots slots,
    Instant now,
    Words words,
    UnaryOperator<String> html) {

  public String title() {
    return programme.text("steps." + session.step().id() + ".title");
  }

  public String heading() {
    return title();
  }

  public List<Side> sides() {
    return session.planned().sides();
  }

  public String named(Side side) {
    return Session.named(programme, session.step(), side, words);
  }

  public String figure() {
    return source(session.parts().getFirst().figure());
  }

  public String alt() {
    return programme.text("figures." + session.parts().getFirst().figure());
  }

  public String clock() {
    int seconds = session.seconds();
    return seconds / 60 + ":" + String.format(Locale.ROOT, "%02d", seconds % 60);
  }

  /** How much it is, as Today tells it. */
  public String dose() {
    return Doses.told(words, session.step(), session.planned());
  }

  /** What this stage of the step is; where it has none, the step in a line. */
  public String firstCue() {
    String step = session.step().id();
    return session
        .planned()
        .stage()
        .map(stage -> programme.stageTitle(step, stage))
        .orElseGet(() -> programme.text("steps." + step + ".short"));
  }

  /** How this stage is done, as HTML; empty where the step has one alone. */
  public Optional<String> stage() {
    return session
        .planned()
        .stage()
        .map(stage -> html.apply("steps." + session.step().id() + ".stage." + stage + ".how"));
  }

  /** Whether repetitions are counted. */
  public boolean counts() {
    return session.planned().sets().isPresent();
  }

  public String length() {
    return Doses.length(words, session.planned().seconds());
  }

  public String stopLink() {
    return "/step/" + session.step().id() + "/" + session.planned().slot() + "/stop";
  }

  public String doneLink() {
    return "/step/" + session.step().id() + "/" + session.planned().slot() + "/done";
  }

  /** Who should leave it out, which stands before anything is begun. */
  public List<String> avoid() {
    return programme.avoid(session.step());
  }

  public String setup() {
    return html.apply("steps." + session.step().id() + ".setup");
  }

  public String finish() {
    return html.apply("steps." + session.step().id() + ".finish");
  }

  /** Whether a camera coach can watch this step. */
  public boolean coached() {
    return Coaching.of(session).isPresent();
  }

  /** The session as the player's script reads it. */
  public String plan() {
    Nodes.Growing plan =
        Nodes.object()
            .with("step", session.step().id())
            .with("journey", slots.journey().toString())
            .with("slot", slots.of(session.step().id(), session.planned().slot()))
            .with("row", session.step().id() + "/" + session.planned().slot())
            .with("date", slots.date().toString())
            .with("now", now.toEpochMilli())
            .with("after", "/today")
            .with("end", programme.text("steps." + session.step().id() + ".cue.end"))
            .with("sides", Nodes.texts(sides().stream().map(side -> named(side.name())).toList()))
            .with("words", said())
            .with("parts", Nodes.list(session.parts().stream().map(this::written).toList()));
    Coaching.of(session).ifPresent(coaching -> plan.with("coach", written(coaching)));
    return Json.write(plan.node());
  }

  private static Node written(Coaching coaching) {
    return Nodes.object()
        .with("step", coaching.step())
        .with("settings", Nodes.list(List.of(Nodes.number(coaching.setting()))))
        .node();
  }

  private Node written(Session.Part part) {
    Nodes.Growing fields = Nodes.object().with("moment", part.moment());
    part.side().ifPresent(side -> fields.with("side", named(side.name())));
    fields.with("seconds", part.seconds()).with("title", part.title()).with("say", part.say());
    part.half().ifPresent(half -> fields.with("half", half));
    return fields
        .with("figure", source(part.figure()))
        .withIfAny("way", way(part).map(Nodes::text))
        .with("alt", programme.text("figures." + part.figure()))
        .with("counts", Nodes.flag(part.counts()))
        .withIfAny("reps", part.reps().map(Nodes::number))
        .node();
  }

  private Node said() {
    Nodes.Growing sides = Nodes.object();
    sides().forEach(side -> sides.with(named(side.name()), named(side)));
    return CameraWords.sending(words)
        .with("pause", words.say("player.pause"))
        .with("goOn", words.say("player.go-on"))
        .with("paused", words.say("player.paused"))
        .with("goingOn", words.say("player.going-on"))
        .with("soundOn", words.say("player.sound.on"))
        .with("soundOff", words.say("player.sound.off"))
        .with("sides", sides.node())
        .with("watch", CameraWords.watchBesideTimer(words))
        .with("coach", CameraWords.coach(words))
        .with("seen", words.say("session.seen"))
        .with("kept", words.say("session.kept", title()))
        .with("keptReps", words.say("session.kept.reps", title()))
        .with("endedAway", words.say("session.ended-away"))
        .with("soon", words.say("session.soon"))
        .with("waits", words.say("session.waits"))
        .node();
  }

  /** The movement that leads into a hold, or that a set repeats, where its figure has one. */
  private Optional<String> way(Session.Part part) {
    return Set.of("hold", "set").contains(part.moment()) && programme.moves(part.figure())
        ? Optional.of(Figures.moving(programme, part.figure()))
        : Optional.empty();
  }

  private String source(String figure) {
    return Figures.still(programme, figure);
  }

  private static String named(String side) {
    return side.toLowerCase(Locale.ROOT);
  }
}
