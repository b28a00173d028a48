package org.counterpose.document;

/**
 * Where a value stands: the file or request it was read from, its line (from 1; 0 when unknown) and
 * its path inside, such as {@code steps[2].dose.weeks[0]}; the path of the whole document is empty.
 */
public record Place(String file, int line, String path) {

  /** The place of a field inside this one. */
  public Place field(String name, int line) {
    return new Place(file, line, path.isEmpty() ? name : path + "." + name);
  }

  /** The place of an element of a list inside this one. */
  public Place element(int index, int line) {
    return new Place(file, line, path + "[" + index + "]");
  }

  @Override
  public String toString() {
    return file + ":" + line + ": " + path;
  }
}
