package org.counterpose.programme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterpose.body.Movement;
import org.counterpose.body.Pose;
import org.counterpose.body.Position;
import org.counterpose.body.Spot;
import org.counterpose.document.Fields;
import org.counterpose.document.Nearest;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;
import org.counterpose.document.Shortened;
import org.counterpose.figure.Arrow;
import org.counterpose.figure.Figure;
import org.counterpose.figure.Loop;
import org.counterpose.figure.Prop;
import org.counterpose.figure.View;

/** Reads the figures of a pack that are drawn from its poses. */
final class FigureReader {

  /** Nothing stands further away than this from what carries the body, in metres. */
  private static final double FURTHEST = 3;

  /** A movement of more postures is none that a picture can tell in the seconds it takes. */
  private static final int MOST_POSES = 12;

  private static final int MOST_THINGS = 8;

  private final PoseReader poses;
  private final Problems problems;

  FigureReader(PoseReader poses, Problems problems) {
    this.poses = poses;
    this.problems = problems;
  }

  Map<String, Figure> read(Optional<Node> figures) {
    Map<String, Figure> read = new LinkedHashMap<>();
    figures
        .flatMap(node -> Fields.of(node, problems))
        .ifPresent(
            fields ->
                fields
                    .all()
                    .forEach(
                        (name, node) ->
                            Fields.of(node, problems)
                                .flatMap(this::figure)
                                .ifPresent(figure -> read.put(name, figure))));
    return read;
  }

  private Optional<Figure> figure(Fields fields) {
    Optional<View> view = fields.required("view").flatMap(this::view);
    Optional<Node> named = fields.required("poses");
    List<Pose> shown =
        named
            .map(list -> fields.asList(list, node -> poses.reference(fields, node)))
            .orElse(List.of());
    List<Prop> props = fields.listIfAny("props", this::prop);
    List<Loop> loops = fields.listIfAny("bands", this::loop);
    List<Arrow> arrows = fields.listIfAny("arrows", this::arrow);
    fields.noMore();
    if (named.orElse(null) instanceof Node.Listing list && list.elements().isEmpty()) {
      fields.wrong("poses", "must name at least one pose");
    }
    refuseMore(fields, "poses", MOST_POSES);
    refuseMore(fields, "props", MOST_THINGS);
    refuseMore(fields, "bands", MOST_THINGS);
    refuseMore(fields, "arrows", MOST_THINGS);
    if (view.isEmpty() || shown.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Figure(new Movement(shown), view.get(), props, loops, arrows));
  }

  private void refuseMore(Fields fields, String name, int most) {
    if (fields.any(name).orElse(null) instanceof Node.Listing list
        && list.elements().size() > most) {
      fields.wrong(name, "a figure has at most " + most + ", got " + list.elements().size());
    }
  }

  private Optional<View> view(Node node) {
    if (node instanceof Node.Text text) {
      Optional<View> named = View.named(text.value());
      if (named.isEmpty()) {
        problems.add(
            node,
            "must be right, left, front, back or {round, above}, got '"
                + Shortened.of(text.value())
                + "'");
      }
      return named;
    }
    return Fields.of(node, problems)
        .flatMap(
            fields -> {
              Optional<Double> round = fields.number("round", -180, 180);
              Optional<Double> above = fields.numberIfAny("above", -30, 60);
              fields.noMore();
              return round.map(degrees -> new View(degrees, above.orElse(0.0)));
            });
  }

  private Optional<Prop> prop(Node node) {
    if (node instanceof Node.Text) {
      return kind(node).map(Prop::usual);
    }
    return Fields.of(node, problems)
        .flatMap(
            fields -> {
              Optional<Prop.Kind> kind = fields.required("prop").flatMap(this::kind);
              Optional<Prop.Placement> under =
                  fields.any("under").flatMap(this::spot).map(Prop.Under::new);
              Optional<Prop.Placement> at =
                  fields.objectIfAny("at").map(this::position).map(Prop.At::new);
              fields.noMore();
              if (fields.any("under").isPresent() && fields.any("at").isPresent()) {
                fields.wrong("at", "is either 'under' a point or 'at' a place");
              }
              Prop.Placement placement = under.or(() -> at).orElseGet(Prop.Usual::new);
              return kind.map(known -> new Prop(known, placement));
            });
  }

  private Optional<Prop.Kind> kind(Node node) {
    return choice(node, Prop.Kind.class);
  }

  private Optional<Loop> loop(Node node) {
    Optional<Fields> found = Fields.of(node, problems);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = found.get();
    Optional<Spot> round = fields.required("round").flatMap(this::spot);
    Optional<Position> towards = towards(fields);
    fields.noMore();
    return round.flatMap(spot -> towards.map(way -> new Loop(spot, way)));
  }

  /** A way that leads somewhere. */
  private Optional<Position> towards(Fields fields) {
    Optional<Position> towards = fields.object("towards").map(this::position);
    if (towards.isPresent() && towards.get().length() <= 0.01) {
      fields.wrong("towards", "must be longer than 0.01 metres");
      return Optional.empty();
    }
    return towards;
  }

  private Optional<Arrow> arrow(Node node) {
    Optional<Fields> found = Fields.of(node, problems);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = found.get();
    if (fields.any("of").isPresent()) {
      Optional<Arrow> along = fields.any("of").flatMap(this::spot).map(Arrow.OfSpot::new);
      fields.noMore();
      return along;
    }
    Optional<Spot> at = fields.required("at").flatMap(this::spot);
    Optional<Position> towards = towards(fields);
    Optional<Double> bend = fields.numberIfAny("bend", -1, 1);
    fields.noMore();
    return at.flatMap(spot -> towards.map(way -> new Arrow.Drawn(spot, way, bend.orElse(0.0))));
  }

  private Position position(Fields fields) {
    Position position =
        new Position(
            fields.numberIfAny("forwards", -FURTHEST, FURTHEST).orElse(0.0),
            fields.numberIfAny("up", -FURTHEST, FURTHEST).orElse(0.0),
            fields.numberIfAny("right", -FURTHEST, FURTHEST).orElse(0.0));
    fields.noMore();
    return position;
  }

  private Optional<Spot> spot(Node node) {
    return choice(node, Spot.class);
  }

  /** One of an enum's constants as packs write it; nothing but a text is one. */
  private <E extends Enum<E>> Optional<E> choice(Node node, Class<E> type) {
    List<String> known = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      if (node instanceof Node.Text text && Fields.dashed(constant).equals(text.value())) {
        return Optional.of(constant);
      }
      known.add(Fields.dashed(constant));
    }
    String got =
        node instanceof Node.Text text ? "'" + Shortened.of(text.value()) + "'" : node.kind();
    String hint = node instanceof Node.Text text ? Nearest.hint(text.value(), known) : "";
    problems.add(node, "is " + got + ", must be one of " + String.join(", ", known) + hint);
    return Optional.empty();
  }
}
