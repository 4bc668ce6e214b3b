/**
 * What a set of sample data is made from. Five parameters say whose data and how much; every shape of the data is a
 * further one with a default. Shares are per mille of the rows they speak of; weights are relative.
 */
import { defaultShapes } from "./default-shapes.ts";
import { presets } from "./presets.ts";

export interface SampleShapes {
  /** `mixed` writes some instants with `Z`, some as naive Rome time (only where unambiguous), some as a bare date. */
  readonly timeStyle: "offset" | "mixed";
  /** Instants that carry milliseconds. */
  readonly fractionShare: number;
  /** Rows lie up to so many days outside the period at both edges. */
  readonly marginDays: number;
  /** Pinned rows: on the period's edges, a second off them, and on both days when the clocks change. */
  readonly edgeRows: boolean;

  /** Rows spoilt in one of the six ways a row can be bad. */
  readonly badShare: number;
  /** Rows that come twice, identical. */
  readonly duplicateShare: number;
  /** Rows that come twice under one key with different content. */
  readonly conflictShare: number;

  /** Rhythms: weights from Monday to Sunday, and from January to December. */
  readonly callWeekdays: readonly number[];
  readonly callSeason: readonly number[];
  readonly faultWeekdays: readonly number[];
  readonly faultSeason: readonly number[];
  readonly orderWeekdays: readonly number[];
  readonly orderSeason: readonly number[];

  /** Growth of the lines from one month to the next, from January on. */
  readonly lineGrowth: number;

  /** Orders completed in a half-year, per mille of the lines. */
  readonly orders: number;
  /** Orders beyond the contractual maximum. */
  readonly lateInternetOrders: number;
  readonly lateVoiceOrders: number;
  readonly requestedLaterOrders: number;
  readonly cancelledOrders: number;
  readonly openOrders: number;
  /** Orders completed after the agreed date. */
  readonly agreedMissed: number;

  /** Effective faults in a half-year, per ten thousand lines of the service. */
  readonly internetFaultRate: number;
  readonly voiceFaultRate: number;
  /** Median time to repair, seconds. */
  readonly internetRepairMedian: number;
  readonly voiceRepairMedian: number;
  /** How many medians the 95th percentile of repairs is. */
  readonly repairTail: number;
  readonly openFaults: number;
  /** Reports that turn out to be no fault of the network: customer equipment, nothing found, information, ... */
  readonly notEffectiveFaults: number;
  readonly thirdPartyFaults: number;
  /** Interference, force majeure and power cuts. */
  readonly exceptionalFaults: number;
  readonly operatorFoundFaults: number;
  readonly ancillaryFaults: number;
  /** Outages that hit many lines at once. */
  readonly outages: number;
  /** Reports that each of them brings. */
  readonly outageLines: number;

  /** Orders and faults whose clock stopped by rows of the table of suspensions. */
  readonly suspendedCases: number;
  /** Of these, those whose intervals overlap, or end after the case, or have no end. */
  readonly overlappingSuspensions: number;
  /** Orders and faults whose clock stopped by their own column. */
  readonly suspendedByColumn: number;

  /** Invoices per line in a half-year. */
  readonly invoices: number;
  readonly creditNotes: number;
  readonly proforma: number;
  /** Disputes of any kind, per ten thousand invoices of the service. */
  readonly internetDisputeRate: number;
  readonly voiceDisputeRate: number;
  /** Disputes by telephone, mostly without a trace. */
  readonly phoneDisputes: number;
  readonly letterDisputes: number;
  /** Disputes of an invoice that was disputed before. */
  readonly repeatedDisputes: number;

  /** Calls in a half-year, per mille of the lines. */
  readonly calls: number;
  readonly abandonedCalls: number;
  readonly outOfHoursCalls: number;
  /** Calls whose caller never chose an agent. */
  readonly neverChoseCalls: number;
  readonly operatorServiceCalls: number;
  /** The day of the half-year on which every IVR tree changes. */
  readonly ivrChangeDay: number;

  /** Per mille of the lines in a half-year. */
  readonly phoneComplaints: number;
  readonly complaints: number;
  readonly throughputTests: number;
  readonly failedTests: number;
  readonly delayTests: number;
  readonly packetTests: number;
  readonly backboneTests: number;
  /** Numbers of outages in the half-year, whatever the size. */
  readonly dialupOutages: number;
  readonly serviceOutages: number;
}

/** The operators that there is sample data of. */
export const sampleOperators = ["cielo", "hellotel", "clouditalia", "cloudfabric", "tunda"] as const;
export type SampleOperator = (typeof sampleOperators)[number];

export interface SampleScope {
  readonly seed: number;
  readonly operator: SampleOperator;
  readonly year: number;
  readonly half: 1 | 2;
  /** Access lines in January of the year; all tables scale from it. */
  readonly size: number;
}

export type SampleParameters = SampleScope & Partial<SampleShapes>;
export type CompleteParameters = SampleScope & SampleShapes;

/** The parameters with every default in place: those given, else the operator's own, else the common ones. */
export function completeParameters(parameters: SampleParameters): CompleteParameters {
  const scaled = { outageLines: Math.max(defaultShapes.outageLines, Math.floor(parameters.size / 400)) };
  return { ...defaultShapes, ...scaled, ...presets[parameters.operator].shapes, ...parameters };
}

/** Every parameter, one a line: `name = value`. The same text gives the same data. */
export function describeParameters(parameters: SampleParameters): string {
  const entries = Object.entries(completeParameters(parameters));
  return entries.map(([name, value]) => `${name} = ${JSON.stringify(value)}\n`).join("");
}
