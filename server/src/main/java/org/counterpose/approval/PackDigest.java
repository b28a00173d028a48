package org.counterpose.approval;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
 * order of their names, whatever it is for. Only the approval itself is left out.
 */
public final class PackDigest {

  private PackDigest() {}

  /** The digest in hexadecimal. */
  public static String of(Path folder) throws IOException {
    MessageDigest whole = Sha256.begun();
    for (var file : files(folder).entrySet()) {
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
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!name.equals(Approval.FILE)) {
          files.put(name, file);
        }
      }
    } catch (UncheckedIOException e) {
      throw new IOException("a folder of the pack cannot be read", e);
    }
    return files;
  }
}
