package org.counterpose.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** All that is kept of the person behind a journey: to hand it over, or to make it gone. */
public final class PersonalData {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Journals journals;

  public PersonalData(Database database) {
    this.journals = new SqlJournals(database);
  }

  /** Everything kept of a person as a JSON document; empty where nothing is. */
  public Optional<String> export(UUID journey) {
    return journals.find(journey).map(this::document);
  }

  /** Deletes everything kept of a person, from the files too. False where nothing was. */
  public boolean erase(UUID journey) {
    return journals.erase(journey);
  }

  private String document(Kept kept) {
    ObjectNode all = JSON.createObjectNode();
    all.put("id", kept.id().toString());
    all.put("begunAt", kept.begunAt().toString());
    all.put("keySha256", HexFormat.of().formatHex(kept.keyHash()));
    kept.lines().forEach(line -> all.withArray("entries").add(entry(line)));
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a journal could not be written as JSON", e);
    }
  }

  /** The entry as it is kept; its text where it is not JSON, since an export leaves nothing out. */
  private static JsonNode entry(Line line) {
    try {
      return JSON.readTree(line.body());
    } catch (JsonProcessingException e) {
      return JSON.getNodeFactory().textNode(line.body());
    }
  }
}
