-- How staff and persons sign in: passkeys, invitations, links in letters; and what guards the trail.
-- Secrets are kept as their SHA-256 alone.

-- The owner is a member of staff or a person's account.
CREATE TABLE passkey (
  credential text   NOT NULL PRIMARY KEY,
  owner      text   NOT NULL,
  name       text   NOT NULL,
  public_key text   NOT NULL,
  sign_count bigint NOT NULL,
  made_at    bigint NOT NULL,
  used_at    bigint
);

CREATE INDEX passkey_of ON passkey (owner);

-- A set-up link is an invitation to be an administrator, without a name.
CREATE TABLE staff_link (
  link_hash    text   NOT NULL PRIMARY KEY,
  kind         text   NOT NULL,
  name         text   NOT NULL,
  role         text   NOT NULL,
  practitioner text,
  places       text   NOT NULL,
  made_at      bigint NOT NULL,
  ends_at      bigint NOT NULL
);

-- A person's account holds the trials that are kept on several devices.
CREATE TABLE account_journey (
  journey text NOT NULL PRIMARY KEY REFERENCES journal (id),
  account text NOT NULL
);

CREATE INDEX account_journey_of ON account_journey (account);

CREATE TABLE email_link (
  link_hash text   NOT NULL PRIMARY KEY,
  kind      text   NOT NULL,
  email     text   NOT NULL,
  journey   text   REFERENCES journal (id),
  made_at   bigint NOT NULL,
  ends_at   bigint NOT NULL
);

CREATE INDEX email_link_of ON email_link (journey);
CREATE INDEX email_link_to ON email_link (email);

-- A journey stands here only inside the transaction that erases it.
CREATE TABLE erasing (
  journey text NOT NULL PRIMARY KEY
);

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit trail is append-only');
END;

CREATE TRIGGER audit_goes_only_with_its_person BEFORE DELETE ON audit
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE erasing.journey = OLD.journey)
BEGIN
  SELECT RAISE(ABORT, 'the audit trail is append-only');
END;
