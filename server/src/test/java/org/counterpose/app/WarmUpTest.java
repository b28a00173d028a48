package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarmUpTest {

  @Test
  void every_page_and_call_that_the_start_is_trained_on_is_there() throws Exception {
    String before = System.getProperty("counterpose.home");
    System.setProperty("counterpose.home", Served.HOME.toString());
    try {
      assertThat(new WarmUpCommand().call()).isZero();
    } finally {
      if (before == null) {
        System.clearProperty("counterpose.home");
      } else {
        System.setProperty("counterpose.home", before);
      }
    }
  }
}
