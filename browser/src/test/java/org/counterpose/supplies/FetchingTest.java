package org.counterpose.supplies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry of these tests is a real server on this machine that holds one archive. */
class FetchingTest {

  private static final byte[] CONTENT = "a small file".getBytes(StandardCharsets.UTF_8);

  @TempDir Path cache;
  private final List<String> asked = new ArrayList<>();
  private HttpServer server;
  private byte[] served = tar("package/model.bin", CONTENT);
  private int status = 200;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().getPath());
          exchange.sendResponseHeaders(status, served.length);
          exchange.getResponseBody().write(served);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void an_archive_is_fetched_once_and_kept() throws IOException {
    Archive archive = archive(served);
    assertThat(registry().get(archive)).isEqualTo(served);
    assertThat(registry().get(archive)).isEqualTo(served);
    assertThat(asked).containsExactly("/@scope/thing/-/thing-1.2.3.tgz");
  }

  @Test
  void another_file_under_its_name_is_refused_and_not_kept() {
    Archive archive = archive(tar("package/model.bin", new byte[] {1}));
    assertThatThrownBy(() -> registry().get(archive))
        .hasMessageContaining("thing-1.2.3.tgz")
        .hasMessageContaining("SHA-512");
    assertThat(cache).isEmptyDirectory();
  }

  @Test
  void a_spoilt_cache_is_mended() throws IOException {
    Files.write(cache.resolve("thing-1.2.3.tgz"), new byte[] {1, 2, 3});
    assertThat(registry().get(archive(served))).isEqualTo(served);
    assertThat(cache.resolve("thing-1.2.3.tgz")).hasBinaryContent(served);
  }

  @Test
  void a_registry_without_it_is_named_with_a_way_out() {
    status = 404;
    assertThatThrownBy(() -> registry().get(archive(served)))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("answered 404")
        .hasMessageContaining("put that file into " + cache);
  }

  @Test
  void no_network_is_told_in_one_line() {
    server.stop(0);
    assertThatThrownBy(() -> registry().get(archive(served)))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("could not be reached")
        .hasMessageContaining("npm_config_registry");
  }

  @Test
  void a_build_without_network_goes_on_unless_the_camera_is_required() throws IOException {
    server.stop(0);
    Path folder = cache.resolve("camera");

    Fetching.supply(folder, "wanted", this::registry);

    assertThat(folder).doesNotExist();
    assertThatThrownBy(() -> Fetching.supply(folder, "required", this::registry))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("tasks-vision-0.10.35.tgz could not be reached")
        .message()
        .hasLineCount(1);
  }

  @Test
  void a_wish_that_is_none_is_refused() {
    assertThatThrownBy(() -> Fetching.supply(cache, "requierd", this::registry))
        .hasMessage("-Dcamera is required or wanted, got requierd");
  }

  @Test
  void a_cache_that_cannot_be_written_to_stops_nothing() throws IOException {
    Path file = Files.writeString(cache.resolve("file"), "in the way");
    Archive archive = archive(served);

    assertThat(new Registry(registry().address(), file).get(archive)).isEqualTo(served);
  }

  @Test
  void files_come_out_of_the_archive_as_they_went_in() throws IOException {
    assertThat(Tarball.files(served, Set.of("model.bin")))
        .hasSize(1)
        .hasEntrySatisfying("model.bin", bytes -> assertThat(bytes).isEqualTo(CONTENT));
    assertThatThrownBy(() -> Tarball.files(served, Set.of("other.bin")))
        .hasMessage("the archive holds no other.bin");
  }

  private Registry registry() {
    return new Registry(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), cache);
  }

  private static Archive archive(byte[] bytes) {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-512").digest(bytes);
      return new Archive("@scope/thing", "1.2.3", Base64.getEncoder().encodeToString(sum));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] tar(String path, byte[] content) {
    byte[] blocks = new byte[3 * 512];
    byte[] name = path.getBytes(StandardCharsets.US_ASCII);
    byte[] size = Integer.toOctalString(content.length).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(name, 0, blocks, 0, name.length);
    System.arraycopy(size, 0, blocks, 124, size.length);
    System.arraycopy(content, 0, blocks, 512, content.length);
    ByteArrayOutputStream pressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(pressed)) {
      gzip.write(blocks);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return pressed.toByteArray();
  }
}
