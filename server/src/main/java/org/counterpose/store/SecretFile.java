package org.counterpose.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
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
        try {
          make(file, fresh.get());
        } catch (FileAlreadyExistsException e) {
          // Another process was first; its secret serves.
        }
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file that is not there yet, for its owner's eyes alone. */
  public static void make(Path file, byte[] secret) throws IOException {
    FileAttribute<?>[] owners =
        file.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try (var channel =
        Files.newByteChannel(
            file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owners)) {
      ByteBuffer left = ByteBuffer.wrap(secret);
      while (left.hasRemaining()) {
        channel.write(left);
      }
    }
  }
}
