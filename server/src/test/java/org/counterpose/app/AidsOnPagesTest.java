package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AidsOnPagesTest {

  @TempDir Path folder;

  @Test
  void only_what_somebody_does_not_own_leaves_a_step_out() {
    try (Served served = Served.in(folder, SettableClock.at("2026-11-23T12:15:00Z"))) {
      OnTrial ana = OnTrial.begun(served);
      assertThat(ana.open("/aids").body())
          .contains("Posture band", "I own this")
          .doesNotContain("your plan leaves out", "leaves this step out");

      ana.send(
          "/routine",
          "wake=07:00&sleep=23:00&workStart=09:00&workEnd=17:30&workDays=1&aids=wobble-disc"
              + "&zone=America/New_York");
      assertThat(ana.open("/aids").body())
          .contains("your plan leaves out: Posture band.")
          .doesNotContain("your plan leaves out: Wobble disc");
    }
  }
}
