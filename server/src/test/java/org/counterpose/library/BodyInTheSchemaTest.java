package org.counterpose.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.counterpose.body.Joint;
import org.counterpose.body.Limit;
import org.counterpose.body.Spot;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;
import org.counterpose.figure.Prop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An editor offers the joints, points and things that there are, and knows how far a joint goes.
 */
class BodyInTheSchemaTest {

  private static final String PACK = "programme.yaml";

  @TempDir private Path temporary = Path.of("");
  private PackToBreak pack;

  @BeforeEach
  void copy() throws IOException {
    pack = PackToBreak.in(temporary);
  }

  @ParameterizedTest
  @EnumSource(Joint.class)
  void a_joint_goes_as_far_as_the_body_says_and_no_further(Joint joint) {
    String text = pack.text(PACK);
    for (Limit limit : joint.limits()) {
      assertThat(faults(text, joint, limit, limit.least())).isEmpty();
      assertThat(faults(text, joint, limit, limit.most())).isEmpty();
      assertThat(faults(text, joint, limit, limit.least() - 0.5)).isNotEmpty();
      assertThat(faults(text, joint, limit, limit.most() + 0.5)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Spot.class)
  void an_arrow_may_follow_any_point(Spot spot) {
    pack.replace(PACK, "- {of: pelvis}", "- {of: " + Fields.dashed(spot) + "}");
    assertThat(faults(pack.text(PACK))).isEmpty();
    assertThat(pack.problems()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Prop.Kind.class)
  void anything_that_can_be_drawn_may_be_named(Prop.Kind kind) {
    pack.replace(PACK, "props: [stool, band]", "props: [" + kind.named() + "]");
    assertThat(faults(pack.text(PACK))).isEmpty();
    assertThat(pack.problems()).isEmpty();
  }

  private static List<String> faults(String text, Joint joint, Limit limit, double degrees) {
    String pose =
        "  probe: {rest: feet, " + joint.named() + ": {" + limit.name() + ": " + degrees + "}}\n";
    return faults(text.replace("\nposes:\n", "\nposes:\n" + pose));
  }

  private static List<String> faults(String text) {
    Node document = Documents.yaml(PACK, text, new Problems()).orElseThrow();
    return PackSchema.faults(document);
  }
}
