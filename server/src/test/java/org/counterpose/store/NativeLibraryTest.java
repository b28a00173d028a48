package org.counterpose.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.LibraryLoaderUtil;

class NativeLibraryTest {

  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));

  @TempDir Path folder;

  @Test
  void it_is_unpacked_once_and_then_reused() throws IOException {
    Path first = library();
    Files.setLastModifiedTime(first, LONG_AGO);

    Path again = library();

    assertThat(again).isEqualTo(first);
    assertThat(Files.getLastModifiedTime(again)).isEqualTo(LONG_AGO);
    assertThat(files()).containsExactly(first);
  }

  @Test
  void one_that_was_cut_short_is_unpacked_again() throws IOException {
    Path library = library();
    byte[] whole = Files.readAllBytes(library);
    Files.write(library, new byte[] {1, 2, 3});

    NativeLibrary.unpacked(folder);

    assertThat(library).hasBinaryContent(whole);
  }

  @Test
  void where_the_folder_cannot_be_made_the_driver_is_left_to_itself() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");

    assertThat(NativeLibrary.unpacked(file)).isEmpty();
    assertThat(NativeLibrary.unpacked(file.resolve("below"))).isEmpty();
  }

  private Path library() {
    return NativeLibrary.unpacked(folder)
        .orElseThrow()
        .resolve(LibraryLoaderUtil.getNativeLibName());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
