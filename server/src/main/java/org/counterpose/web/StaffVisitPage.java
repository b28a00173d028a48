package org.counterpose.web;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.counterpose.booking.Appointment;
import org.counterpose.booking.Attendance;
import org.counterpose.booking.Clinic;

/**
 * A visit for staff.
 *
 * @param day where the calendar of its day is
 * @param person where the person's page is, where it goes with a trial that they see
 * @param typed its start as another time is typed
 * @param begun whether it has begun, so that it can be told who came
 * @param others those that it was booked with
 */
public record StaffVisitPage(
    Appointment appointment,
    Visit visit,
    String day,
    Optional<String> person,
    List<Clinic.Practitioner> practitioners,
    LocalDateTime typed,
    boolean begun,
    List<AppointmentPage.Other> others,
    Optional<String> notice) {

  static String path(Appointment appointment) {
    return "/staff/calendar/visits/" + appointment.id();
  }

  public String path() {
    return path(appointment);
  }

  /** The start as a field of a form has it. */
  public String local() {
    return typed.toString();
  }

  /** When it is on the person's own clock, where that one shows another time. */
  public Optional<String> theirClock() {
    return visit.onClock(appointment.zone(), "calendar.their-clock");
  }

  public boolean arrived() {
    return appointment.attendance() == Attendance.ARRIVED;
  }

  public boolean noShow() {
    return appointment.attendance() == Attendance.NO_SHOW;
  }
}
