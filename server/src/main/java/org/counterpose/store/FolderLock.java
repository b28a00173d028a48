package org.counterpose.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** The claim of one process on a data folder. It ends with the process, however that ends. */
final class FolderLock implements AutoCloseable {

  static final String NAME = "counterpose.lock";

  private static final int ATTEMPTS = 5;

  /**
   * The folders this process holds. Static because the claim is the process's: POSIX drops it as
   * soon as any handle of the file is closed, so a second try must not even open the file.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** Claims a folder that exists, named by its real path. */
  static FolderLock take(Path folder) throws IOException {
    if (!HELD.add(folder)) {
      throw inUse(folder, "this process");
    }
    FileChannel channel = null;
    try {
      Path file = folder.resolve(NAME);
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!locks(channel)) {
        throw inUse(folder, "process " + Files.readString(file).strip());
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
      return new FolderLock(folder, channel);
    } catch (IOException | RuntimeException e) {
      HELD.remove(folder);
      if (channel != null) {
        channel.close();
      }
      throw e;
    }
  }

  /**
   * Takes the lock, trying again for a moment: who only asks who {@link #holder holds} the folder
   * is in the way.
   */
  private static boolean locks(FileChannel channel) throws IOException {
    for (int attempt = 1; channel.tryLock() == null; attempt++) {
      if (attempt == ATTEMPTS) {
        return false;
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    return true;
  }

  /**
   * The process that has a folder; empty where none does. What is written in the lock is not enough
   * to tell: a killed process leaves its number there, and the system gives numbers out again.
   */
  static Optional<Long> holder(Path folder) throws IOException {
    Path real = folder.toRealPath();
    if (HELD.contains(real)) {
      return Optional.of(ProcessHandle.current().pid());
    }
    Path file = real.resolve(NAME);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock free = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return free == null
          ? Optional.of(Long.valueOf(Files.readString(file).strip()))
          : Optional.empty();
    }
  }

  private static StoreUnavailable inUse(Path folder, String by) {
    return new StoreUnavailable(
        StoreUnavailable.Reason.IN_USE,
        folder
            + " is already in use by another Counterpose ("
            + by
            + "). Stop that one, or choose another folder with --data.");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The process is done with the folder; the lock goes with the handle or with the process.
    } finally {
      HELD.remove(folder);
    }
  }
}
