package org.counterpose.figure;

import org.counterpose.body.Position;
import org.counterpose.body.Turn;

/** A solid without hollows, told by how far it reaches each way: all that an outline needs. */
sealed interface Solid {

  Position centre();

  /** How thick it is about its centre, in metres. */
  double radius();

  /** The point that is furthest that way. */
  Position furthest(Position way);

  /** The same made larger or smaller about its centre. */
  Solid times(double factor);

  /** A ball. */
  record Ball(Position centre, double radius) implements Solid {

    @Override
    public Position furthest(Position way) {
      return centre.plus(way.unit().times(radius));
    }

    @Override
    public Ball times(double factor) {
      return new Ball(centre, radius * factor);
    }
  }

  /**
   * An egg, turned.
   *
   * @param half half its size along its own axes: forwards, upwards, right
   */
  record Egg(Position centre, Turn turn, Position half) implements Solid {

    @Override
    public double radius() {
      return (half.x() + half.z()) / 2;
    }

    @Override
    public Position furthest(Position way) {
      return at(squeezed(way).unit());
    }

    @Override
    public Egg times(double factor) {
      return new Egg(centre, turn, half.times(factor));
    }

    /** A way in the egg's axes, as if the egg were blown up to a ball of radius 1. */
    Position squeezed(Position way) {
      Position own = turn.own(way);
      return new Position(own.x() * half.x(), own.y() * half.y(), own.z() * half.z());
    }

    Position at(Position unit) {
      return centre.plus(
          turn.of(new Position(unit.x() * half.x(), unit.y() * half.y(), unit.z() * half.z())));
    }
  }

  /**
   * What is left of an egg beyond a cut.
   *
   * @param through a point on the cut, in the egg's axes from its centre
   * @param normal where the part that is left lies, in the egg's axes
   */
  record Slice(Egg egg, Position through, Position normal) implements Solid {

    @Override
    public Position centre() {
      return egg.centre();
    }

    @Override
    public double radius() {
      return egg.radius();
    }

    @Override
    public Position furthest(Position way) {
      Position cut = blown(normal);
      double norm = cut.length();
      Position axis = cut.times(1 / norm);
      double level = Math.max(-1, Math.min(1, normal.dot(through) / norm));
      Position free = egg.squeezed(way).unit();
      double reached = free.dot(axis);
      if (reached >= level) {
        return egg.at(free);
      }
      Position along = free.minus(axis.times(reached));
      double rim = Math.sqrt(1 - level * level);
      Position edge = along.length() > 1e-9 ? along.unit().times(rim) : Position.ORIGIN;
      return egg.at(axis.times(level).plus(edge));
    }

    @Override
    public Slice times(double factor) {
      return new Slice(egg.times(factor), through.times(factor), normal);
    }

    private Position blown(Position own) {
      Position half = egg.half();
      return new Position(own.x() * half.x(), own.y() * half.y(), own.z() * half.z());
    }

    /** Whether the part that is left lies before the cut, for somebody who looks. */
    boolean before(Position towardsViewer) {
      return egg.turn().of(normal).dot(towardsViewer) >= 0;
    }
  }
}
