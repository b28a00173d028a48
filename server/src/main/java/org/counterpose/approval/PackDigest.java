package org.counterpose.approval;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.counterpose.digest.Sha256;

/**
 * The digest of a pack: SHA-256 over the name and the content of every file in its folder, in the
 * order of their names, whatever it is for. Only the approval itself is left out. The folder may be
 * a link; in it there is none, since what a link leads to is not held by the digest.
 */
public final class PackDigest {

  private PackDigest() {}

  /**
   * The digest in hexadecimal.
   *
   * @throws FileSystemException where a link lies in the folder, or no file; its reason says which
   * @throws IOException where a part of it cannot be read
   */
  public static String of(Path folder) throws IOException {
    MessageDigest whole = Sha256.begun();
    SortedMap<String, Path> files = files(folder.toRealPath());
    if (files.isEmpty()) {
      throw new FileSystemException(folder.toString(), null, "has no file in it");
    }
    for (var file : files.entrySet()) {
      byte[] name = file.getKey().getBytes(StandardCharsets.UTF_8);
      whole.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).flip());
      whole.update(name);
      whole.update(digest(file.getValue()));
    }
    return HexFormat.of().formatHex(whole.digest());
  }

  /** Of the content, however much of it there is. */
  private static byte[] digest(Path file) throws IOException {
    MessageDigest content = Sha256.begun();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), content)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return content.digest();
  }

  /** By their names within the folder, with / between the parts on every system. */
  private static SortedMap<String, Path> files(Path folder) throws IOException {
    SortedMap<String, Path> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.toList()) {
        String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
        if (Files.isSymbolicLink(file)) {
          throw new FileSystemException(
              file.toString(), null, "is a link: a pack that is signed holds its files itself");
        }
        if (Files.isRegularFile(file) && !name.equals(Approval.FILE)) {
          files.put(name, file);
        }
      }
    } catch (UncheckedIOException e) {
      throw new IOException("a folder of the pack cannot be read", e);
    }
    return files;
  }
}
