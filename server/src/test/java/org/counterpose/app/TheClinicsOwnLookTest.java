package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.counterpose.document.Problem;
import org.counterpose.document.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TheClinicsOwnLookTest {

  @TempDir Path folder;
  private String settings;

  @BeforeEach
  void read() throws IOException {
    settings = Files.readString(Served.HOME.resolve("settings/clinic.yaml"));
  }

  @Test
  void a_page_carries_the_clinics_logo_and_colours() throws IOException {
    look("{logo: logo.svg, accent: \"#7a1f5c\", ink: \"#102a43\"}");
    Files.writeString(
        folder.resolve("logo.svg"), "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>");
    try (Served served = Served.in(folder, InstantSource.system())) {
      String page = served.get("/").body();
      String css = page.replaceAll("(?s).*href=\"(/look/[^\"]*\\.css)\".*", "$1");
      String logo = page.replaceAll("(?s).*src=\"(/look/[^\"]*/logo)\".*", "$1");

      assertThat(served.get(css).body()).contains("--spine:#7a1f5c", "--ink:#102a43");
      Served.Answer picture = served.get(logo);
      assertThat(picture.header("Content-Type")).startsWith("image/svg+xml");
      assertThat(picture.header("Content-Security-Policy")).contains("sandbox");
    }
  }

  @Test
  void colours_that_could_not_be_read_are_refused_with_their_contrast() throws IOException {
    look("{accent: \"#ffcc00\", ink: pink, frames: [\"clinic.example/page\"]}");

    Problems problems = new Problems();
    ClinicSettings.read(folder.resolve("clinic.yaml"), problems, new Problems());

    assertThat(problems.list())
        .extracting(Problem::toString)
        .satisfiesExactlyInAnyOrder(
            problem -> assertThat(problem).contains("look.accent", "contrast of 1."),
            problem -> assertThat(problem).contains("look.ink", "pink"),
            problem -> assertThat(problem).contains("look.frames", "clinic.example/page"));
  }

  @Test
  void the_small_frame_is_shown_only_on_the_sites_that_are_named_and_no_other_page_is()
      throws IOException {
    look("{frames: [\"https://clinic.example\"]}");
    try (Served served = Served.in(folder, InstantSource.system())) {
      Served.Answer frame = served.get("/embed/mid-back", "Cookie", "journey=someone.secret");
      assertThat(frame.header("Content-Security-Policy"))
          .contains("frame-ancestors https://clinic.example");
      assertThat(frame.header("X-Frame-Options")).isEmpty();
      assertThat(frame.header("Set-Cookie")).isEmpty();
      assertThat(frame.body()).contains("/programmes/mid-back/check").doesNotContain("/today");

      Served.Answer page = served.get("/");
      assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
      assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
    }
  }

  @Test
  void without_a_site_the_small_frame_is_in_nobodys_frame() {
    try (Served served = Served.in(folder, InstantSource.system())) {
      Served.Answer frame = served.get("/embed/mid-back");
      assertThat(frame.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
      assertThat(frame.header("X-Frame-Options")).isEqualTo("DENY");
    }
  }

  private void look(String look) throws IOException {
    Files.writeString(folder.resolve("clinic.yaml"), settings + "\nlook: " + look + "\n");
  }
}
