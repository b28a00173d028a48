-- What is to be sent, a row a message. A message is claimed by one sender at a time: a claim moves try_at to where the
-- lease runs out, so that a sender that dies loses nothing. What a message said is wiped when it has ended.
-- A reminder tells at which look it was planned: one of an earlier look than the last is not sent, nor one that stands no longer.

CREATE TABLE message (
  id              text    NOT NULL PRIMARY KEY,
  channel         text    NOT NULL,
  journey         text,
  cause           text,
  planned_at      bigint,
  recipient       text    NOT NULL,
  subject         text    NOT NULL,
  plain           text    NOT NULL,
  html            text,
  calendar_method text,
  calendar        text,
  unsubscribe     text,
  due_at          bigint  NOT NULL,
  stands_until    bigint,
  useless_after   bigint  NOT NULL,
  state           text    NOT NULL,
  try_at          bigint  NOT NULL,
  tries           integer NOT NULL,
  lease_owner     text,
  ended_at        bigint
);

CREATE INDEX message_to_try ON message (channel, try_at) WHERE state = 'waiting';
CREATE INDEX message_to_drop ON message (useless_after) WHERE state = 'waiting';
CREATE INDEX message_ended ON message (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX message_of_journey ON message (journey);

-- The last time that a channel could not send, and why.
CREATE TABLE sending_trouble (
  channel text   NOT NULL PRIMARY KEY,
  at      bigint NOT NULL,
  what    text   NOT NULL
);

-- What a person wants to be reminded of, and when their trial has to be looked at next for that.
CREATE TABLE reminder (
  journey    text    NOT NULL PRIMARY KEY,
  kinds      text    NOT NULL,
  channels   text    NOT NULL,
  step_times text    NOT NULL,
  rating_at  text    NOT NULL,
  quiet_from text    NOT NULL,
  quiet_to   text    NOT NULL,
  step_names integer NOT NULL,
  since      bigint  NOT NULL,
  look_at    bigint  NOT NULL,
  looked_at  bigint  NOT NULL
);

CREATE INDEX reminder_to_look ON reminder (look_at);
CREATE INDEX appointment_by_change ON appointment (changed_at);

-- The secret of the letters by which a person stops their reminders, hashed. It outlives these, so that an older letter still
-- tells that they are stopped.
CREATE TABLE stop_link (
  journey     text   NOT NULL PRIMARY KEY,
  secret_hash text   NOT NULL UNIQUE,
  at          bigint NOT NULL
);

-- What a person was reminded of already, or is about to be: the key of the cause, so that planning twice changes nothing.
CREATE TABLE reminder_told (
  journey  text   NOT NULL,
  occasion text   NOT NULL,
  channel  text   NOT NULL,
  message  text   NOT NULL,
  PRIMARY KEY (journey, occasion, channel)
);

CREATE INDEX reminder_told_by ON reminder_told (message);

-- Devices that take notifications. The keys are the browser's; only a message for it can be made with them.
CREATE TABLE push_subscription (
  id       text   NOT NULL PRIMARY KEY,
  journey  text   NOT NULL,
  endpoint text   NOT NULL,
  p256dh   text   NOT NULL,
  auth     text   NOT NULL,
  at       bigint NOT NULL,
  UNIQUE (journey, endpoint)
);

-- The secret address of a person's calendar feed, hashed.
CREATE TABLE calendar_feed (
  journey     text   NOT NULL PRIMARY KEY,
  secret_hash text   NOT NULL UNIQUE,
  at          bigint NOT NULL
);
