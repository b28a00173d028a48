package org.counterpose.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpose.guard.AccessTable;
import org.junit.jupiter.api.Test;

class AddressTest {

  @Test
  void every_page_that_a_text_may_lead_to_is_one_of_the_product() {
    assertThat(
            AccessTable.all().stream()
                .filter(line -> line.method().equals("GET"))
                .map(AccessTable.Line::path))
        .containsAll(Address.PAGES);
  }
}
