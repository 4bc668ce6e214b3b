/**
 * What an operator's profile may change in a population's query. Whatever is absent is as the act takes it, and leaves the
 * query as it is to the letter, so that no choice of one operator can touch another's figures.
 */
export interface ChosenOtherwise {
  /** Orders that began before the period are left out, although they were completed in it. */
  readonly orderPeriod?: "begun-and-completed";
  /** The day of the order counts as one: fulfilled on the same day takes a day. */
  readonly dayCount?: "started-days";
  /** Time due to the customer or the premises is not taken off. */
  readonly suspendedTime?: "gross";
  readonly laterDateOrders?: "included";
  readonly cancelledOrders?: "counted-once-completed";
  readonly orderTypes?: "all";
  /** With another start of the clock than its service's own an order may come out below zero days: it is left out. */
  readonly negativeNet?: "excluded";
  readonly thirdPartyFaults?: "excluded";
  /** Faults of that cause, and of an event so declared. */
  readonly forceMajeure?: "excluded";
  readonly operatorFaults?: "included";
  /** A report on a line whose fault is still open is the same fault. */
  readonly repeatedFaults?: "one-per-line";
  /** Repairs are of the period in which the fault was reported, whenever it was restored. */
  readonly repairPeriod?: "report";
  /** Besides the mean of the months: the lines at the period's end. */
  readonly finalLines?: true;
  /** Besides the mean of the lines: those lines times the years of the period. */
  readonly lineYears?: true;
  readonly outOfHoursCalls?: "included";
  /** Telephone complaints still open count, and are not solved. */
  readonly openComplaints?: "included";
  readonly disputeForm?: "all";
  /** Credited invoices are of the period in which the dispute was received. */
  readonly creditPeriod?: "receipt";
  /** A transfer that failed had no speed at all. */
  readonly failedTransfers?: "as-zero";
}
