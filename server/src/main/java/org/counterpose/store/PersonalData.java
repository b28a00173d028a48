package org.counterpose.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All that is kept of the person behind a journey: to hand it over, or to make it gone. */
public final class PersonalData {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Told more fully beside it. */
  private static final Set<String> TOLD_ELSEWHERE = Set.of("appointment");

  private final Database database;
  private final Journals journals;
  private final Appointments appointments;

  public PersonalData(Database database) {
    this.database = database;
    this.journals = new SqlJournals(database);
    this.appointments = new SqlAppointments(database);
  }

  /**
   * Everything kept of a person as a JSON document, but for secrets; empty where nothing is kept.
   *
   * @param signingIn whether it tells how and where the person signs in: only to who may change
   *     that
   */
  public Optional<String> export(UUID journey, boolean signingIn) {
    return journals.find(journey).map(kept -> document(kept, signingIn));
  }

  /**
   * Deletes everything kept of a person, from the files too; the appointments that the journey's
   * summary went along to are let go with it. False where nothing was.
   */
  public boolean erase(UUID journey) {
    return journals.erase(journey);
  }

  /** How many visits of a person are still to come, and would be cancelled by erasing. */
  public long visitsToCome(UUID journey, Instant now) {
    return appointments.ofJourney(journey).stream()
        .filter(visit -> !visit.cancelled() && visit.start().isAfter(now))
        .count();
  }

  private String document(Kept kept, boolean signingIn) {
    ObjectNode all = JSON.createObjectNode();
    all.put("id", kept.id().toString());
    all.put("begunAt", kept.begunAt().toString());
    ArrayNode entries = all.putArray("entries");
    kept.lines().forEach(line -> entries.add(entry(line)));
    ArrayNode visits = all.putArray("appointments");
    appointments.ofJourney(kept.id()).forEach(appointment -> visits.add(visit(appointment)));
    database
        .read(connection -> EveryTable.of(connection, kept.id(), signingIn))
        .forEach(
            (table, rows) -> {
              if (!TOLD_ELSEWHERE.contains(table)) {
                all.set(table, JSON.valueToTree(rows));
              }
            });
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a journal could not be written as JSON", e);
    }
  }

  private static ObjectNode visit(KeptAppointment appointment) {
    return JSON.createObjectNode()
        .put("id", appointment.id().toString())
        .put("practitioner", appointment.practitioner())
        .put("service", appointment.service())
        .put("start", appointment.start().toString())
        .put("end", appointment.end().toString())
        .put("cancelled", appointment.cancelled())
        .put("reason", appointment.reason().orElse(null))
        .put("onPurpose", appointment.onPurpose().orElse(null))
        .put("name", appointment.name())
        .put("email", appointment.email())
        .put("language", appointment.language().orElse(null))
        .put("summary", appointment.summary().orElse(null));
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
