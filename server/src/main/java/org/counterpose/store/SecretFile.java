package org.counterpose.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.function.Supplier;

/** A secret of this installation's in the data folder, for its owner's eyes alone. */
public final class SecretFile {

  private SecretFile() {}

  /** The secret of that name; made where there is none yet. */
  public static byte[] of(Path folder, String name, Supplier<byte[]> fresh) {
    Path file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        make(file, fresh.get());
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void make(Path file, byte[] secret) throws IOException {
    FileAttribute<?>[] owners =
        file.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try (var channel =
        Files.newByteChannel(
            file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owners)) {
      channel.write(java.nio.ByteBuffer.wrap(secret));
    } catch (FileAlreadyExistsException e) {
      // Another process was first; its secret serves.
    }
  }
}
