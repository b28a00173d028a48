-- Journals, each by itself: every key begins with the journal, so that they can be spread over machines.
-- Ids are UUIDs as text, instants are microseconds since 1970 (UTC). The SQL is SQLite's and PostgreSQL's alike.

CREATE TABLE journal (
  id       text   NOT NULL PRIMARY KEY,
  key_hash text   NOT NULL,
  begun_at bigint NOT NULL
);

CREATE TABLE journal_entry (
  journal text   NOT NULL REFERENCES journal (id),
  id      text   NOT NULL,
  at      bigint NOT NULL,
  type    text   NOT NULL,
  body    text   NOT NULL,
  PRIMARY KEY (journal, id)
);

CREATE TABLE journal_summary (
  journal   text    NOT NULL PRIMARY KEY REFERENCES journal (id),
  entries   integer NOT NULL,
  last_at   bigint  NOT NULL,
  last_type text    NOT NULL
);
