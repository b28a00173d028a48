-- What its owner knows a device by that takes notifications.
ALTER TABLE push_subscription ADD COLUMN device text NOT NULL DEFAULT '';

-- The language that a person began their trial in, or chose later: they are written to in it.
CREATE TABLE journey_language (
  journey  text NOT NULL PRIMARY KEY,
  language text NOT NULL
);
