package org.counterpose.supplies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Two small files of the form of a network, put together as the runtime wants them. */
class TaskBundleTest {

  private final byte[] small = network(3, 40);
  private final byte[] larger = network(3, 1000);

  @Test
  void each_network_is_stored_and_begins_at_a_multiple_of_64_bytes() throws IOException {
    byte[] bundle = TaskBundle.of(small, larger);
    ByteBuffer bytes = ByteBuffer.wrap(bundle).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    for (int entry = 0; entry < 2; entry++) {
      assertThat(bytes.getInt(at)).isEqualTo(0x04034b50);
      assertThat(bytes.getShort(at + 8)).as("method").isZero();
      int content = at + 30 + bytes.getShort(at + 26) + bytes.getShort(at + 28);
      assertThat(content % 64).isZero();
      at = content + bytes.getInt(at + 18);
    }
    assertThat(entries(bundle))
        .containsOnlyKeys("pose_detector.tflite", "pose_landmarks_detector.tflite");
  }

  @Test
  void the_same_networks_give_the_same_bytes() throws IOException {
    assertThat(TaskBundle.of(small, larger)).isEqualTo(TaskBundle.of(small, larger));
  }

  @Test
  void the_old_file_is_kept_whole_behind_a_new_root_that_leads_into_it() {
    byte[] file = Network.with(small, 0, 255);
    int shift = file.length - small.length;
    assertThat(shift % 64).isZero();
    assertThat(java.util.Arrays.copyOfRange(file, shift, file.length)).isEqualTo(small);
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int model = bytes.getInt(0);
    int kinds = model - bytes.getInt(model);
    int version = model + bytes.getShort(kinds + 4);
    assertThat(bytes.getInt(version)).isEqualTo(3);
    int description = model + bytes.getShort(kinds + 4 + 2 * 3);
    int text = description + bytes.getInt(description);
    assertThat(new String(file, text + 4, bytes.getInt(text), StandardCharsets.US_ASCII))
        .isEqualTo("net");
  }

  @Test
  void the_scale_of_the_picture_stands_in_the_metadata() {
    byte[] file = Network.with(small, 127.5f, 64);
    String text = new String(file, StandardCharsets.ISO_8859_1);
    assertThat(text).contains("TFLITE_METADATA", "M001");
    assertThat(numbers(file)).contains(127.5f, 64f);
  }

  private static java.util.Set<Float> numbers(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    java.util.Set<Float> numbers = new java.util.HashSet<>();
    for (int at = 0; at + 4 <= file.length; at += 4) {
      numbers.add(bytes.getFloat(at));
    }
    return numbers;
  }

  private static Map<String, byte[]> entries(byte[] bundle) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  /** A version, a description and one empty buffer: the fields that a network always has. */
  private static byte[] network(int version, int capacity) {
    Tables tables = new Tables(256 + capacity).identified("TFL3");
    int model = tables.table(8, 0, 3, 4);
    tables.root(model);
    tables.set(Tables.field(model, 0), version);
    tables.text(Tables.field(model, 1), "net");
    int buffers = tables.list(1);
    tables.refer(Tables.field(model, 2), buffers - 4);
    int buffer = tables.table(1);
    tables.refer(buffers, buffer);
    return java.util.Arrays.copyOf(tables.bytes(), tables.size() + capacity);
  }
}
