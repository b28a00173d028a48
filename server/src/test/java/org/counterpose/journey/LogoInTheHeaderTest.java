package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import org.counterpose.app.Served;
import org.junit.jupiter.api.Test;

class LogoInTheHeaderTest extends InTheBrowser {

  @Test
  void a_logo_that_names_no_size_of_its_own_is_there_to_be_seen() throws IOException {
    served.close();
    Files.writeString(
        folder.resolve("clinic.yaml"),
        Files.readString(Served.HOME.resolve("settings/clinic.yaml"))
            + "\nlook: {logo: logo.svg}\n");
    Files.writeString(
        folder.resolve("logo.svg"),
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 50'>"
            + "<rect width='200' height='50' fill='#274690'/></svg>");
    served = Served.in(folder, clock);
    try (Visitor visitor = onPhone()) {
      visitor.open("/").look("01-own-logo");

      BoundingBox box = visitor.page().locator(".brand img").boundingBox();
      assertThat(box.height).isGreaterThan(20);
      assertThat(box.width).isGreaterThan(80);
      assertThat(visitor.page().locator(".brand img").getAttribute("alt")).isNotBlank();
    }
  }
}
