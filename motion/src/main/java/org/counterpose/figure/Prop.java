package org.counterpose.figure;

import java.util.Locale;
import java.util.Optional;
import org.counterpose.body.Position;
import org.counterpose.body.Spot;

/** A thing that somebody uses, and where it is. */
public record Prop(Kind kind, Placement placement) {

  /** What it is. */
  public enum Kind {
    MAT,
    TOWEL,
    CHAIR,
    STOOL,
    DISC,
    DESK,
    LAPTOP,
    BAND,
    WALL,
    CUSHION;

    public String named() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> named(String name) {
      for (Kind kind : values()) {
        if (kind.named().equals(name)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  /** Where it is. */
  public sealed interface Placement {}

  /**
   * Where it is used: a seat under the pelvis, a desk before the trunk, a mat under everything, a
   * wall before whatever reaches furthest, a cushion under the foot that carries.
   */
  public record Usual() implements Placement {}

  /**
   * Under a point of the body in the last posture. The posture band has no under: with an elbow or
   * a wrist, that arm is only that far through its loop.
   */
  public record Under(Spot spot) implements Placement {}

  /** At a place, in metres from what carries the body. */
  public record At(Position place) implements Placement {}

  public static Prop usual(Kind kind) {
    return new Prop(kind, new Usual());
  }
}
