package org.counterpose.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Appointments as rows. */
final class AppointmentRows {

  static final Rows<KeptAppointment> ALL =
      new Rows<>(
          "appointment",
          "id, practitioner, place, service, start_at, end_at, revision, cancelled, name, email,"
              + " journey, summary, changed_at, zone, language, series, series_number, attended,"
              + " reason, on_purpose, EXISTS (SELECT 1 FROM calendar_cell own JOIN calendar_cell other"
              + " ON other.practitioner = own.practitioner AND other.cell = own.cell"
              + " AND other.holder <> own.holder AND other.until_at IS NULL"
              + " WHERE own.holder = appointment.id) AS overbooked",
          AppointmentRows::kept);

  private AppointmentRows() {}

  static void insert(Connection connection, NewAppointment appointment, Visit visit)
      throws SQLException {
    Sql.run(
        connection,
        "INSERT INTO appointment (id, token_hash, practitioner, place, service, start_at, end_at,"
            + " revision, cancelled, name, email, journey, summary, booked_at, changed_at, zone,"
            + " language, series, series_number)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        appointment.id(),
        appointment.tokenHash(),
        visit.practitioner(),
        visit.place(),
        appointment.service(),
        visit.start(),
        visit.end(),
        appointment.name(),
        appointment.email(),
        appointment.journey(),
        appointment.summary(),
        appointment.at(),
        appointment.at(),
        appointment.zone(),
        appointment.language(),
        appointment.series().map(NewAppointment.InSeries::series),
        appointment.series().map(NewAppointment.InSeries::number));
  }

  private static KeptAppointment kept(ResultSet row) throws SQLException {
    int inSeries = row.getInt("series_number");
    return new KeptAppointment(
        Sql.id(row, "id"),
        row.getString("practitioner"),
        row.getString("place"),
        row.getString("service"),
        Sql.instant(row, "start_at"),
        Sql.instant(row, "end_at"),
        row.getInt("revision"),
        Sql.flag(row, "cancelled"),
        row.getString("name"),
        row.getString("email"),
        Sql.idIfAny(row, "journey"),
        Sql.text(row, "summary"),
        Sql.instant(row, "changed_at"),
        Sql.text(row, "zone"),
        Sql.text(row, "language"),
        Sql.idIfAny(row, "series").map(series -> new NewAppointment.InSeries(series, inSeries)),
        Sql.text(row, "attended"),
        Sql.flag(row, "overbooked"),
        Sql.text(row, "reason"),
        Sql.text(row, "on_purpose"));
  }
}
