package org.counterpose.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.counterpose.body.Movement;
import org.counterpose.body.Pose;
import org.counterpose.figure.Drawing;
import org.counterpose.figure.Figure;
import org.counterpose.programme.Programme;
import org.counterpose.programme.Step;

/**
 * What there is to draw of a step.
 *
 * @param main what it is drawn as
 * @param moments what its moments show, in their order, each figure once in a row; the main one
 *     where it has none
 */
record DrawnStep(Figure main, List<Figure> moments) {

  DrawnStep {
    moments = moments.isEmpty() ? List.of(main) : List.copyOf(moments);
  }

  /** A figure by itself. */
  static DrawnStep alone(Figure figure) {
    return new DrawnStep(figure, List.of());
  }

  /** A step of a programme; empty where its main picture is not drawn. */
  static Optional<DrawnStep> of(Programme programme, Step step) {
    return Optional.ofNullable(programme.figures().get(step.figures().main()))
        .map(main -> new DrawnStep(main, moments(programme, step)));
  }

  private static List<Figure> moments(Programme programme, Step step) {
    return step.figures().moments().stream()
        .map(shown -> programme.figures().get(shown.figure()))
        .filter(Objects::nonNull)
        .toList();
  }

  /** One figure that goes through all of the moments, seen from where the main one is. */
  Figure whole() {
    List<Pose> poses = new ArrayList<>();
    List<Pose> way = List.of();
    for (Figure figure : moments) {
      List<Pose> next = figure.movement().poses();
      if (!way.isEmpty() && way.getFirst().equals(next.getFirst())) {
        way.reversed().forEach(pose -> add(poses, pose)); // back the way it came
      }
      next.forEach(pose -> add(poses, pose));
      way = next;
    }
    return new Figure(
        new Movement(poses),
        main.view(),
        main.props(),
        main.loops(),
        moments.size() == 1 ? main.arrows() : List.of());
  }

  private static void add(List<Pose> poses, Pose pose) {
    if (poses.isEmpty() || !poses.getLast().equals(pose)) {
      poses.add(pose);
    }
  }

  /**
   * So many moments side by side: the end of each figure, so that what is done on the left is there
   * as what is done on the right is. Where there are fewer figures, the ways to them are shown too,
   * if they move; where there are more, those that move go before those that stand still.
   */
  List<Drawing.Moment> sequence(int count) {
    List<Figure> figures = moments.stream().distinct().toList();
    if (figures.size() == 1) {
      return moments(figures.getFirst(), 0, count);
    }
    List<Figure> moving = figures.stream().filter(DrawnStep::moves).toList();
    if (figures.size() > count) {
      return evenly(moving.size() >= count ? moving : figures, count).stream()
          .flatMap(figure -> moments(figure, 1, 1).stream())
          .toList();
    }
    int more = count - figures.size();
    List<Drawing.Moment> sequence = new ArrayList<>();
    for (Figure figure : figures) {
      int place = moving.indexOf(figure);
      int ways = place < 0 ? 0 : more / moving.size() + (place < more % moving.size() ? 1 : 0);
      sequence.addAll(moments(figure, 1, ways + 1));
    }
    return sequence;
  }

  private static boolean moves(Figure figure) {
    return figure.movement().poses().size() > 1;
  }

  /** Moments of one figure up to its end, evenly from its beginning (0) or after it (1). */
  private static List<Drawing.Moment> moments(Figure figure, int first, int count) {
    double last = count - 1.0 + first;
    return IntStream.range(0, count)
        .mapToObj(i -> new Drawing.Moment(figure, (i + first) / last))
        .toList();
  }

  private static List<Figure> evenly(List<Figure> figures, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> figures.get(i * (figures.size() - 1) / (count - 1)))
        .toList();
  }
}
