-- Booking for a whole clinic: several who want one cell, holds, offers, series, blocked times, a waiting list.

-- Whoever has a cell of a practitioner's calendar: an appointment, somebody who fills in the form (until an
-- instant), an offer to somebody of the waiting list, a blocked time. The key decides. Everybody claims lane 0;
-- only staff who overbook on purpose go to another lane, and where lane 0 is let go the next lane takes its place.
CREATE TABLE calendar_cell (
  practitioner text    NOT NULL,
  cell         bigint  NOT NULL,
  lane         integer NOT NULL,
  holder       text    NOT NULL,
  until_at     bigint,
  PRIMARY KEY (practitioner, cell, lane)
);

INSERT INTO calendar_cell (practitioner, cell, lane, holder, until_at)
  SELECT practitioner, cell, 0, appointment, NULL FROM appointment_cell;

DROP TABLE appointment_cell;

CREATE INDEX calendar_cell_of ON calendar_cell (holder);
CREATE INDEX calendar_cell_when ON calendar_cell (cell);
CREATE INDEX calendar_cell_until ON calendar_cell (until_at) WHERE until_at IS NOT NULL;

ALTER TABLE appointment ADD COLUMN place text NOT NULL DEFAULT 'main';
ALTER TABLE appointment ADD COLUMN zone text;
ALTER TABLE appointment ADD COLUMN language text;
ALTER TABLE appointment ADD COLUMN series text;
ALTER TABLE appointment ADD COLUMN series_number integer;
ALTER TABLE appointment ADD COLUMN attended text;
ALTER TABLE appointment ADD COLUMN reason text;
ALTER TABLE appointment ADD COLUMN on_purpose text;

CREATE INDEX appointment_of_series ON appointment (series);
CREATE INDEX appointment_by_start ON appointment (start_at);

-- Who was chosen where anyone was asked for, so that the same request again gets the same answer.
ALTER TABLE booking_key ADD COLUMN practitioner text;

-- More private links of an appointment: each letter that the clinic sends has one of its own.
CREATE TABLE appointment_link (
  token_hash  text NOT NULL PRIMARY KEY,
  appointment text NOT NULL
);

CREATE INDEX appointment_link_of ON appointment_link (appointment);

-- Visits that were booked together, every so many weeks.
CREATE TABLE visit_series (
  id       text    NOT NULL PRIMARY KEY,
  weeks    integer NOT NULL,
  visits   integer NOT NULL,
  start_at bigint  NOT NULL,
  revision integer NOT NULL
);

-- A time kept for who fills in the form; one for each visitor.
CREATE TABLE held_time (
  id           text   NOT NULL PRIMARY KEY,
  visitor_hash text   NOT NULL UNIQUE,
  address_hash text   NOT NULL,
  practitioner text   NOT NULL,
  service      text   NOT NULL,
  start_at     bigint NOT NULL,
  since_at     bigint NOT NULL,
  until_at     bigint NOT NULL
);

CREATE INDEX held_time_of ON held_time (address_hash);
CREATE INDEX held_time_until ON held_time (until_at);

CREATE TABLE blocked_time (
  id           text   NOT NULL PRIMARY KEY,
  practitioner text   NOT NULL,
  start_at     bigint NOT NULL,
  end_at       bigint NOT NULL,
  why          text   NOT NULL
);

CREATE INDEX blocked_time_by_end ON blocked_time (end_at);

CREATE TABLE waiting_person (
  id           text    NOT NULL PRIMARY KEY,
  token_hash   text    NOT NULL UNIQUE,
  service      text    NOT NULL,
  practitioner text    NOT NULL,
  place        text,
  from_date    text    NOT NULL,
  to_date      text    NOT NULL,
  days         integer NOT NULL,
  from_minute  integer NOT NULL,
  to_minute    integer NOT NULL,
  name         text    NOT NULL,
  email        text    NOT NULL,
  zone         text,
  language     text,
  asked_at     bigint  NOT NULL,
  number       integer NOT NULL,
  state        text    NOT NULL
);

CREATE INDEX waiting_person_for ON waiting_person (state, service, asked_at);
CREATE INDEX waiting_person_by_date ON waiting_person (to_date);

-- A freed time that is offered to one person. The key lets nobody have two open ones.
CREATE TABLE time_offer (
  id           text   NOT NULL PRIMARY KEY,
  token_hash   text   NOT NULL UNIQUE,
  waiting      text   NOT NULL,
  practitioner text   NOT NULL,
  place        text   NOT NULL,
  service      text   NOT NULL,
  start_at     bigint NOT NULL,
  end_at       bigint NOT NULL,
  offered_at   bigint NOT NULL,
  until_at     bigint NOT NULL,
  state        text   NOT NULL
);

CREATE UNIQUE INDEX time_offer_open ON time_offer (waiting) WHERE state = 'open';
CREATE INDEX time_offer_until ON time_offer (state, until_at);
CREATE INDEX time_offer_of ON time_offer (waiting, start_at);

-- Cells that were let go, until they were offered to those who wait. Noted by whatever lets cells go.
CREATE TABLE freed_time (
  practitioner text   NOT NULL,
  from_cell    bigint NOT NULL,
  before_cell  bigint NOT NULL,
  since_at     bigint NOT NULL,
  PRIMARY KEY (practitioner, from_cell, before_cell, since_at)
);
