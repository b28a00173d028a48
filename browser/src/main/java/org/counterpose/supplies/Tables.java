package org.counterpose.supplies;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes the few tables of a FlatBuffer that a model's metadata needs, front to back. Each table
 * names its fields with their places; a field that refers to something is filled in when that is
 * written.
 */
final class Tables {

  private final ByteBuffer bytes;

  Tables(int capacity) {
    bytes = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(4);
  }

  /** The four letters that say what kind of file this is. */
  Tables identified(String letters) {
    bytes.put(letters.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  /**
   * Begins a table of four-byte fields.
   *
   * @param count how many fields its kind has
   * @param present which of them are there, rising
   * @return where it begins; its present fields follow from four bytes later, all nought
   */
  int table(int count, int... present) {
    pad();
    int kinds = bytes.position();
    bytes.putShort((short) (4 + 2 * count)).putShort((short) (4 + 4 * present.length));
    for (int field = 0; field < count; field++) {
      int at = Arrays.binarySearch(present, field);
      bytes.putShort((short) (at < 0 ? 0 : 4 + 4 * at));
    }
    pad();
    int table = bytes.position();
    bytes.putInt(table - kinds);
    for (int field = 0; field < present.length; field++) {
      bytes.putInt(0);
    }
    return table;
  }

  /** Where the n-th present field of a table lies. */
  static int field(int table, int index) {
    return table + 4 + 4 * index;
  }

  /** Begins a list of four-byte places; returns where the first of them lies. */
  int list(int count) {
    pad();
    bytes.putInt(count);
    int first = bytes.position();
    for (int i = 0; i < count; i++) {
      bytes.putInt(0);
    }
    return first;
  }

  void text(int field, String text) {
    pad();
    refer(field, bytes.position());
    byte[] letters = text.getBytes(StandardCharsets.UTF_8);
    bytes.putInt(letters.length).put(letters).put((byte) 0);
  }

  void numbers(int field, float... numbers) {
    pad();
    refer(field, bytes.position());
    bytes.putInt(numbers.length);
    for (float number : numbers) {
      bytes.putFloat(number);
    }
  }

  /** Content whose first byte lies at a multiple of 16. */
  void content(int field, byte[] content) {
    pad();
    while ((bytes.position() + 4) % 16 != 0) {
      bytes.put((byte) 0);
    }
    refer(field, bytes.position());
    bytes.putInt(content.length).put(content);
  }

  void refer(int field, int target) {
    bytes.putInt(field, target - field);
  }

  void set(int field, int value) {
    bytes.putInt(field, value);
  }

  void root(int table) {
    bytes.putInt(0, table);
  }

  int size() {
    return bytes.position();
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private void pad() {
    while (bytes.position() % 4 != 0) {
      bytes.put((byte) 0);
    }
  }
}
