-- Appointments. Of two who want one cell of a practitioner's calendar, the key of appointment_cell refuses
-- the second. A cell is 5 minutes, numbered from 1970 in UTC.

CREATE TABLE appointment (
  id           text    NOT NULL PRIMARY KEY,
  token_hash   text    NOT NULL UNIQUE,
  practitioner text    NOT NULL,
  service      text    NOT NULL,
  start_at     bigint  NOT NULL,
  end_at       bigint  NOT NULL,
  revision     integer NOT NULL,
  cancelled    integer NOT NULL,
  name         text    NOT NULL,
  email        text    NOT NULL,
  journey      text,
  summary      text,
  booked_at    bigint  NOT NULL,
  changed_at   bigint  NOT NULL
);

CREATE INDEX appointment_of_journey ON appointment (journey);
CREATE INDEX appointment_by_end ON appointment (end_at);

CREATE TABLE appointment_cell (
  practitioner text   NOT NULL,
  cell         bigint NOT NULL,
  appointment  text   NOT NULL REFERENCES appointment (id),
  PRIMARY KEY (practitioner, cell)
);

CREATE INDEX appointment_cell_of ON appointment_cell (appointment);
CREATE INDEX appointment_cell_when ON appointment_cell (cell);

-- The first answer of every request, so that the same request again gets the same one. No appointment
-- means that it was taken.
CREATE TABLE booking_key (
  key_hash     text   NOT NULL PRIMARY KEY,
  request_hash text   NOT NULL,
  sealed_token text,
  appointment  text,
  end_at       bigint NOT NULL
);

CREATE INDEX booking_key_of ON booking_key (appointment);
CREATE INDEX booking_key_by_end ON booking_key (end_at);
