package org.counterpose.supplies;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A network as the pose package holds it says nothing of how its picture is to be scaled; the
 * runtime wants that in the file. So a new root stands before the old file, which is kept byte for
 * byte behind it: same operators, same graph, one more piece of metadata.
 *
 * <p>The fields are those of TensorFlow Lite's {@code schema.fbs} and {@code metadata_schema.fbs}.
 */
final class Network {

  /** Fields of a model: version, operators, graphs, description, buffers, indices, metadata, ... */
  private static final int FIELDS = 8;

  private static final int VERSION = 0;
  private static final int BUFFERS = 4;
  private static final int METADATA = 6;

  /** The old file moves by a multiple of this, so that what was aligned in it still is. */
  private static final int ALIGNMENT = 64;

  private final ByteBuffer old;

  private Network(byte[] file) {
    old = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The network with the scale of its picture: each value less the mean, over the deviation. */
  static byte[] with(byte[] file, float mean, float deviation) {
    return new Network(file).with(scale(mean, deviation));
  }

  private byte[] with(byte[] metadata) {
    int[] fields = fields();
    int[] buffers = listed(fields[BUFFERS]);
    int[] known = listed(fields[METADATA]);
    int room = 512 + 4 * (buffers.length + known.length) + metadata.length;
    int shift = (room + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    Tables head = head(fields, buffers, known, metadata, shift);
    byte[] whole = Arrays.copyOf(head.bytes(), shift + old.capacity());
    System.arraycopy(old.array(), 0, whole, shift, old.capacity());
    return whole;
  }

  private Tables head(int[] fields, int[] buffers, int[] known, byte[] metadata, int shift) {
    Tables head = new Tables(shift).identified("TFL3");
    int[] present = present(fields);
    int model = head.table(FIELDS, present);
    head.root(model);
    for (int i = 0; i < present.length; i++) {
      int field = Tables.field(model, i);
      switch (present[i]) {
        case VERSION -> head.set(field, old.getInt(fields[VERSION]));
        case BUFFERS -> head.refer(field, grown(head, buffers, shift) - 4);
        case METADATA -> head.refer(field, grown(head, known, shift) - 4);
        default -> head.refer(field, fields[present[i]] + shift);
      }
    }
    int newBuffer = lastOf(head, model, present, BUFFERS, buffers.length);
    int newMetadata = lastOf(head, model, present, METADATA, known.length);
    int entry = head.table(2, 0, 1);
    head.refer(newMetadata, entry);
    head.set(Tables.field(entry, 1), buffers.length);
    head.text(Tables.field(entry, 0), "TFLITE_METADATA");
    int buffer = head.table(1, 0);
    head.refer(newBuffer, buffer);
    head.content(Tables.field(buffer, 0), metadata);
    return head;
  }

  /** A list of what was there, with room for one more at its end. */
  private static int grown(Tables head, int[] before, int shift) {
    int first = head.list(before.length + 1);
    for (int i = 0; i < before.length; i++) {
      head.refer(first + 4 * i, before[i] + shift);
    }
    return first;
  }

  private static int lastOf(Tables head, int model, int[] present, int kind, int count) {
    int field = Tables.field(model, Arrays.binarySearch(present, kind));
    int list = field + ByteBuffer.wrap(head.bytes()).order(ByteOrder.LITTLE_ENDIAN).getInt(field);
    return list + 4 + 4 * count;
  }

  /** Which fields the new root has: the old ones, buffers and metadata. */
  private static int[] present(int[] fields) {
    int[] present = new int[FIELDS];
    int count = 0;
    for (int field = 0; field < FIELDS; field++) {
      if (field == BUFFERS || field == METADATA || fields[field] >= 0) {
        present[count++] = field;
      }
    }
    return Arrays.copyOf(present, count);
  }

  /**
   * Where each field of the old root leads, or lies where it is a number; -1 where it is not there.
   */
  private int[] fields() {
    int root = old.getInt(0);
    int kinds = root - old.getInt(root);
    int size = old.getShort(kinds) & 0xffff;
    int[] fields = new int[FIELDS];
    for (int field = 0; field < FIELDS; field++) {
      int at = 4 + 2 * field;
      int offset = at < size ? old.getShort(kinds + at) & 0xffff : 0;
      if (offset == 0) {
        fields[field] = -1;
      } else {
        fields[field] = root + offset + (field == VERSION ? 0 : old.getInt(root + offset));
      }
    }
    return fields;
  }

  private int[] listed(int list) {
    if (list < 0) {
      return new int[0];
    }
    int[] places = new int[old.getInt(list)];
    for (int i = 0; i < places.length; i++) {
      int at = list + 4 + 4 * i;
      places[i] = at + old.getInt(at);
    }
    return places;
  }

  /** Metadata that says no more than how the picture is scaled. */
  private static byte[] scale(float mean, float deviation) {
    Tables tables = new Tables(512).identified("M001");
    int model = tables.table(8, 3, 7); // graphs, and the least parser
    tables.root(model);
    tables.refer(Tables.field(model, 0), tables.list(1) - 4);
    int graphPlace = tables.size() - 4;
    tables.text(Tables.field(model, 1), "1.0.0");
    int graph = tables.table(4, 2); // what goes in
    tables.refer(graphPlace, graph);
    tables.refer(Tables.field(graph, 0), tables.list(1) - 4);
    int inputPlace = tables.size() - 4;
    int input = tables.table(5, 0, 3, 4); // name, content, how it is prepared
    tables.refer(inputPlace, input);
    tables.text(Tables.field(input, 0), "image");
    int content = tables.table(2, 0, 1); // kind of content, and its properties
    tables.refer(Tables.field(input, 1), content);
    tables.set(Tables.field(content, 0), 2); // a picture
    int picture = tables.table(1, 0);
    tables.refer(Tables.field(content, 1), picture);
    tables.set(Tables.field(picture, 0), 1); // red, green, blue
    tables.refer(Tables.field(input, 2), tables.list(1) - 4);
    int unitPlace = tables.size() - 4;
    int unit = tables.table(2, 0, 1); // kind of preparation, and its options
    tables.refer(unitPlace, unit);
    tables.set(Tables.field(unit, 0), 1); // normalisation
    int options = tables.table(2, 0, 1);
    tables.refer(Tables.field(unit, 1), options);
    tables.numbers(Tables.field(options, 0), mean);
    tables.numbers(Tables.field(options, 1), deviation);
    return tables.bytes();
  }
}
