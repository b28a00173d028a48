package org.counterpose.web;

import java.time.Instant;
import java.util.UUID;
import org.counterpose.document.Nodes;
import org.counterpose.documents.Json;
import org.counterpose.words.Words;

/** The posture measure from the side, with a camera. */
public record PosturePage(UUID journey, Instant now, Words words) {

  /** What the page's script needs. */
  public String plan() {
    return Json.write(
        Nodes.object()
            .with("journey", journey.toString())
            .with("now", now.toEpochMilli())
            .with(
                "words",
                CameraWords.sending(words)
                    .with("watch", CameraWords.watch(words))
                    .with("stayStill", words.say("posture.stay-still"))
                    .with("measured", words.say("posture.measured"))
                    .with("degrees", words.say("posture.degrees"))
                    .with("sure", words.say("posture.sure"))
                    .with("fair", words.say("posture.fair"))
                    .with("rough", words.say("posture.rough"))
                    .with(
                        "refused",
                        Nodes.object()
                            .with("notWholeInView", words.say("posture.not-whole-in-view"))
                            .with("notSideOn", words.say("posture.not-side-on"))
                            .with("cameraTilted", words.say("posture.camera-tilted"))
                            .with("moving", words.say("posture.moving"))
                            .with("moreThanOne", words.say("posture.more-than-one"))
                            .with("facingUnclear", words.say("posture.facing-unclear"))
                            .node())
                    .node())
            .node());
  }
}
