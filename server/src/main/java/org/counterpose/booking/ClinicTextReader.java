package org.counterpose.booking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;

/**
 * Reads what a clinic says: a text in its own language, or texts by language.
 *
 * @param own the clinic's language
 * @param spoken every language that there are pages in
 * @param doubts where a text is told that is missing in one of them
 */
record ClinicTextReader(String own, List<String> spoken, Problems doubts) {

  Optional<ClinicText> read(Fields fields, String name) {
    return fields.required(name).flatMap(node -> said(fields, name, node));
  }

  Optional<ClinicText> ifAny(Fields fields, String name) {
    return fields.any(name).flatMap(node -> said(fields, name, node));
  }

  private Optional<ClinicText> said(Fields fields, String name, Node node) {
    Map<String, String> each = new LinkedHashMap<>();
    if (node instanceof Node.Mapping) {
      Fields.of(node, fields.problems()).ifPresent(byLanguage -> each.putAll(read(byLanguage)));
    } else {
      SettingValues.text(fields, name).ifPresent(text -> each.put(own, text));
    }
    if (!each.containsKey(own)) {
      return Optional.empty();
    }
    spoken.stream()
        .filter(language -> !each.containsKey(language))
        .forEach(
            language ->
                doubts.add(
                    node,
                    "is not there in '"
                        + language
                        + "': who reads that is told it in '"
                        + own
                        + "'"));
    return Optional.of(new ClinicText(own, each));
  }

  private Map<String, String> read(Fields byLanguage) {
    Map<String, String> each = new LinkedHashMap<>();
    byLanguage.required(own);
    for (String language : spoken) {
      SettingValues.textIfAny(byLanguage, language).ifPresent(text -> each.put(language, text));
    }
    byLanguage.noMore();
    return each;
  }
}
