package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {

  @TempDir Path folder;
  final Map<Setting, String> options = new HashMap<>();
  final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void inThisFolder() {
    environment.put("COUNTERPOSE_DATA", folder.toString());
  }

  @Test
  void nothing_set_means_port_8080_on_loopback_with_limits() {
    Configuration read = read();

    assertThat(read.port()).isEqualTo(8080);
    assertThat(read.host()).isEqualTo("127.0.0.1");
    assertThat(read.rateLimits()).isTrue();
    assertThat(read.trustedProxies()).isEmpty();
    assertThat(read.data()).isEqualTo(folder.toAbsolutePath());
  }

  @Test
  void the_file_counts_before_the_default_the_environment_before_it_and_an_option_before_all()
      throws Exception {
    Files.writeString(folder.resolve("counterpose.properties"), "port = 1111\nrate-limit=off\n");
    assertThat(read().port()).isEqualTo(1111);
    assertThat(read().rateLimits()).isFalse();

    environment.put("COUNTERPOSE_PORT", "2222");
    assertThat(read().port()).isEqualTo(2222);

    options.put(Setting.PORT, "3333");
    assertThat(read().port()).isEqualTo(3333);
  }

  @Test
  void the_file_is_looked_for_in_the_folder_that_an_option_names(@TempDir Path other)
      throws Exception {
    Files.writeString(other.resolve("counterpose.properties"), "port=4444");
    options.put(Setting.DATA, other.toString());

    assertThat(read().port()).isEqualTo(4444);
  }

  @ParameterizedTest
  @CsvSource({
    "PORT, abc",
    "PORT, -1",
    "PORT, 65536",
    "PORT, 80.5",
    "HOST, a b",
    "RATE_LIMIT, maybe",
    "DATABASE, jdbc:postgresql://db/counterpose"
  })
  void what_cannot_be_used_is_told_in_one_line_with_where_it_stood(Setting setting, String value) {
    options.put(setting, value);
    assertThatThrownBy(this::read)
        .isInstanceOf(WrongUse.class)
        .hasMessageContaining(setting.option())
        .message()
        .doesNotContain("\n");

    options.clear();
    environment.put(setting.variable(), value);
    assertThatThrownBy(this::read).hasMessageContaining(setting.variable());
  }

  @Test
  void a_slip_of_the_pen_in_the_file_is_not_passed_over() throws Exception {
    Files.writeString(folder.resolve("counterpose.properties"), "prot=8081");

    assertThatThrownBy(this::read)
        .isInstanceOf(WrongUse.class)
        .hasMessageContaining("'prot' is not known here");
  }

  private Configuration read() {
    return Configuration.read(options, environment, folder);
  }
}
