package org.counterpose.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterpose.words.Words;

/**
 * Everything that is kept of a person, to be read and printed. It is made of the very document that
 * can be downloaded, so that neither leaves out what the other has; but for numbers that only
 * programs need, which are in the document alone.
 */
public record RecordPage(List<Section> sections) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What stands where there is nothing, such as where somebody chose none. */
  private static final String NOTHING = "–";

  private static final Pattern ID =
      Pattern.compile("\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12} ");

  /**
   * What a person cannot read anything from: ids, keys, and what the product worked out for itself.
   */
  static final Set<String> FOR_PROGRAMS =
      Set.of(
          "id",
          "account",
          "staff",
          "search",
          "due-at",
          "last-at",
          "still-logs",
          "begun",
          "settled",
          "change",
          "planned-at",
          "stands-until",
          "state",
          "entry",
          "stops",
          "last-day",
          "entries",
          "need",
          "steps-done",
          "ended",
          "version",
          "lease-owner",
          "try-at",
          "look-at",
          "cause",
          "message",
          "occasion",
          "credential",
          "owner",
          "public-key",
          "sign-count");

  /** A kind of what is kept. */
  public record Section(String title, List<List<Line>> items) {}

  /** A thing and what it is. */
  public record Line(String name, String value) {}

  /**
   * Whose words and clock the page is written in.
   *
   * @param pack the texts of the programme that the trial goes by
   */
  record Writing(Words words, ZoneId zone, Function<String, Optional<String>> pack) {

    private static final String NAME = "record.name.";
    private static final String TABLE = "record.of.";
    private static final String VALUE = "record.is.";

    /**
     * A name in the document in words: {@code begunAt} and {@code given_at} are one kind of name.
     */
    String name(String key) {
      String plain = hyphened(key);
      return words.keys().contains(NAME + plain)
          ? words.say(NAME + plain)
          : capital(plain.replace('-', ' '));
    }

    String title(String key) {
      String plain = hyphened(key);
      return words.keys().contains(TABLE + plain)
          ? words.say(TABLE + plain)
          : capital(plain.replace('-', ' '));
    }

    /** A code of ours in words; what a person wrote is never taken for one. */
    String code(String text) {
      String key = VALUE + text.toLowerCase(Locale.ROOT).replace('_', '-');
      return words.keys().contains(key) ? words.say(key) : text;
    }

    /** The programme's own question, where a name is that of one. */
    Optional<String> question(String key) {
      return pack.apply("questions." + key);
    }

    /** A value of a field: a step, an aid, a day of the week, an answer has words of its own. */
    String value(String key, JsonNode value) {
      String text = value.asText();
      Optional<String> told =
          switch (key) {
            case "programme" -> pack.apply("programme.title");
            case "zone" -> Optional.of(ZoneName.whole(text, words));
            case "language" -> Optional.of(words.named(text));
            case "summary" -> Optional.of(words.say("record.summary"));
            case "kinds" -> Optional.of(each(text, "reminder.kind."));
            case "channels", "channel" -> Optional.of(each(text, "record.channel."));
            case "step" -> pack.apply("steps." + text + ".title");
            case "aids" -> pack.apply("aids." + text);
            case "workDays" ->
                Optional.of(text)
                    .filter(day -> day.matches("[1-7]"))
                    .map(
                        day ->
                            DayOfWeek.of(Integer.parseInt(day))
                                .getDisplayName(TextStyle.FULL, words.locale()));
            default -> pack.apply("questions." + key + "." + text);
          };
      return told.orElseGet(() -> value(value));
    }

    /** Codes joined by commas, in words. */
    private String each(String codes, String of) {
      return Stream.of(codes.split(","))
          .map(code -> words.keys().contains(of + code) ? words.say(of + code) : code)
          .collect(Collectors.joining("; "));
    }

    /** What it says where somebody chose nothing: of a question that is an answer. */
    String nothing(String key) {
      return question(key).isPresent() ? words.say("record.none") : NOTHING;
    }

    String value(JsonNode value) {
      return value.isBoolean() ? code(value.asText()) : value(value.asText());
    }

    String value(String text) {
      return text.isEmpty() ? NOTHING : moment(text);
    }

    private String moment(String text) {
      DateTimeFormatter read = words.dates("privacy.moment");
      if (text.length() < 16 || text.length() > 35 || text.charAt(10) != 'T') {
        return text;
      }
      try {
        return text.endsWith("Z")
            ? Instant.parse(text).atZone(zone).format(read)
            : OffsetDateTime.parse(text).format(read);
      } catch (DateTimeParseException noMoment) {
        return text;
      }
    }
  }

  static String hyphened(String key) {
    return key.replaceAll("([a-z0-9])([A-Z])", "$1-$2").replace('_', '-').toLowerCase(Locale.ROOT);
  }

  static RecordPage of(String export, Writing writing) {
    try {
      List<Section> sections = new ArrayList<>();
      List<Line> plain = new ArrayList<>();
      JSON.readTree(export)
          .properties()
          .forEach(
              field -> {
                if (field.getValue().isArray()) {
                  List<List<Line>> items = new ArrayList<>();
                  field.getValue().forEach(item -> items.add(item(field.getKey(), item, writing)));
                  items.removeIf(List::isEmpty);
                  if (!items.isEmpty()) {
                    sections.add(new Section(writing.title(field.getKey()), items));
                  }
                } else {
                  plain.addAll(field(field.getKey(), "", field.getValue(), writing));
                }
              });
      sections.addFirst(new Section("", List.of(plain)));
      return new RecordPage(sections);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an export is not JSON", e);
    }
  }

  private static List<Line> item(String table, JsonNode item, Writing writing) {
    if (!table.equals("audit")) {
      return lines("", "", item, writing);
    }
    TrailInWords trail = new TrailInWords(writing.words());
    String who = trail.who(item.path("who").asText(), item.hasNonNull("staff"));
    String did = trail.say(item.path("what").asText(), item.path("detail").asText());
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(writing.value(item.path("at").asText()), who + " " + did));
    String detail = ID.matcher(item.path("detail").asText()).replaceAll("");
    if (!detail.isEmpty()) {
      lines.add(new Line(writing.name("detail"), detail));
    }
    return lines;
  }

  private static List<Line> field(String key, String within, JsonNode value, Writing writing) {
    if (FOR_PROGRAMS.contains(hyphened(key))) {
      return List.of();
    }
    String name = writing.name(key);
    if (key.equals("type") || key.equals("kind")) {
      return List.of(new Line(name, writing.code(value.asText())));
    }
    Optional<String> question = writing.question(key);
    return lines(
        key,
        question.orElseGet(() -> within.isEmpty() ? name : within + ", " + small(name)),
        value,
        writing);
  }

  private static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String small(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  private static List<Line> lines(String key, String name, JsonNode value, Writing writing) {
    List<Line> lines = new ArrayList<>();
    if (value.isObject()) {
      value
          .properties()
          .forEach(field -> lines.addAll(field(field.getKey(), name, field.getValue(), writing)));
    } else if (value.isArray() && value.valueStream().noneMatch(JsonNode::isContainerNode)) {
      String all =
          value.valueStream().map(one -> writing.value(key, one)).collect(Collectors.joining(", "));
      lines.add(new Line(name, all.isEmpty() ? writing.nothing(key) : all));
    } else if (value.isArray()) {
      value.forEach(item -> lines.addAll(lines(key, name, item, writing)));
    } else if (!value.isNull()) {
      lines.add(new Line(name, writing.value(key, value)));
    }
    return lines;
  }
}
