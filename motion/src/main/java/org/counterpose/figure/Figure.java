package org.counterpose.figure;

import java.util.ArrayList;
import java.util.List;
import org.counterpose.body.Movement;

/** What a picture shows: a movement of one body, the things about it, and from where it is seen. */
public record Figure(Movement movement, View view, List<Prop> props, List<Arrow> arrows) {

  public Figure {
    props = List.copyOf(props);
    arrows = List.copyOf(arrows);
  }

  /** The same seen from another side. */
  public Figure from(View other) {
    return new Figure(movement, other, props, arrows);
  }

  /** The same without arrows, where the movement itself is seen. */
  Figure withoutArrows() {
    return new Figure(movement, view, props, new ArrayList<>());
  }
}
