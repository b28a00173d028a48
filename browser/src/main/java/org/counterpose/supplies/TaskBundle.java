package org.counterpose.supplies;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A pose model as the runtime loads it: a zip archive, stored and not pressed, in which each of the
 * two networks begins at a multiple of 64 bytes, so that it can be used where it lies.
 */
final class TaskBundle {

  private static final int ALIGNMENT = 64;

  /** Bytes of an entry's header before its name. */
  private static final int HEADER = 30;

  /** Bytes that head an extra field: its tag and its length. */
  private static final int EXTRA_HEADER = 4;

  /** The same bytes whenever it is built. */
  private static final LocalDateTime WHEN = LocalDateTime.of(2000, 1, 1, 0, 0);

  private TaskBundle() {}

  /**
   * @param detector finds a body in a picture; takes values from -1 to 1
   * @param landmarks finds the points of a body; takes values from 0 to 1
   */
  static byte[] of(byte[] detector, byte[] landmarks) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      put(zip, bytes, "pose_detector.tflite", Network.with(detector, 127.5f, 127.5f));
      put(zip, bytes, "pose_landmarks_detector.tflite", Network.with(landmarks, 0, 255));
    }
    return bytes.toByteArray();
  }

  private static void put(
      ZipOutputStream zip, ByteArrayOutputStream before, String name, byte[] content)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    CRC32 sum = new CRC32();
    sum.update(content);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(sum.getValue());
    entry.setTimeLocal(WHEN);
    zip.flush();
    entry.setExtra(padding(before.size() + HEADER + name.length()));
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  /** An extra field after which the content begins where it should. */
  private static byte[] padding(int at) {
    int missing = (ALIGNMENT - (at + EXTRA_HEADER) % ALIGNMENT) % ALIGNMENT;
    byte[] extra = new byte[EXTRA_HEADER + missing];
    extra[0] = 0x35; // the tag that zipalign uses
    extra[1] = (byte) 0xD9;
    extra[2] = (byte) missing;
    return extra;
  }
}
