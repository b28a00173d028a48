package org.counterpose.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.counterpose.document.Node;
import org.counterpose.document.Place;
import org.counterpose.documents.Json;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Side;
import org.counterpose.words.Doses;
import org.counterpose.words.Words;

/**
 * What the player shows, and the plan that its script counts through.
 *
 * @param html renders a text of the pack as HTML
 */
public record PlayerPage(
    Programme programme, Session session, LocalDate date, Words words, UnaryOperator<String> html) {

  private static final Place HERE = new Place("", 0, "");

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
    return Session.named(side, words);
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

  public String firstCue() {
    return programme.text("steps." + session.step().id() + ".short");
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

  public String setup() {
    return html.apply("steps." + session.step().id() + ".setup");
  }

  public String finish() {
    return html.apply("steps." + session.step().id() + ".finish");
  }

  /** Names the session on the person's device, so that a reload finds it and tomorrow does not. */
  static String key(String step, String slot, LocalDate date) {
    return step + "/" + slot + "/" + date;
  }

  /** The session as the player's script reads it. */
  public String plan() {
    Map<String, Node> plan = new LinkedHashMap<>();
    plan.put("step", text(session.step().id()));
    plan.put("slot", text(key(session.step().id(), session.planned().slot(), date)));
    plan.put("after", text("/today"));
    plan.put("end", text(programme.text("steps." + session.step().id() + ".cue.end")));
    plan.put("sides", list(sides().stream().map(side -> text(named(side.name()))).toList()));
    plan.put("words", said());
    List<Node> parts = new ArrayList<>();
    session.parts().forEach(part -> parts.add(written(part)));
    plan.put("parts", list(parts));
    return Json.write(new Node.Mapping(plan, HERE));
  }

  private Node written(Session.Part part) {
    Map<String, Node> fields = new LinkedHashMap<>();
    fields.put("moment", text(part.moment()));
    part.side().ifPresent(side -> fields.put("side", text(named(side.name()))));
    fields.put("seconds", new Node.Number(java.math.BigDecimal.valueOf(part.seconds()), HERE));
    fields.put("title", text(part.title()));
    fields.put("say", text(part.say()));
    part.half().ifPresent(half -> fields.put("half", text(half)));
    fields.put("figure", text(source(part.figure())));
    fields.put("alt", text(programme.text("figures." + part.figure())));
    fields.put("counts", new Node.Flag(part.counts(), HERE));
    return new Node.Mapping(fields, HERE);
  }

  private Node said() {
    Map<String, Node> said = new LinkedHashMap<>();
    said.put("pause", text(words.say("player.pause")));
    said.put("goOn", text(words.say("player.go-on")));
    said.put("paused", text(words.say("player.paused")));
    said.put("goingOn", text(words.say("player.going-on")));
    said.put("soundOn", text(words.say("player.sound.on")));
    said.put("soundOff", text(words.say("player.sound.off")));
    said.put("notSavedYet", text(words.say("player.not-saved-yet")));
    said.put("notSaved", text(words.say("player.not-saved")));
    return new Node.Mapping(said, HERE);
  }

  private String source(String figure) {
    return "/figures/" + programme.id() + "/" + figure + ".svg";
  }

  private static String named(String side) {
    return side.toLowerCase(Locale.ROOT);
  }

  private static Node text(String value) {
    return new Node.Text(value, HERE);
  }

  private static Node list(List<Node> elements) {
    return new Node.Listing(elements, HERE);
  }
}
