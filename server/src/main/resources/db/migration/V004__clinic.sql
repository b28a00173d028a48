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
  begun        integer NOT NULL,
  ended        integer NOT NULL,
  settled      integer NOT NULL,
  last_at      bigint  NOT NULL,
  still_logs   text    NOT NULL,
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
CREATE INDEX clinic_row_of_programme ON clinic_row (programme, need, since, journey);
CREATE INDEX clinic_row_due ON clinic_row (due_at);

-- How many rows each place has on each version of a programme for each need, kept with the rows: counting them takes
-- as long as there are rows.
CREATE TABLE clinic_count (
  place     text    NOT NULL,
  programme text    NOT NULL,
  version   text    NOT NULL,
  need      integer NOT NULL,
  many      integer NOT NULL,
  PRIMARY KEY (place, programme, version, need)
);

-- Each entry that called for somebody of the clinic, whether it stopped the trial for safety (1), and who first
-- looked at it when. known_at is by our clock, when the clinic could first see it: a device's own may be wrong.
CREATE TABLE concern (
  journey   text    NOT NULL REFERENCES journal (id),
  entry     text    NOT NULL,
  stops     integer NOT NULL,
  known_at  bigint  NOT NULL,
  place     text    NOT NULL,
  looked_at bigint,
  looked_by text,
  PRIMARY KEY (journey, entry)
);

-- A programme handed to a person who has not begun yet, in the language that they read. Only the hash of the link's secret is kept.
CREATE TABLE programme_invitation (
  id         text   NOT NULL PRIMARY KEY,
  token_hash text   NOT NULL UNIQUE,
  place      text   NOT NULL,
  programme  text   NOT NULL,
  language   text   NOT NULL,
  name       text,
  email      text,
  by_name    text   NOT NULL,
  made_at    bigint NOT NULL,
  ends_at    bigint NOT NULL,
  journey    text
);

CREATE INDEX programme_invitation_of ON programme_invitation (journey);
CREATE INDEX programme_invitation_by_end ON programme_invitation (ends_at);
