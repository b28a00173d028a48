package org.counterpose.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What of a data folder goes into a backup beside the database: the settings in it, and the
 * clinic's own programmes and articles, also where the folder of these is a link.
 */
final class SmallFiles {

  /** The folders of the clinic's own programmes and articles. */
  static final List<String> WRITTEN = List.of("programmes", "articles");

  /** How many names lie below each other in them at most. */
  static final int DEEPEST = 5;

  private static final long LARGEST = 2 * 1024 * 1024; // as a pack has them

  private final Map<String, Path> files = new TreeMap<>();
  private final List<String> leftOut = new ArrayList<>();

  private SmallFiles() {}

  static SmallFiles of(Path folder) throws IOException {
    SmallFiles found = new SmallFiles();
    found.look(folder, 1, "");
    for (String written : WRITTEN) {
      Path place = folder.resolve(written);
      if (Files.isDirectory(place)) {
        found.leftOut.remove(written);
        found.look(place.toRealPath(), DEEPEST, written + "/");
      }
    }
    return found;
  }

  /** Each file by its name within the folder, with a slash between the parts. */
  Map<String, Path> files() {
    return files;
  }

  /** The names of what cannot be read, and of links, behind which something may lie elsewhere. */
  List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  private void look(Path start, int depth, String prefix) throws IOException {
    Files.walkFileTree(
        start,
        EnumSet.noneOf(FileVisitOption.class),
        depth,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink()) {
              leftOut.add(name(file));
            } else if (attributes.isRegularFile()
                && !Sqlite.isItsOwn(file)
                && attributes.size() <= LARGEST) {
              files.put(name(file), file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            if (!(e instanceof NoSuchFileException)) {
              leftOut.add(name(file));
            }
            return FileVisitResult.CONTINUE;
          }

          private String name(Path file) {
            return prefix + start.relativize(file).toString().replace(File.separatorChar, '/');
          }
        });
  }
}
