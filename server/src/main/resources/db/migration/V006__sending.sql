-- What is to be sent, a row a message. A message is claimed by one sender at a time: a claim moves try_at to where the
-- lease runs out, so that a sender that dies loses nothing. What a message said is wiped when it has ended.

CREATE TABLE message (
  id              text    NOT NULL PRIMARY KEY,
  channel         text    NOT NULL,
  journey         text,
  recipient       text    NOT NULL,
  subject         text    NOT NULL,
  plain           text    NOT NULL,
  html            text,
  calendar_method text,
  calendar        text,
  unsubscribe     text,
  due_at          bigint  NOT NULL,
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
