package org.counterpose.figure;

import java.util.ArrayList;
import java.util.List;
import org.counterpose.body.Posed;
import org.counterpose.body.Position;
import org.counterpose.body.Spot;

/** The parts of a body as it is seen. */
final class Body {

  /** How far a limb begins behind that of the other side before it is painted pale, in metres. */
  private static final double APART = 0.08;

  /** How far behind the trunk the whole of a limb lies before it is painted pale, in metres. */
  private static final double BEHIND = 0.18;

  /** Arms that are about as near as the trunk are painted on it, in metres. */
  private static final double LIFT = 0.06;

  private final Posed posed;
  private final Screen screen;
  private final Outline outline;
  private final Tones tones;

  Body(Posed posed, Screen screen, Tones tones) {
    this.posed = posed;
    this.screen = screen;
    this.outline = new Outline(screen);
    this.tones = tones;
  }

  /** The tones of the limbs: those of the far side are pale. */
  record Tones(Tone leftArm, Tone rightArm, Tone leftLeg, Tone rightLeg) {

    static Tones of(Posed posed, Screen screen) {
      double chest = screen.nearness(posed.between(Spot.T12, Spot.C7));
      double seat = screen.nearness(posed.at(Spot.PELVIS));
      return new Tones(
          tone(posed, screen, chest, Spot.LEFT_SHOULDER, Spot.LEFT_ELBOW, Spot.LEFT_WRIST),
          tone(posed, screen, chest, Spot.RIGHT_SHOULDER, Spot.RIGHT_ELBOW, Spot.RIGHT_WRIST),
          tone(posed, screen, seat, Spot.LEFT_HIP, Spot.LEFT_KNEE, Spot.LEFT_ANKLE),
          tone(posed, screen, seat, Spot.RIGHT_HIP, Spot.RIGHT_KNEE, Spot.RIGHT_ANKLE));
    }

    /** Where a limb begins tells, so that it keeps its tone where it reaches across. */
    private static Tone tone(
        Posed posed, Screen screen, double trunk, Spot root, Spot middle, Spot end) {
      double begins = screen.nearness(posed.at(root));
      double other = screen.nearness(posed.at(root.mirrored()));
      double whole =
          (begins + screen.nearness(posed.at(middle)) + screen.nearness(posed.at(end))) / 3;
      return begins - other < -APART || (begins - other < APART && whole - trunk < -BEHIND)
          ? Tone.FAR
          : Tone.NEAR;
    }

    Tone arm(Side side) {
      return side == Side.LEFT ? leftArm : rightArm;
    }

    Tone leg(Side side) {
      return side == Side.LEFT ? leftLeg : rightLeg;
    }
  }

  /** The parts, with what is worn. */
  List<Part> dressed(List<Prop> props) {
    List<Part> parts = new ArrayList<>(parts());
    for (Prop prop : props) {
      if (prop.kind() == Prop.Kind.BAND) {
        Band band = new Band(posed, screen, prop.placement());
        parts.replaceAll(part -> dressed(part, band));
      }
    }
    return parts;
  }

  private static Part dressed(Part part, Band band) {
    List<Shape> shapes = new ArrayList<>();
    if (part.name().equals("trunk")) {
      shapes.addAll(band.underTrunk());
      shapes.addAll(part.shapes());
      shapes.addAll(band.onTrunk());
    } else {
      shapes.addAll(part.shapes());
      for (Side side : List.of(Side.LEFT, Side.RIGHT)) {
        if (part.name().equals(side.name() + "-arm")) {
          shapes.addAll(band.onArm(side));
        }
      }
    }
    return new Part(part.name(), part.solids(), part.lift(), shapes);
  }

  /** The body as one shape, without the limbs of the far side. */
  void silhouette(Path path) {
    double left = screen.nearness(posed.at(Spot.LEFT_HIP));
    Side near = left > screen.nearness(posed.at(Spot.RIGHT_HIP)) ? Side.LEFT : Side.RIGHT;
    Limb limb = new Limb(posed, near);
    outline.chain(path, limb.leg());
    limb.foot().forEach(piece -> outline.aroundSmall(path, piece));
    outline.chain(path, limb.arm());
    outline.skin(path, new Trunk(posed).flesh());
    new Head(posed, screen).silhouette(path);
  }

  /** Parts that are neither before nor behind one another are painted in this order. */
  List<Part> parts() {
    return List.of(
        leg(Side.LEFT),
        leg(Side.RIGHT),
        trunk(),
        arm(Side.LEFT),
        arm(Side.RIGHT),
        new Head(posed, screen).part());
  }

  private Part arm(Side side) {
    Limb limb = new Limb(posed, side);
    Path path = new Path();
    outline.chain(path, limb.arm());
    outline.chain(path, limb.hand());
    outline.chain(path, limb.thumb());
    List<Solid> solids = new ArrayList<>(limb.arm());
    solids.addAll(limb.hand());
    String name = side.name() + "-arm";
    return new Part(name, solids, LIFT, List.of(Shape.solid(name, tones.arm(side), path)));
  }

  private Part leg(Side side) {
    Limb limb = new Limb(posed, side);
    Path path = new Path();
    outline.chain(path, limb.leg());
    List<Solid> solids = new ArrayList<>(limb.leg());
    for (List<Solid> piece : limb.foot()) {
      outline.aroundSmall(path, piece);
      solids.addAll(piece);
    }
    String name = side.name() + "-leg";
    return new Part(name, solids, 0, List.of(Shape.solid(name, tones.leg(side), path)));
  }

  private Part trunk() {
    Trunk trunk = new Trunk(posed);
    Path flesh = new Path();
    outline.skin(flesh, trunk.flesh());
    List<Dot> line = new ArrayList<>();
    for (Position place : trunk.spine()) {
      line.add(screen.dot(place));
    }
    return new Part(
        "trunk",
        trunk.flesh().subList(0, trunk.flesh().size() - 3), // the neck is where the head is
        0,
        List.of(
            Shape.solid("trunk", Tone.MIDDLE, flesh),
            Shape.line("spine", Tone.ACCENT, 3.4, new Path().through(line))));
  }
}
