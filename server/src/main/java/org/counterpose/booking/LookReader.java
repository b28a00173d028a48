package org.counterpose.booking;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.counterpose.document.Fields;
import org.counterpose.document.Node;

/** Reads how a clinic's pages look. */
final class LookReader {

  private static final Set<String> LOGOS = Set.of("logo.svg", "logo.png");

  private LookReader() {}

  static Look read(Fields fields) {
    Optional<String> logo =
        fields
            .textIfAny("logo")
            .filter(
                file -> {
                  if (!LOGOS.contains(file)) {
                    fields.wrong(
                        "logo",
                        "must be logo.svg or logo.png in the data folder, got '" + file + "'");
                  }
                  return LOGOS.contains(file);
                });
    Optional<String> accent = colour(fields, "accent", Colour.WHITE, "white text on it");
    Optional<String> ink = colour(fields, "ink", Colour.PAPER, "it on the paper of the pages");
    List<URI> frames = fields.listIfAny("frames", node -> origin(fields, node));
    fields.noMore();
    return new Look(logo, accent, ink, frames);
  }

  private static Optional<String> colour(Fields fields, String name, Colour beside, String pair) {
    Optional<String> text = fields.textIfAny(name);
    Optional<Colour> colour = text.flatMap(Colour::read);
    if (text.isPresent() && colour.isEmpty()) {
      fields.wrong(name, "must be a colour such as #0d4f47, got '" + text.get() + "'");
    } else if (colour.filter(one -> one.contrast(beside) < Colour.READABLE).isPresent()) {
      fields.wrong(
          name,
          "cannot be read: "
              + pair
              + " has a contrast of "
              + Math.floor(10 * colour.get().contrast(beside)) / 10
              + ", and needs 4.5");
      return Optional.empty();
    }
    return colour.flatMap(one -> text);
  }

  private static Optional<URI> origin(Fields fields, Node node) {
    return fields
        .asText(node)
        .flatMap(
            text -> {
              Optional<URI> uri = SettingValues.uri(text).filter(LookReader::isOrigin);
              if (uri.isEmpty()) {
                fields
                    .problems()
                    .add(node, "must be a site such as https://clinic.example, got '" + text + "'");
              }
              return uri;
            });
  }

  private static boolean isOrigin(URI uri) {
    return SettingValues.isOnTheWeb(uri)
        && uri.getRawPath().isEmpty()
        && uri.getRawQuery() == null
        && uri.getRawUserInfo() == null
        && uri.getRawFragment() == null;
  }
}
