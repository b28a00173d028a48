-- The clinic's list: a row for each journey that its person shares with the clinic, and for no other. It is
-- summed up from the journal anew when due_at has come; an entry that arrives sets due_at to 0 in its own
-- transaction. need is a rank, 0 the most pressing.

CREATE TABLE clinic_row (
  journey      text    NOT NULL PRIMARY KEY REFERENCES journal (id),
  place        text    NOT NULL,
  name         text    NOT NULL,
  search       text    NOT NULL,
  shared_at    bigint  NOT NULL,
  entries      integer NOT NULL,
  due_at       bigint  NOT NULL,
  programme    text    NOT NULL,
  version      text    NOT NULL,
  need         integer NOT NULL,
  reason       text    NOT NULL,
  since        bigint  NOT NULL,
  day          integer NOT NULL,
  last_day     integer NOT NULL,
  ended        integer NOT NULL,
  last_at      bigint  NOT NULL,
  logged_day   integer NOT NULL,
  ratings      text    NOT NULL,
  plan_done    integer,
  steps_done   text    NOT NULL,
  verdict      text,
  change       text,
  seen_at      bigint,
  seen_by      text
);

CREATE INDEX clinic_row_by_need ON clinic_row (need, since, journey);
CREATE INDEX clinic_row_of_place ON clinic_row (place, need, since, journey);
CREATE INDEX clinic_row_due ON clinic_row (due_at);

-- How many rows each place has for each need, kept with the rows: counting them takes as long as there are rows.
CREATE TABLE clinic_count (
  place text    NOT NULL,
  need  integer NOT NULL,
  many  integer NOT NULL,
  PRIMARY KEY (place, need)
);

-- Each safety answer that stopped a trial, and when somebody of the clinic first looked at it. stopped_at is by the
-- person's clock; known_at by ours, when the clinic could first see it.
CREATE TABLE safety_stop (
  journey    text   NOT NULL REFERENCES journal (id),
  stopped_at bigint NOT NULL,
  known_at   bigint NOT NULL,
  place      text   NOT NULL,
  looked_at  bigint,
  looked_by  text,
  PRIMARY KEY (journey, stopped_at)
);

-- A programme handed to a person who has not begun yet. Only the hash of the link's secret is kept.
CREATE TABLE programme_invitation (
  id         text   NOT NULL PRIMARY KEY,
  token_hash text   NOT NULL UNIQUE,
  place      text   NOT NULL,
  programme  text   NOT NULL,
  name       text,
  email      text,
  by_name    text   NOT NULL,
  made_at    bigint NOT NULL,
  ends_at    bigint NOT NULL,
  journey    text
);

CREATE INDEX programme_invitation_of ON programme_invitation (journey);
CREATE INDEX programme_invitation_by_end ON programme_invitation (ends_at);
