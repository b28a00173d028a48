-- Limits that outlive a restart.

-- How much is left of a limit for one sender. sender is a hash.
CREATE TABLE rate_bucket (
  name    text   NOT NULL,
  sender  text   NOT NULL,
  left_of bigint NOT NULL,
  at      bigint NOT NULL,
  PRIMARY KEY (name, sender)
);
