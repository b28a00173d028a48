package org.counterpose.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpose.booking.Clinic.Place;
import org.counterpose.booking.Clinic.Practitioner;
import org.counterpose.booking.Clinic.Service;
import org.counterpose.store.Visit;

/**
 * Where a wish can be fulfilled, the best first: with the one who is named, or, where it is anyone,
 * with the one who has the most room that day, then the next.
 *
 * @param refusal why nobody can, where nobody can
 */
record Choices(List<Visit> visits, NotOffered.Why refusal) {

  private record Choice(Visit visit, boolean own, int room) {}

  static Choices of(Diary diary, Service service, BookingRequest request, Set<UUID> own) {
    boolean anyone = request.practitioner().equals(Clinic.ANYONE);
    List<Practitioner> asked =
        diary.clinic().practitioners().stream()
            .filter(one -> anyone ? one.does(service) : one.id().equals(request.practitioner()))
            .toList();
    Instant now = diary.clock().instant();
    NotOffered.Why why = NotOffered.Why.SERVICE;
    List<Choice> choices = new ArrayList<>();
    LocalDate about = LocalDate.ofInstant(request.start(), diary.clinic().zone());
    FreeTimes.Claimed claimed =
        anyone && asked.size() > 1
            ? diary.claimed(about, about, own)
            : (practitioner, cell) -> false;
    FreeTimes.Claimed byOthersOrOwn =
        anyone && !own.isEmpty() ? diary.claimed(about, about, Set.of()) : claimed;
    for (Practitioner practitioner : asked) {
      Optional<NotOffered.Why> refusal =
          diary.freeTimes().refusal(practitioner, service, request.start(), now);
      Place place = diary.freeTimes().placeAt(practitioner, service, request.start());
      if (refusal.isPresent()) {
        why = refusal.get();
      } else if (request.place().filter(only -> !only.equals(place.id())).isPresent()) {
        why = NotOffered.Why.CLOSED;
      } else {
        Visit visit = diary.visit(practitioner, service, request.start());
        LocalDate date = LocalDate.ofInstant(request.start(), place.zone());
        choices.add(
            new Choice(
                visit,
                visit.cells().stream()
                    .allMatch(
                        cell ->
                            byOthersOrOwn.is(practitioner.id(), cell)
                                && !claimed.is(practitioner.id(), cell)),
                diary.freeTimes().room(practitioner, place, date, claimed)));
      }
    }
    choices.sort(
        Comparator.comparing((Choice choice) -> !choice.own())
            .thenComparing(Comparator.comparing(Choice::room).reversed()));
    return new Choices(choices.stream().map(Choice::visit).toList(), why);
  }
}
