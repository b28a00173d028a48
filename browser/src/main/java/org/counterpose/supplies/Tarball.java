package org.counterpose.supplies;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Files out of a gzipped tar archive of npm's, whose entries all lie in {@code package/}. */
final class Tarball {

  private static final int BLOCK = 512;

  private Tarball() {}

  /**
   * The files with these paths below {@code package/}.
   *
   * @throws Unavailable where one of them is not in the archive
   */
  static Map<String, byte[]> files(byte[] archive, Set<String> wanted) throws IOException {
    Map<String, byte[]> found = new HashMap<>();
    try (DataInputStream tar =
        new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(archive)))) {
      byte[] header = new byte[BLOCK];
      while (found.size() < wanted.size() && readHeader(tar, header)) {
        int size = size(header);
        String path = text(header, 0, 100).replaceFirst("^package/", "");
        byte[] content = new byte[size];
        tar.readFully(content);
        tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        if (wanted.contains(path)) {
          found.put(path, content);
        }
      }
    }
    for (String path : wanted) {
      if (!found.containsKey(path)) {
        throw new Unavailable("the archive holds no " + path);
      }
    }
    return found;
  }

  /** Whether another entry follows: an empty block or the end of the file is the end. */
  private static boolean readHeader(DataInputStream tar, byte[] header) throws IOException {
    try {
      tar.readFully(header);
    } catch (EOFException end) {
      return false;
    }
    return header[0] != 0;
  }

  private static int size(byte[] header) throws IOException {
    try {
      return Integer.parseInt(text(header, 124, 12).trim(), 8);
    } catch (NumberFormatException e) {
      throw new Unavailable("the archive has an entry without a size");
    }
  }

  private static String text(byte[] header, int from, int length) {
    int end = from;
    while (end < from + length && header[end] != 0) {
      end++;
    }
    return new String(header, from, end - from, StandardCharsets.US_ASCII);
  }
}
