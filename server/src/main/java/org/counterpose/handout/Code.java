package org.counterpose.handout;

/**
 * The way back from paper to the screen.
 *
 * @param address what the QR code holds
 * @param leads what opens there, and for whom
 */
public record Code(String address, Leads leads) {

  /** Where a code leads. Only the first two open something by themselves. */
  public enum Leads {
    /** The person's own private link: printed for nobody but them. */
    TO_THEIR_TRIAL("sheet.code.own"),
    /** An invitation: begins the check, once. */
    TO_A_BEGINNING("sheet.code.invitation"),
    /** Today, on a device that holds the trial already. */
    TO_TODAY("sheet.code.today"),
    /** The programme's page, for everybody. */
    TO_THE_PROGRAMME("sheet.code.programme");

    private final String words;

    Leads(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
