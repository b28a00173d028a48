package org.counterpose.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.counterpose.people.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is handed on begins at the clinic's address, by whatever name somebody reached the page. */
class LinksThatLeaveThePageTest {

  private static final String PUBLIC = "https://clinic.example";
  private static final String[] INTRANET = {"X-Forwarded-Host", "intranet"};

  @TempDir Path folder;
  private Served served;

  @BeforeEach
  void start() {
    served =
        Served.in(
            folder, SettableClock.at("2026-11-23T12:15:00Z"), LinksThatLeaveThePageTest::inPublic);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private static Configuration inPublic(Configuration c) {
    return new Configuration(
        c.port(),
        c.host(),
        c.data(),
        c.rateLimits(),
        Set.of("127.0.0.1"),
        c.home(),
        Optional.of(Served.NOBODYS_MAIL),
        Optional.of(URI.create(PUBLIC)),
        c.reach());
  }

  @Test
  void a_programme_that_is_handed_out() {
    String staff = SignedIn.administrator(served.server().practice());
    Served.Answer handed =
        served.send(
            "POST",
            "/staff/hand-out",
            "programme=mid-back&place=main&name=Ana&email=ana@person.example"
                .getBytes(StandardCharsets.UTF_8),
            "Cookie",
            staff,
            "Content-Type",
            "application/x-www-form-urlencoded",
            INTRANET[0],
            INTRANET[1]);

    assertThat(handed.body()).contains(PUBLIC + "/invited/").doesNotContain("intranet");
    assertThat(letters()).singleElement().asString().contains(PUBLIC + "/invited/");
    assertThat(get("/staff/hand-out", "Cookie", staff))
        .contains(PUBLIC + "/embed/")
        .doesNotContain("intranet");
    assertThat(get("/embed/mid-back")).contains(PUBLIC + "/programmes/").doesNotContain("intranet");
  }

  @Test
  void a_visit_and_a_private_link() {
    String booked =
        served
            .post(
                "/api/v1/appointments",
                """
                {"practitioner":"chiropractor","service":"first-visit","name":"Ana",
                 "email":"ana@person.example","start":"2026-11-24T09:00:00-05:00"}
                """,
                "Idempotency-Key",
                "one",
                INTRANET[0],
                INTRANET[1])
            .body();
    String visit = "/appointment/" + OnTrial.json(booked).get("id").asText();
    assertThat(booked).contains(PUBLIC + visit);
    assertThat(get(visit)).contains(PUBLIC + visit).doesNotContain("intranet");
    assertThat(get(visit + "/invitation.ics").replaceAll("\\r\\n ", ""))
        .contains(PUBLIC + visit)
        .doesNotContain("intranet");

    assertThat(get("/keep", "Cookie", OnTrial.begun(served).cookie()))
        .contains(PUBLIC + "/j/")
        .doesNotContain("intranet");
  }

  private String get(String path, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of(INTRANET));
    return served.get(path, all.toArray(String[]::new)).body();
  }

  private List<String> letters() {
    return served
        .server()
        .practice()
        .database()
        .read(
            connection -> {
              List<String> found = new ArrayList<>();
              try (var select = connection.prepareStatement("SELECT plain FROM message");
                  var row = select.executeQuery()) {
                while (row.next()) {
                  found.add(row.getString(1));
                }
              }
              return found;
            });
  }
}
