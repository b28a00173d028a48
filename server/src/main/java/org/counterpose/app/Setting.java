package org.counterpose.app;

import java.util.Locale;

/**
 * What can be set when serving: by the option {@code --name}, the environment variable {@code
 * COUNTERPOSE_NAME}, or a line {@code name=value} of the file counterpose.properties in the data
 * folder.
 */
enum Setting {
  PORT,
  HOST,
  DATA,
  DATABASE,
  RATE_LIMIT,
  TRUSTED_PROXY,
  PUBLIC_ADDRESS,
  MAIL_HOST,
  MAIL_PORT,
  MAIL_USER,
  MAIL_PASSWORD,
  MAIL_PASSWORD_FILE,
  MAIL_SECURITY,
  MAIL_FROM;

  String property() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String option() {
    return "--" + property();
  }

  String variable() {
    return "COUNTERPOSE_" + name();
  }
}
