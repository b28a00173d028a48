package org.counterpose.body;

import java.util.EnumMap;
import java.util.Map;

/**
 * A posture, as the angles of all joints.
 *
 * @param rest what carries the body
 * @param angles by joint; a joint that is not named is not moved
 */
public record Pose(Rest rest, Map<Joint, Angles> angles) {

  /** Standing upright with hanging arms. */
  public static final Pose STANDING = new Pose(Rest.FEET, Map.of());

  public Pose {
    angles = Map.copyOf(angles);
  }

  public Angles of(Joint joint) {
    return angles.getOrDefault(joint, Angles.NONE);
  }

  public Pose on(Rest other) {
    return new Pose(other, angles);
  }

  /** The same with one joint moved so. */
  public Pose with(Joint joint, double first, double second, double third) {
    return with(joint, new Angles(first, second, third));
  }

  /** The same with one joint moved so, one way alone. */
  public Pose with(Joint joint, double first) {
    return with(joint, new Angles(first, 0, 0));
  }

  public Pose with(Joint joint, Angles moved) {
    Map<Joint, Angles> next = new EnumMap<>(Joint.class);
    next.putAll(angles);
    next.put(joint, moved);
    return new Pose(rest, next);
  }

  /** The same with left for right. */
  public Pose mirrored() {
    Map<Joint, Angles> other = new EnumMap<>(Joint.class);
    angles.forEach(
        (joint, moved) ->
            other.put(
                joint.mirrored(),
                joint.mirrored() == joint
                    ? new Angles(moved.first(), -moved.second(), -moved.third())
                    : moved));
    return new Pose(rest, other);
  }

  /** Whether left and right do the same, so that its mirror image is the same posture. */
  public boolean isTheSameOnBothSides() {
    Pose other = mirrored();
    for (Joint joint : Joint.values()) {
      if (!of(joint).isNear(other.of(joint))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The posture so far on the way to another: 0 is this, 1 is that. What carries the body changes
   * half-way.
   */
  public Pose towards(Pose other, double share) {
    Map<Joint, Angles> between = new EnumMap<>(Joint.class);
    for (Joint joint : Joint.values()) {
      between.put(joint, of(joint).towards(other.of(joint), share));
    }
    return new Pose(share < 0.5 ? rest : other.rest, between);
  }
}
