-- Who works at the clinic, who is signed in where, what persons agreed to, and who saw or changed what.
-- Secrets are kept as their SHA-256 alone.

CREATE TABLE staff (
  id           text   NOT NULL PRIMARY KEY,
  name         text   NOT NULL,
  role         text   NOT NULL,
  practitioner text,
  places       text   NOT NULL,
  made_at      bigint NOT NULL,
  removed_at   bigint
);

-- One signed-in device of a staff member or of a person's account.
CREATE TABLE session (
  token_hash text   NOT NULL PRIMARY KEY,
  staff      text   REFERENCES staff (id),
  account    text,
  device     text   NOT NULL,
  made_at    bigint NOT NULL,
  used_at    bigint NOT NULL,
  idle_at    bigint NOT NULL,
  ends_at    bigint NOT NULL
);

CREATE INDEX session_of_staff ON session (staff);
CREATE INDEX session_of_account ON session (account);
CREATE INDEX session_by_end ON session (ends_at);

-- The confirmed e-mail address of a journey's person.
CREATE TABLE contact (
  journey      text   NOT NULL PRIMARY KEY REFERENCES journal (id),
  email        text   NOT NULL,
  confirmed_at bigint NOT NULL
);

CREATE INDEX contact_by_email ON contact (email);

-- Each agreement, and its end. words is the version of what was agreed to.
CREATE TABLE consent (
  journey      text   NOT NULL REFERENCES journal (id),
  kind         text   NOT NULL,
  words        text   NOT NULL,
  given_at     bigint NOT NULL,
  withdrawn_at bigint,
  PRIMARY KEY (journey, kind, given_at)
);

-- Append-only: a line is never changed, and goes only when its person is erased.
CREATE TABLE audit (
  id      text   NOT NULL PRIMARY KEY,
  at      bigint NOT NULL,
  staff   text,
  who     text   NOT NULL,
  what    text   NOT NULL,
  journey text,
  detail  text   NOT NULL
);

CREATE INDEX audit_of_journey ON audit (journey, at);
CREATE INDEX audit_by_time ON audit (at);
