package org.counterpose.web;

import org.counterpose.document.Node;
import org.counterpose.document.Nodes;
import org.counterpose.words.Words;

/**
 * What the pages' scripts say while a camera is on: the state it is in, and what the coach sees.
 */
final class CameraWords {

  private CameraWords() {}

  /** The button, and a sentence for each state; states that need none are not named. */
  static Node watch(Words words) {
    return watch(words, words.say("camera.turn-on"), "");
  }

  /** The same beside a timer that works without a camera. */
  static Node watchBesideTimer(Words words) {
    return watch(words, words.say("camera.turn-on.coach"), " " + words.say("camera.timer-works"));
  }

  private static Node watch(Words words, String turnOn, String consolation) {
    return Nodes.object()
        .with("turnOn", turnOn)
        .with("turnOff", words.say("camera.turn-off"))
        .with("starting", words.say("camera.starting"))
        .with("watching", words.say("camera.watching"))
        .with("refused", words.say("camera.refused") + consolation)
        .with("absent", words.say("camera.absent") + consolation)
        .with("taken-away", words.say("camera.taken-away") + consolation)
        .with("cannot", words.say("camera.cannot") + consolation)
        .with("not-installed", words.say("camera.not-installed") + consolation)
        .with("failed", words.say("camera.failed") + consolation)
        .node();
  }

  /** What the coach of a guided session says. */
  static Node coach(Words words) {
    return Nodes.object()
        .with("ready", words.say("coach.ready"))
        .with("waits", words.say("coach.waits"))
        .with("holding", words.say("coach.holding"))
        .with(
            "sees",
            Nodes.object()
                .with("left", words.say("coach.sees.left"))
                .with("right", words.say("coach.sees.right"))
                .node())
        .with("leftEarly", words.say("coach.left-early"))
        .with(
            "otherSide",
            Nodes.object()
                .with("left", words.say("coach.other-side.left"))
                .with("right", words.say("coach.other-side.right"))
                .node())
        .with("nobody", words.say("coach.nobody"))
        .with("unseen", words.say("coach.unseen"))
        .with("waitedEnough", words.say("coach.waited-enough"))
        .node();
  }

  /** Whether what was sent is kept. */
  static Nodes.Growing sending(Words words) {
    return Nodes.object()
        .with("notSavedYet", words.say("player.not-saved-yet"))
        .with("notSaved", words.say("player.not-saved"));
  }
}
