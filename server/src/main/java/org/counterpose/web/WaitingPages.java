package org.counterpose.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.counterpose.booking.Clinic;
import org.counterpose.booking.Offer;
import org.counterpose.booking.Offers;
import org.counterpose.booking.Taking;
import org.counterpose.booking.Waiting;
import org.counterpose.booking.WaitingList;
import org.counterpose.booking.WaitingWish;
import org.counterpose.words.Words;

/** The waiting list for who waits: joining it, one's place on it, and what is offered. */
final class WaitingPages {

  private final BookingDesk desk;
  private final boolean mail;
  private final WaitingList list;
  private final Offers offers;
  private final Clinic clinic;
  private final Layout layout;
  private final Words words;

  /**
   * @param mail whether letters go out
   */
  WaitingPages(BookingDesk desk, boolean mail, Layout layout) {
    this.mail = mail;
    this.desk = desk;
    this.list = desk.bookings().waitingList();
    this.offers = desk.bookings().offers();
    this.clinic = desk.clinic();
    this.layout = layout;
    this.words = desk.words();
  }

  void add(Routes routes) {
    routes.get("/wait/{service}", of(this::form));
    routes.post("/wait/{service}", of(this::join));
    routes.get("/waiting/{token}", this::place);
    routes.post("/waiting/{token}/leave", this::leave);
    routes.post("/waiting/{token}/take", this::takeByPlace);
    routes.post("/waiting/{token}/decline", this::declineByPlace);
    routes.get("/offer/{token}", this::offer);
    routes.post("/offer/{token}/take", this::take);
    routes.post("/offer/{token}/decline", this::decline);
  }

  private interface ServicePage {
    void serve(Context context, Clinic.Service service);
  }

  private Routes.Page of(ServicePage page) {
    return context -> {
      Optional<Clinic.Service> service = clinic.service(context.pathParam("service"));
      if (service.isPresent()) {
        page.serve(context, service.get());
      } else {
        layout.notFound(context);
      }
    };
  }

  private void form(Context context, Clinic.Service service) {
    showForm(context, service, WaitForm.first(desk.today(), desk.lastDay()), false);
  }

  private void showForm(Context context, Clinic.Service service, WaitForm form, boolean wrong) {
    layout.render(
        context,
        "booking/wait.jte",
        words.say("queue.title"),
        Map.of(
            "service",
            service,
            "form",
            form,
            "ticket",
            ticket(context),
            "last",
            desk.lastDay(),
            "wrong",
            wrong,
            "lead",
            words.say(mail ? "queue.lead" : "queue.lead.no-mail")));
  }

  /** What makes a form that is sent twice count once. */
  private String ticket(Context context) {
    return Optional.ofNullable(context.formParam("ticket"))
        .filter(list::isToken)
        .orElseGet(list::newToken);
  }

  private void join(Context context, Clinic.Service service) {
    WaitForm form = WaitForm.of(context);
    Optional<WaitingWish> wish = form.wish(desk, service, Visitor.zone(context));
    if (wish.isEmpty()) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
      showForm(context, service, form, true);
      return;
    }
    context.redirect("/waiting/" + list.join(wish.get(), ticket(context)), HttpStatus.SEE_OTHER);
  }

  private void place(Context context) {
    showPlace(context, Optional.empty());
  }

  private void showPlace(Context context, Optional<String> notice) {
    Optional<Waiting> waiting = list.find(context.pathParam("token"));
    if (waiting.isEmpty()) {
      layout.notFound(context);
      return;
    }
    layout.render(
        context,
        "booking/waiting.jte",
        words.say("queue.title"),
        Map.of(
            "waiting",
            waiting.get(),
            "path",
            "/waiting/" + context.pathParam("token"),
            "wish",
            wish(waiting.get().wish()),
            "body",
            words.say(mail ? "queue.on.body" : "queue.on.body.no-mail"),
            "visit",
            waiting.get().offer().map(this::visit),
            "until",
            waiting.get().offer().map(this::until).orElse(""),
            "notice",
            notice.filter(told -> waiting.get().state() == Waiting.State.WAITING)));
  }

  /** What somebody waits for, in words. */
  private List<String> wish(WaitingWish wish) {
    DateTimeFormatter date = words.dates("book.date");
    return List.of(
        words.say(
            "queue.for",
            clinic.serviceTitle(wish.service(), words.language()),
            clinic
                .practitionerTitle(wish.practitioner(), words.language())
                .orElseGet(() -> words.say("book.anyone"))),
        words.say(
            "queue.for.when",
            wish.from().format(date),
            wish.to().format(date),
            clock(wish.fromMinute()),
            clock(wish.toMinute()),
            wish.days().stream()
                .sorted()
                .map(day -> day.getDisplayName(TextStyle.FULL, words.locale()))
                .collect(Collectors.joining(", "))));
  }

  private String clock(int minute) {
    return LocalTime.ofSecondOfDay(Math.min(minute, 24 * 60 - 1) * 60L)
        .format(words.dates("book.clock"));
  }

  private Visit visit(Offer offer) {
    return new Visit(
        clinic,
        offer.service(),
        offer.practitioner(),
        Optional.of(offer.place()),
        offer.start(),
        offer.end(),
        offer.zone(),
        words);
  }

  private String until(Offer offer) {
    Visit until =
        new Visit(
            clinic,
            offer.service(),
            offer.practitioner(),
            Optional.of(offer.place()),
            offer.until(),
            offer.until(),
            Optional.empty(),
            words);
    return until.date() + ", " + until.from();
  }

  private void leave(Context context) {
    if (list.leave(context.pathParam("token"))) {
      context.redirect("/waiting/" + context.pathParam("token"), HttpStatus.SEE_OTHER);
    } else {
      layout.notFound(context);
    }
  }

  private void takeByPlace(Context context) {
    Taking taking = offers.take(context.pathParam("token"));
    if (taking instanceof Taking.Unknown) {
      context.status(HttpStatus.CONFLICT); // nothing is kept for them any more, or they have it
      showPlace(context, Optional.of(words.say("queue.nothing-kept")));
    } else {
      taken(context, taking);
    }
  }

  private void declineByPlace(Context context) {
    String token = context.pathParam("token");
    if (list.find(token).isEmpty()) {
      layout.notFound(context);
      return;
    }
    offers.decline(token);
    context.redirect("/waiting/" + token, HttpStatus.SEE_OTHER);
  }

  private void offer(Context context) {
    Optional<Offer> offer = offers.find(context.pathParam("token"));
    if (offer.isEmpty()) {
      layout.notFound(context);
      return;
    }
    if (offer.get().taken()) {
      context.redirect("/appointment/" + context.pathParam("token"), HttpStatus.SEE_OTHER);
      return;
    }
    showOffer(context, offer.get());
  }

  private void showOffer(Context context, Offer offer) {
    layout.render(
        context,
        "booking/offer.jte",
        words.say("queue.offer.title"),
        Map.of(
            "offer",
            offer,
            "path",
            "/offer/" + context.pathParam("token"),
            "visit",
            visit(offer),
            "until",
            until(offer)));
  }

  private void take(Context context) {
    taken(context, offers.take(context.pathParam("token")));
  }

  private void taken(Context context, Taking taking) {
    switch (taking) {
      case Taking.Booked booked ->
          context.redirect("/appointment/" + booked.token() + "?booked", HttpStatus.SEE_OTHER);
      case Taking.Ended ended -> {
        context.status(HttpStatus.CONFLICT);
        showOffer(context, ended.offer());
      }
      case Taking.Unknown unknown -> layout.notFound(context);
    }
  }

  private void decline(Context context) {
    String token = context.pathParam("token");
    if (offers.find(token).isEmpty()) {
      layout.notFound(context);
      return;
    }
    offers.decline(token);
    context.redirect("/offer/" + token, HttpStatus.SEE_OTHER);
  }
}
