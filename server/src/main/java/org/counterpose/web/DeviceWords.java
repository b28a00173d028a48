package org.counterpose.web;

import org.counterpose.document.Nodes;
import org.counterpose.documents.Json;
import org.counterpose.words.Words;

/** What the pages' scripts say of times without a network, and of what waits to be sent. */
final class DeviceWords {

  private DeviceWords() {}

  static String of(Words words) {
    return Json.write(
        Nodes.object()
            .with("start", words.say("today.start"))
            .with("done", words.say("today.done"))
            .with("kept", words.say("device.kept"))
            .with("begun", words.say("today.begun"))
            .with("goOn", words.say("today.begun.go-on"))
            .with("noNetwork", words.say("device.no-network"))
            .with("dates", words.say("device.dates"))
            .with("keptHere", words.say("device.kept-here"))
            .with("keptLater", words.say("session.kept-later"))
            .with("keptWaits", words.say("session.kept-waits"))
            .with("right", words.say("session.title"))
            .with("keep", words.say("session.keep"))
            .with("leave", words.say("session.leave"))
            .with("notKept", words.say("device.not-kept"))
            .with("questions", words.say("device.questions"))
            .with("questionsGo", words.say("device.questions.go"))
            .with("waits", words.say("waiting.title"))
            .with("why", words.say("waiting.why"))
            .with("stay", words.say("waiting.stay"))
            .with("sendNow", words.say("waiting.send"))
            .with("notYet", words.say("waiting.not-yet"))
            .with("sent", words.say("waiting.sent"))
            .with("refused", words.say("waiting.refused"))
            .with("newer", words.say("waiting.newer"))
            .with("again", words.say("waiting.again"))
            .with("drop", words.say("waiting.drop"))
            .with("leaving", words.say("leave.waiting"))
            .with("seconds", words.say("waiting.seconds"))
            .with("minutes", words.say("waiting.minutes"))
            .with(
                "entries",
                Nodes.object()
                    .with("session-done", words.say("waiting.session-done"))
                    .with("session-stopped", words.say("waiting.session-stopped"))
                    .with("wear-started", words.say("waiting.wear-started"))
                    .with("worn", words.say("waiting.worn"))
                    .with("rated", words.say("waiting.rated"))
                    .with("rated-both", words.say("waiting.rated-both"))
                    .with("posture", words.say("waiting.posture"))
                    .with("other", words.say("waiting.other"))
                    .node())
            .node());
  }
}
