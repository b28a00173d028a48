package org.counterpose.programme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterpose.body.Angles;
import org.counterpose.body.Joint;
import org.counterpose.body.Limit;
import org.counterpose.body.Pose;
import org.counterpose.body.Rest;
import org.counterpose.document.Fields;
import org.counterpose.document.Nearest;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;
import org.counterpose.document.Shortened;

/**
 * Reads the named poses of a pack: the angles of joints in degrees, each within what the joint
 * allows. A pose may begin as another one ({@code from}) or be another's mirror image.
 */
final class PoseReader {

  /** More postures than any programme has, and few enough to follow from one to the next. */
  private static final int MOST_POSES = 200;

  private static final Set<String> NO_JOINTS = Set.of("rest", "from", "mirror");

  /** Names for the same joint on both sides. */
  private static final Map<String, Joint> BOTH =
      Map.of(
          "shoulders", Joint.LEFT_SHOULDER,
          "elbows", Joint.LEFT_ELBOW,
          "wrists", Joint.LEFT_WRIST,
          "hips", Joint.LEFT_HIP,
          "knees", Joint.LEFT_KNEE,
          "ankles", Joint.LEFT_ANKLE);

  /** How others call a movement that is counted below 0 here. */
  private static final Map<String, String> OPPOSITES =
      Map.of("extension", "flexion", "adduction", "abduction", "outwards", "inwards");

  private final Problems problems;
  private final Map<String, Node> written = new LinkedHashMap<>();
  private final Map<String, Optional<Pose>> read = new HashMap<>();
  private final Set<String> beingRead = new LinkedHashSet<>();
  private final Set<String> used = new LinkedHashSet<>();
  private boolean missed;

  PoseReader(Problems problems) {
    this.problems = problems;
  }

  /** Reads all of them, whether or not something shows them. */
  void read(Optional<Node> poses) {
    poses
        .flatMap(node -> Fields.of(node, problems))
        .ifPresent(fields -> written.putAll(fields.all()));
    if (written.size() > MOST_POSES) {
      poses.ifPresent(this::refuseAll);
      return;
    }
    for (Map.Entry<String, Node> pose : written.entrySet()) {
      if (!PackIds.isWellFormed(pose.getKey())) {
        problems.add(
            pose.getValue(),
            "a pose is named with lower-case words joined by hyphens, got '"
                + Shortened.of(pose.getKey())
                + "'");
      }
      pose(pose.getKey());
    }
  }

  /** Whoever names one of so many hears no more about it. */
  private void refuseAll(Node poses) {
    problems.add(
        poses, "a pack has at most " + MOST_POSES + " poses, this one has " + written.size());
    used.addAll(written.keySet());
    written.keySet().forEach(name -> read.put(name, Optional.empty()));
  }

  /** A text that must be the name of a pose. */
  Optional<Pose> reference(Fields fields, Node node) {
    return fields.asText(node).flatMap(name -> named(name, node));
  }

  /**
   * A pose that nothing shows and no other pose begins as is a slip. Where a name leads to no pose,
   * the one that it meant only seems unused.
   */
  void refuseUnused() {
    if (missed) {
      return;
    }
    written.forEach(
        (name, node) -> {
          if (!used.contains(name)) {
            problems.add(node, "no figure shows the pose '" + name + "'");
          }
        });
  }

  private Optional<Pose> named(String name, Node at) {
    used.add(name);
    if (!written.containsKey(name)) {
      problems.add(
          at,
          "there is no pose '"
              + Shortened.of(name)
              + "' in this pack"
              + Nearest.hint(name, written.keySet()));
      missed = true;
      return Optional.empty();
    }
    if (beingRead.contains(name)) {
      problems.add(at, "leads back to the pose '" + name + "' itself");
      return Optional.empty();
    }
    return pose(name);
  }

  private Optional<Pose> pose(String name) {
    Optional<Pose> known = read.get(name);
    if (known != null) {
      return known;
    }
    beingRead.add(name);
    Node node = Optional.ofNullable(written.get(name)).orElseThrow();
    Optional<Pose> pose = Fields.of(node, problems).flatMap(this::pose);
    beingRead.remove(name);
    read.put(name, pose);
    return pose;
  }

  private Optional<Pose> pose(Fields fields) {
    Optional<Node> mirror = fields.any("mirror");
    if (mirror.isPresent()) {
      fields.noMore();
      return reference(fields, mirror.get()).map(Pose::mirrored);
    }
    Optional<Node> from = fields.any("from");
    Optional<Rest> rest = fields.choiceIfAny("rest", Rest.class);
    if (from.isEmpty() && fields.any("rest").isEmpty()) {
      fields.wrong("rest", "'rest' is missing: say what carries the body, " + rests());
    }
    Optional<Pose> begun =
        from.isPresent()
            ? reference(fields, from.get())
            : rest.map(carried -> new Pose(carried, Map.of()));
    Optional<Pose> pose = begun.map(start -> rest.map(start::on).orElse(start));
    for (Map.Entry<String, Node> joint : joints(fields)) {
      Map<Joint, Moved> moved = moved(joint.getKey(), joint.getValue());
      pose = pose.map(before -> moved(before, moved));
    }
    return pose;
  }

  /** Those of both sides first, so that one side may differ wherever it is written. */
  private static List<Map.Entry<String, Node>> joints(Fields fields) {
    List<Map.Entry<String, Node>> joints = new ArrayList<>(fields.all().entrySet());
    joints.removeIf(joint -> NO_JOINTS.contains(joint.getKey()));
    joints.sort(Comparator.comparing(joint -> !BOTH.containsKey(joint.getKey())));
    return joints;
  }

  /** What a field of a pose changes of one joint: the angle of each movement that it names. */
  private record Moved(Map<Integer, Double> angles) {
    Angles of(Angles before) {
      Angles after = before;
      for (Map.Entry<Integer, Double> angle : angles.entrySet()) {
        after = after.with(angle.getKey(), angle.getValue());
      }
      return after;
    }
  }

  private static Pose moved(Pose pose, Map<Joint, Moved> moved) {
    Pose next = pose;
    for (Map.Entry<Joint, Moved> joint : moved.entrySet()) {
      next = next.with(joint.getKey(), joint.getValue().of(next.of(joint.getKey())));
    }
    return next;
  }

  private Map<Joint, Moved> moved(String name, Node node) {
    Joint both = BOTH.get(name);
    Optional<Joint> joint = both == null ? Joint.named(name) : Optional.of(both);
    if (joint.isEmpty()) {
      problems.add(
          node,
          "'"
              + Shortened.of(name)
              + "' is no joint; there are "
              + String.join(", ", names())
              + Nearest.hint(name, names()));
      return Map.of();
    }
    Moved moved = new Moved(angles(joint.get(), node));
    return both == null
        ? Map.of(joint.get(), moved)
        : Map.of(joint.get(), moved, joint.get().mirrored(), moved);
  }

  private Map<Integer, Double> angles(Joint joint, Node node) {
    Map<Integer, Double> angles = new LinkedHashMap<>();
    Optional<Fields> fields = Fields.of(node, problems);
    if (fields.isEmpty()) {
      return angles;
    }
    List<Limit> limits = joint.limits();
    for (int i = 0; i < limits.size(); i++) {
      int index = i;
      Limit limit = limits.get(i);
      fields
          .get()
          .any(limit.name())
          .flatMap(angle -> angle(fields.get(), angle, limit))
          .ifPresent(degrees -> angles.put(index, degrees));
    }
    OPPOSITES.forEach(
        (opposite, movement) -> {
          if (node instanceof Node.Mapping written
              && written.fields().containsKey(opposite)
              && limits.stream().anyMatch(limit -> limit.name().equals(movement))) {
            fields.get().any(opposite);
            fields
                .get()
                .wrong(opposite, "'" + opposite + "' is written as " + movement + " below 0");
          }
        });
    fields.get().noMore();
    return angles;
  }

  private Optional<Double> angle(Fields fields, Node node, Limit limit) {
    return fields
        .asNumber(node, -360, 360)
        .filter(
            degrees -> {
              if (!limit.allows(degrees)) {
                problems.add(
                    node,
                    plain(degrees)
                        + " degrees is beyond what the joint allows, "
                        + plain(limit.least())
                        + " to "
                        + plain(limit.most()));
              }
              return limit.allows(degrees);
            });
  }

  private static String plain(double degrees) {
    return degrees == Math.rint(degrees) ? String.valueOf((long) degrees) : String.valueOf(degrees);
  }

  private static String rests() {
    return Arrays.stream(Rest.values()).map(Rest::named).collect(Collectors.joining(", "));
  }

  private static List<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (Joint joint : Joint.values()) {
      names.add(joint.named());
    }
    BOTH.keySet().stream().sorted().forEach(names::add);
    return List.copyOf(names);
  }
}
