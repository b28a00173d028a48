package org.counterpose.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's own code, unpacked once into a folder of the installation. Left to itself the driver
 * unpacks it into the temporary folder at every start, and what a kill leaves there stays for ever.
 */
final class NativeLibrary {

  /** Names the folder to unpack into; without it the driver does as it likes. */
  static final String FOLDER = "counterpose.native";

  private static final String DRIVERS_PATH = "org.sqlite.lib.path";

  private NativeLibrary() {}

  /** Tells the driver where the library is; to be called before its first connection. */
  static synchronized void prepare() {
    String folder = System.getProperty(FOLDER);
    if (folder != null && System.getProperty(DRIVERS_PATH) == null) {
      unpacked(Path.of(folder))
          .ifPresent(place -> System.setProperty(DRIVERS_PATH, place.toString()));
    }
  }

  /**
   * Where the library is: in a folder of its version, unpacked there if it is not yet. Empty where
   * that cannot be done, or the driver has none for this system.
   */
  static Optional<Path> unpacked(Path folder) {
    String name = LibraryLoaderUtil.getNativeLibName();
    URL packed =
        SQLiteJDBCLoader.class.getResource(
            LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name);
    if (packed == null) {
      return Optional.empty();
    }
    Path place = folder.toAbsolutePath().resolve(SQLiteJDBCLoader.getVersion());
    Path library = place.resolve(name);
    try {
      URLConnection connection = packed.openConnection();
      if (!Files.isRegularFile(library)
          || Files.size(library) != connection.getContentLengthLong()) {
        Files.createDirectories(place);
        unpack(connection, library);
      }
      return Optional.of(place);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Under another name first, so that nobody meets half a library. */
  private static void unpack(URLConnection packed, Path library) throws IOException {
    Path partial =
        library.resolveSibling(
            library.getFileName() + "." + ProcessHandle.current().pid() + ".partial");
    try (InputStream in = packed.getInputStream()) {
      Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
      Files.move(
          partial, library, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
  }
}
