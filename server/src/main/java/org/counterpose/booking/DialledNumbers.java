package org.counterpose.booking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;
import org.counterpose.document.Problems;

/**
 * Reads which numbers in a text of the clinic are telephone numbers. They are named and not
 * guessed: what looks like one may be a house number or "24 hours", and a wrong one is dialled in
 * an emergency.
 *
 * @param doubts where a text is told that seems to hold a number and none to tap
 */
record DialledNumbers(Fields fields, Problems doubts) {

  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9](?:[ ().-]{0,2}[0-9]){1,18}");

  private static final Pattern DIGITS = Pattern.compile("[0-9]{2}");

  /** The text of that name with the numbers that stand in it, named in the field beside it. */
  ClinicText in(ClinicText text, String name) {
    String field = name + "Numbers";
    ClinicText dialling =
        text.dialling(fields.listIfAny(field, node -> number(node, text.each(), name)));
    dialling.each().keySet().stream()
        .sorted()
        .filter(language -> DIGITS.matcher(dialling.to(language)).find())
        .filter(language -> dialling.pieces(language).stream().noneMatch(ClinicText.Piece::number))
        .forEach(
            language ->
                fields
                    .any(name)
                    .ifPresent(
                        node ->
                            doubts.add(
                                node,
                                "has no number in '"
                                    + language
                                    + "' that can be tapped: name it in '"
                                    + field
                                    + "'")));
    return dialling;
  }

  private Optional<String> number(Node node, Map<String, String> texts, String name) {
    Optional<String> written = fields.asText(node);
    Optional<String> number = written.filter(text -> NUMBER.matcher(text).matches());
    if (written.isPresent() && number.isEmpty()) {
      fields
          .problems()
          .add(
              node,
              "must be a telephone number such as \"911\" or \"+1 555 0100\", got '"
                  + written.get()
                  + "'");
    }
    return number.filter(
        text -> {
          boolean stands =
              texts.values().stream()
                  .anyMatch(
                      each ->
                          ClinicText.in("any", each).dialling(List.of(text)).pieces("any").stream()
                              .anyMatch(ClinicText.Piece::number));
          if (!stands) {
            fields.problems().add(node, "'" + text + "' stands nowhere in '" + name + "'");
          }
          return stands;
        });
  }
}
