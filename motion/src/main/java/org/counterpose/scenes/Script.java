package org.counterpose.scenes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.counterpose.body.Pose;
import org.counterpose.body.Position;
import org.counterpose.coach.Side;

/** What somebody does, in time: postures that are reached, kept and left. */
final class Script {

  /** A posture at a moment, and where in the room. */
  record At(Pose pose, Position place) {}

  private record Key(double millis, At at) {}

  private final List<Key> keys = new ArrayList<>();
  private final List<Scene.Hold> holds = new ArrayList<>();

  Script(Pose pose) {
    keys.add(new Key(0, new At(pose, Position.ORIGIN)));
  }

  double millis() {
    return keys.getLast().millis();
  }

  private At last() {
    return keys.getLast().at();
  }

  Script goes(Pose to, double seconds) {
    keys.add(new Key(millis() + 1000 * seconds, new At(to, last().place())));
    return this;
  }

  Script moves(Position to, double seconds) {
    keys.add(new Key(millis() + 1000 * seconds, new At(last().pose(), to)));
    return this;
  }

  Script stays(double seconds) {
    return goes(last().pose(), seconds);
  }

  /** Stays, and that is a hold. */
  Script holds(Side side, double seconds) {
    double from = millis();
    return stays(seconds).held(side, from);
  }

  /** What was done since then was a hold of this side. */
  Script held(Side side, double fromMillis) {
    holds.add(new Scene.Hold(Optional.of(side), fromMillis, millis()));
    return this;
  }

  /** What was done since then was a hold, of a step without sides. */
  Script held(double fromMillis) {
    holds.add(new Scene.Hold(Optional.empty(), fromMillis, millis()));
    return this;
  }

  /** From one moment to the next it is somebody else, in another posture at another place. */
  Script is(Pose pose, Position place) {
    keys.add(new Key(millis(), new At(pose, place)));
    return this;
  }

  List<Scene.Hold> holds() {
    return holds;
  }

  At at(double millis) {
    for (int next = 1; next < keys.size(); next++) {
      Key to = keys.get(next);
      if (millis < to.millis()) {
        Key from = keys.get(next - 1);
        double share = (millis - from.millis()) / (to.millis() - from.millis());
        double soft = share * share * (3 - 2 * share);
        return new At(
            from.at().pose().towards(to.at().pose(), soft),
            from.at().place().towards(to.at().place(), soft));
      }
    }
    return last();
  }
}
