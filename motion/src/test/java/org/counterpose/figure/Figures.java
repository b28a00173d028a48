package org.counterpose.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterpose.body.Movement;
import org.counterpose.body.Pose;
import org.counterpose.body.Position;
import org.counterpose.body.Spot;

/** The pictures of the mid-back programme that show a body, as the pack names them. */
final class Figures {

  private static final View FROM_THE_LEFT = new View(-68, 12);
  private static final View BESIDE = new View(80, 8);

  private Figures() {}

  static Map<String, Figure> all() {
    Map<String, Figure> all = new LinkedHashMap<>();
    all.put("thread-the-needle-start", needleStart());
    all.put("thread-the-needle-under-right", needleRight());
    all.put("thread-the-needle-under-left", needleLeft());
    all.put("rolled-towel-place", place());
    all.put("rolled-towel-sit", sit());
    all.put("rolled-towel", towel());
    all.put("rolled-towel-up", up());
    all.put("wobble-disc", disc());
    all.put("posture-band", band());
    all.put("posture-band-on", bandOn());
    all.put("change-position", change());
    all.put("tug-of-war", tug());
    return all;
  }

  static Figure needleStart() {
    return figure(BESIDE, List.of(Poses.TABLE_TOP), List.of(mat()), List.of());
  }

  static Figure needleRight() {
    return figure(
        FROM_THE_LEFT,
        List.of(
            Poses.TABLE_TOP,
            Poses.NEEDLE_RIGHT_LIFT,
            Poses.NEEDLE_RIGHT_UNDER,
            Poses.NEEDLE_RIGHT_LOW,
            Poses.NEEDLE_RIGHT),
        List.of(mat()),
        List.of(new Arrow.Drawn(Spot.RIGHT_FINGERTIPS, new Position(-0.1, 0, -0.24), 0)));
  }

  static Figure needleLeft() {
    return figure(
        FROM_THE_LEFT.mirrored(),
        List.of(
            Poses.TABLE_TOP,
            Poses.NEEDLE_RIGHT_LIFT.mirrored(),
            Poses.NEEDLE_RIGHT_UNDER.mirrored(),
            Poses.NEEDLE_RIGHT_LOW.mirrored(),
            Poses.NEEDLE_RIGHT.mirrored()),
        List.of(mat()),
        List.of(new Arrow.Drawn(Spot.LEFT_FINGERTIPS, new Position(-0.1, 0, 0.24), 0)));
  }

  static Figure place() {
    return figure(
        BESIDE,
        List.of(Poses.LAY_TOWEL),
        List.of(mat(), new Prop(Prop.Kind.TOWEL, new Prop.At(new Position(0.46, 0, 0)))),
        List.of());
  }

  static Figure sit() {
    return figure(
        BESIDE,
        List.of(Poses.SIT_ON_MAT),
        List.of(mat(), new Prop(Prop.Kind.TOWEL, new Prop.At(new Position(-0.5, 0, 0)))),
        List.of(new Arrow.Drawn(Spot.CROWN, new Position(-0.4, -0.45, 0), -0.3)));
  }

  static Figure towel() {
    return figure(
        BESIDE,
        List.of(Poses.OVER_TOWEL),
        List.of(mat(), new Prop(Prop.Kind.TOWEL, new Prop.Under(Spot.T6))),
        List.of());
  }

  static Figure up() {
    return figure(
        BESIDE,
        List.of(Poses.PUSH_UP_FROM_SIDE),
        List.of(mat()),
        List.of(new Arrow.Drawn(Spot.RIGHT_KNUCKLES, new Position(0.0, 0.5, 0), 0.3)));
  }

  static Figure disc() {
    return figure(
        BESIDE,
        List.of(Poses.DISC_BACK, Poses.DISC_FORWARD, Poses.SIT_TALL),
        List.of(
            Prop.usual(Prop.Kind.CHAIR),
            Prop.usual(Prop.Kind.DISC),
            Prop.usual(Prop.Kind.DESK),
            Prop.usual(Prop.Kind.LAPTOP)),
        List.of());
  }

  static Figure band() {
    return figure(
        View.BACK,
        List.of(Poses.SIT_ON_STOOL),
        List.of(Prop.usual(Prop.Kind.STOOL), Prop.usual(Prop.Kind.BAND)),
        List.of());
  }

  static Figure bandOn() {
    return figure(
        View.BACK,
        List.of(Poses.BAND_HALFWAY),
        List.of(
            Prop.usual(Prop.Kind.STOOL), new Prop(Prop.Kind.BAND, new Prop.Under(Spot.LEFT_ELBOW))),
        List.of());
  }

  static Figure change() {
    return figure(
        BESIDE,
        List.of(Poses.SIT_SLUMPED, Poses.RISE, Poses.STAND),
        List.of(Prop.usual(Prop.Kind.CHAIR)),
        List.of(new Arrow.OfSpot(Spot.PELVIS)));
  }

  static Figure tug() {
    return figure(
        BESIDE,
        List.of(Poses.SLUMP_AT_DESK),
        List.of(
            Prop.usual(Prop.Kind.CHAIR), Prop.usual(Prop.Kind.DESK), Prop.usual(Prop.Kind.LAPTOP)),
        List.of(
            new Arrow.Drawn(Spot.CROWN, new Position(0.26, -0.16, 0), 0.25),
            new Arrow.Drawn(Spot.T6, new Position(-0.34, 0.1, 0), 0.15)));
  }

  private static Prop mat() {
    return Prop.usual(Prop.Kind.MAT);
  }

  private static Figure figure(View view, List<Pose> poses, List<Prop> props, List<Arrow> arrows) {
    return new Figure(new Movement(poses), view, props, arrows);
  }
}
