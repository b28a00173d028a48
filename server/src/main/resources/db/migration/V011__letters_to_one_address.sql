-- Links that were sent to one address of late, whoever asked for them. Only the address's SHA-256 is kept, for a day.

CREATE TABLE link_letter (
  recipient_hash text   NOT NULL,
  at             bigint NOT NULL
);

CREATE INDEX link_letter_to ON link_letter (recipient_hash, at);
CREATE INDEX link_letter_by_time ON link_letter (at);
