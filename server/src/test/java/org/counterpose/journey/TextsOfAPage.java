package org.counterpose.journey;

import java.util.List;

/** What is read or heard of a page in its own language. */
final class TextsOfAPage {

  /** What says that it is in another language is left out, and so is what cannot be seen. */
  private static final String OWN =
      """
      () => {
        const own = 'html, [lang="' + document.documentElement.lang + '"]'
        const texts = []
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        while (walk.nextNode()) {
          const around = walk.currentNode.parentElement
          if (around.closest('[lang]').matches(own) && around.checkVisibility()
              && !around.matches('script, style, textarea')) {
            texts.push(walk.currentNode.textContent.trim())
          }
        }
        for (const name of ['aria-label', 'alt', 'placeholder', 'title']) {
          for (const one of document.querySelectorAll('[' + name + ']')) {
            if (one.closest('[lang]').matches(own)) {
              texts.push(one.getAttribute(name))
            }
          }
        }
        return texts
      }
      """;

  private TextsOfAPage() {}

  static List<String> of(Visitor visitor) {
    return ((List<?>) visitor.page().evaluate(OWN)).stream().map(String::valueOf).toList();
  }
}
