package org.counterpose.figure;

import java.util.List;
import org.counterpose.body.Movement;

/** What a picture shows: a movement of one body, the things about it, and from where it is seen. */
public record Figure(
    Movement movement, View view, List<Prop> props, List<Loop> loops, List<Arrow> arrows) {

  public Figure {
    props = List.copyOf(props);
    loops = List.copyOf(loops);
    arrows = List.copyOf(arrows);
  }

  /** One in which nothing is pulled. */
  public Figure(Movement movement, View view, List<Prop> props, List<Arrow> arrows) {
    this(movement, view, props, List.of(), arrows);
  }
}
