package org.counterpose.supplies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry of a machine that uses npm, or does not. */
class NpmSettingsTest {

  @TempDir Path home;

  @Test
  void without_any_settings_it_is_the_public_one() throws IOException {
    assertThat(NpmSettings.registry(Map.of(), home)).hasToString("https://registry.npmjs.org");
  }

  @Test
  void the_users_file_names_a_mirror() throws IOException {
    write("; ours\nfund=false\nregistry = \"https://npm.clinic.example/all/\"\n");

    assertThat(NpmSettings.registry(Map.of(), home)).hasToString("https://npm.clinic.example/all");
  }

  @Test
  void the_environment_goes_before_the_file() throws IOException {
    write("registry=https://file.example\n");

    assertThat(NpmSettings.registry(Map.of("npm_config_registry", "http://127.0.0.1:4873/"), home))
        .hasToString("http://127.0.0.1:4873");
  }

  @Test
  void a_registry_for_this_publisher_alone_goes_before_all() throws IOException {
    write("registry=https://file.example\n@mediapipe:registry=https://own.example/\n");

    assertThat(NpmSettings.registry(Map.of("npm_config_registry", "https://env.example"), home))
        .hasToString("https://own.example");
  }

  @Test
  void what_is_no_address_is_told_with_what_was_got() throws IOException {
    write("registry=${MIRROR}\n");

    assertThatThrownBy(() -> NpmSettings.registry(Map.of(), home))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("'${MIRROR}'");
  }

  private void write(String settings) throws IOException {
    Files.writeString(home.resolve(".npmrc"), settings);
  }
}
