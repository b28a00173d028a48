package org.counterpose.approval;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.counterpose.document.Fields;
import org.counterpose.document.Nodes;
import org.counterpose.document.Place;
import org.counterpose.document.Problems;
import org.counterpose.documents.Documents;
import org.counterpose.documents.Json;

/**
 * What somebody signed: that they stand behind a pack as it was then. It lies in the pack's folder
 * as {@code approval.sig}.
 *
 * @param digest the {@link PackDigest} of then
 * @param key the public half of the key it is signed with
 * @param signature over all the others
 */
public record Approval(String by, LocalDate on, String digest, String key, String signature) {

  /** The file's name within a pack. */
  public static final String FILE = "approval.sig";

  private static final int LONGEST_NAME = 200;
  private static final long LARGEST = 10_000;

  /**
   * Signs a pack as it is now and puts the approval into its folder; empty, with a problem, where
   * its files cannot all be held by a signature.
   *
   * @param by who stands behind it, in one line
   */
  public static Optional<Approval> sign(
      Path folder, ClinicKey key, String by, LocalDate on, Problems problems) throws IOException {
    if (!isName(by)) {
      throw new IllegalArgumentException("a name is one line of at most " + LONGEST_NAME);
    }
    Optional<String> digest = digest(folder, problems);
    if (digest.isEmpty()) {
      return Optional.empty();
    }
    byte[] signature = key.sign(statement(by, on, digest.get()));
    Approval approval =
        new Approval(
            by, on, digest.get(), key.publicHalf(), Base64.getEncoder().encodeToString(signature));
    Files.writeString(folder.resolve(FILE), approval.written());
    return Optional.of(approval);
  }

  /** Whether a text can be who stands behind a pack. */
  public static boolean isName(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST_NAME
        && text.chars().noneMatch(Character::isISOControl);
  }

  /**
   * The approval of a pack that holds: it is by one of these keys, and nothing was changed since.
   * Else it is empty, and a problem says why.
   *
   * @param keys public halves; where none is named, any key that fits the signature will do
   */
  public static Optional<Approval> verified(Path folder, Set<String> keys, Problems problems) {
    int before = problems.count();
    Optional<Approval> approval = read(folder, problems);
    Place place = new Place(folder.resolve(FILE).toString(), 0, "");
    approval.ifPresent(
        found -> {
          byte[] signed = found.signed();
          if (!ClinicKey.verifies(found.key, statement(found.by, found.on, found.digest), signed)) {
            problems.add(place, "the signature is broken: it is not of this approval");
          } else if (!keys.isEmpty() && !keys.contains(found.key)) {
            problems.add(place, "is signed with a key that the clinic does not name");
          }
          if (digest(folder, problems).filter(now -> !now.equals(found.digest)).isPresent()) {
            problems.add(
                place,
                "the pack was changed after "
                    + found.by
                    + " approved it on "
                    + found.on
                    + ": delete this file while you write, and sign the pack when it is done:"
                    + " ./run sign");
          }
        });
    return problems.noneSince(before) ? approval : Optional.empty();
  }

  /** Whether somebody put an approval into a pack, sound or not. */
  public static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(FILE));
  }

  private static Optional<Approval> read(Path folder, Problems problems) {
    Path file = folder.resolve(FILE);
    Place place = new Place(file.toString(), 0, "");
    try {
      if (!Files.isRegularFile(file)) {
        problems.add(
            place,
            "nobody has approved this pack, and clinic.yaml names keys (approvedBy): sign it with"
                + " ./run sign, or leave it out by naming there those that are offered, such as"
                + " programmes: [wrists]");
        return Optional.empty();
      }
      if (Files.size(file) > LARGEST) {
        problems.add(place, "is larger than " + LARGEST + " bytes");
        return Optional.empty();
      }
      return Documents.json(file.toString(), Files.readAllBytes(file), problems)
          .flatMap(node -> Fields.of(node, problems))
          .flatMap(Approval::read);
    } catch (IOException e) {
      problems.add(place, "cannot be read");
      return Optional.empty();
    }
  }

  private static Optional<Approval> read(Fields fields) {
    Optional<String> by = fields.text("by").filter(text -> named(fields, text));
    Optional<LocalDate> on = fields.text("on").flatMap(text -> day(fields, text));
    Optional<String> digest = fields.text("digest");
    Optional<String> key = fields.text("key");
    Optional<String> signature = fields.text("signature");
    fields.noMore();
    if (by.isEmpty() || on.isEmpty() || digest.isEmpty() || key.isEmpty() || signature.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Approval(by.get(), on.get(), digest.get(), key.get(), signature.get()));
  }

  private static boolean named(Fields fields, String text) {
    if (!isName(text)) {
      fields.wrong("by", "must say in one line who approved it");
    }
    return isName(text);
  }

  private static Optional<LocalDate> day(Fields fields, String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      fields.wrong("on", "must be a day such as 2026-11-22");
      return Optional.empty();
    }
  }

  private static Optional<String> digest(Path folder, Problems problems) {
    try {
      return Optional.of(PackDigest.of(folder));
    } catch (FileSystemException e) {
      String place = Optional.ofNullable(e.getFile()).orElse(folder.toString());
      problems.add(
          new Place(place, 0, ""), Optional.ofNullable(e.getReason()).orElse("cannot be read"));
    } catch (IOException e) {
      problems.add(new Place(folder.toString(), 0, ""), "cannot be read");
    }
    return Optional.empty();
  }

  private byte[] signed() {
    try {
      return Base64.getDecoder().decode(signature);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** Its first line keeps a signature of this from ever being one of something else. */
  private static byte[] statement(String by, LocalDate on, String digest) {
    return ("Counterpose: approval of a pack, 1\n" + by + "\n" + on + "\n" + digest + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private String written() {
    return Json.write(
            Nodes.object()
                .with("by", by)
                .with("on", on.toString())
                .with("digest", digest)
                .with("key", key)
                .with("signature", signature)
                .node())
        + "\n";
  }
}
