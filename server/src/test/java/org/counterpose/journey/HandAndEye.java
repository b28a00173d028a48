package org.counterpose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What every page must be for a finger, for twice the size and for the keyboard alone. */
final class HandAndEye {

  /**
   * What a finger has to find that is lower than 44 pixels; links within a sentence are no such.
   */
  private static final String TOO_SMALL =
      """
      () => {
        const reach = link => {
          const covers = getComputedStyle(link, '::after').position === 'absolute';
          return (covers ? link.closest('.row') : link).getBoundingClientRect();
        };
        return [...document.querySelectorAll('a, button, select, summary, input:not([type=checkbox]):not([type=radio])')]
          .filter(e => e.checkVisibility({visibilityProperty: true}))
          .filter(e => !e.matches('.skip'))
          .filter(e => e.matches('.row a') || !(e.tagName === 'A' && e.closest('p, li, td, dd, h2')
              && getComputedStyle(e).display === 'inline'))
          .filter(e => reach(e).width > 0 && reach(e).height < 43.5)
          .map(e => e.tagName + ' ' + e.textContent.trim() + ' ' + reach(e).height);
      }
      """;

  /** Of radio buttons of one name, the tab key stops at one. */
  private static final String CONTROLS =
      """
      () => {
        const seen = new Set();
        const controls = [...document.querySelectorAll('a[href], button, select, summary, textarea, input')]
          .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled && e.type !== 'hidden')
          .filter(e => e.type !== 'radio' || (!seen.has(e.name) && seen.add(e.name)));
        controls.forEach((e, i) => e.dataset.control = e.type === 'radio' ? 'radio ' + e.name : String(i));
        document.querySelectorAll('input[type=radio]').forEach(e => e.dataset.control = 'radio ' + e.name);
        return controls.map(e => e.dataset.control);
      }
      """;

  private HandAndEye() {}

  static void isEasyToTap(Visitor visitor) {
    assertThat((List<?>) visitor.page().evaluate(TOO_SMALL)).as(visitor.path()).isEmpty();
  }

  static void scrollsOnlyDownward(Visitor visitor) {
    assertThat(
            (Integer) visitor.page().evaluate("document.documentElement.scrollWidth - innerWidth"))
        .as(visitor.path())
        .isLessThanOrEqualTo(0);
  }

  static void isReachedByTab(Visitor visitor) {
    List<?> controls = (List<?>) visitor.page().evaluate(CONTROLS);
    Set<Object> left = new HashSet<>(controls);
    // a date or time has several parts to stop at
    for (int i = 0; i < controls.size() * 4 + 8 && !left.isEmpty(); i++) {
      visitor.page().keyboard().press("Tab");
      Object at = focused(visitor);
      left.remove(at);
      while (Boolean.TRUE.equals(
          visitor.page().evaluate("!!document.activeElement.closest('.free-starts')"))) {
        visitor.page().keyboard().press("ArrowDown"); // from one free time to the next
        Object next = focused(visitor);
        if (next.equals(at)) {
          break;
        }
        left.remove(next);
        at = next;
      }
    }
    assertThat(left).as("not reached on %s", visitor.path()).isEmpty();
  }

  private static Object focused(Visitor visitor) {
    return visitor.page().evaluate("document.activeElement.dataset.control ?? document.title");
  }
}
