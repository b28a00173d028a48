package org.counterpose.mail;

import jakarta.mail.MessagingException;
import java.util.Locale;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server said no to, and by which answer (RFC 5321, 4.2).
 *
 * @param about the command that it answered
 * @param code below 400 where it gave no answer
 * @param policy whether it said that this is about security or policy (RFC 3463, X.7)
 */
record Refusal(About about, int code, boolean policy) {

  enum About {
    SENDER,
    RECIPIENT,
    CONTENT
  }

  /** Answers that ask for a sign-in, another one or a safer way to it (RFC 4954, 6). */
  private static final Set<Integer> SIGN_IN = Set.of(530, 534, 535, 538);

  private static final int GOES_AWAY = 421;

  static Refusal of(MessagingException failure) {
    for (@Nullable Exception next = failure; next instanceof MessagingException each; ) {
      if (each instanceof SMTPAddressFailedException address) {
        return new Refusal(About.RECIPIENT, address.getReturnCode(), isPolicy(address));
      }
      if (each instanceof SMTPSendFailedException send) {
        return new Refusal(about(send.getCommand()), send.getReturnCode(), isPolicy(send));
      }
      next = each.getNextException();
    }
    return new Refusal(About.CONTENT, 0, false);
  }

  private static About about(String command) {
    String upper = command.toUpperCase(Locale.ROOT);
    if (upper.startsWith("MAIL")) {
      return About.SENDER;
    }
    return upper.startsWith("RCPT") ? About.RECIPIENT : About.CONTENT;
  }

  private static boolean isPolicy(MessagingException told) {
    String message = told.getMessage();
    return message != null && message.matches("(?s)\\d{3}[ -]\\d\\.7\\.\\d.*");
  }

  boolean asksForAnotherSignIn() {
    return SIGN_IN.contains(code);
  }

  /** Whether letters are not taken from us, whoever they go to. */
  boolean isOfTheSender() {
    return about == About.SENDER;
  }

  boolean brokeOff() {
    return code < 400 || code == GOES_AWAY;
  }

  /**
   * Whether the letter will never be taken. A recipient who is refused as a matter of policy may be
   * so because the server does not know us.
   */
  boolean isForEver() {
    return code >= 500 && !(about == About.RECIPIENT && policy);
  }

  /** The answer, to end a sentence with. */
  static String said(int code) {
    return code < 400 ? ", without an answer" : ", answer " + code;
  }
}
