-- What its owner knows a device by that takes notifications.
ALTER TABLE push_subscription ADD COLUMN device text NOT NULL DEFAULT '';
