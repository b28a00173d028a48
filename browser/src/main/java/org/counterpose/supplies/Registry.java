package org.counterpose.supplies;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;

/**
 * Where archives come from: a cache on this machine, and a registry for what is not in it. Only
 * what has the right checksum is taken from either.
 *
 * @param address of the registry, without a slash at its end
 */
record Registry(URI address, Path cache) {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** The bytes of an archive. */
  byte[] get(Archive archive) throws IOException {
    Path kept = cache.resolve(archive.file());
    if (Files.isRegularFile(kept)) {
      byte[] bytes = Files.readAllBytes(kept);
      if (isRight(archive, bytes)) {
        return bytes;
      }
    }
    byte[] bytes = fetch(archive);
    if (!isRight(archive, bytes)) {
      throw new Unavailable(
          archive.file()
              + " from "
              + address
              + " is not the file that was checked when this version was chosen (its SHA-512"
              + " differs); nothing of it is used; "
              + mend(archive));
    }
    keep(kept, bytes);
    return bytes;
  }

  private byte[] fetch(Archive archive) throws IOException {
    URI uri = URI.create(address + "/" + archive.path());
    System.out.println("Fetching " + archive.file() + " for the camera coach, once.");
    try (HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(20))
            .build()) {
      HttpResponse<byte[]> response =
          client.send(
              HttpRequest.newBuilder(uri).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new Unavailable(uri + " answered " + response.statusCode() + "; " + mend(archive));
      }
      return response.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("the fetching of " + archive.file() + " was interrupted");
    } catch (Unavailable e) {
      throw e;
    } catch (IOException e) {
      throw new Unavailable(
          uri + " could not be reached (" + e.getClass().getSimpleName() + "); " + mend(archive));
    }
  }

  private String mend(Archive archive) {
    return "put that file into "
        + cache
        + " as "
        + archive.file()
        + ", or set npm_config_registry to a registry that has it, then build again";
  }

  /** Keeps it for the next build; a cache that cannot be written to costs that one a fetch. */
  private void keep(Path kept, byte[] bytes) {
    try {
      Files.createDirectories(cache);
      Path part = Files.createTempFile(cache, kept.getFileName().toString(), ".part");
      try {
        Files.write(part, bytes);
        Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      System.err.println("Not kept for the next build, since " + cache + " cannot be written to.");
    }
  }

  private static boolean isRight(Archive archive, byte[] bytes) {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-512").digest(bytes);
      return Base64.getEncoder().encodeToString(sum).equals(archive.sha512());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
