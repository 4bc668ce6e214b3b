/** Which query measures which population. */
import type { Population } from "../../reports/act.ts";
import { activationOrders } from "./activation-orders.ts";
import { creditedInvoices, disputedInvoices, disputes } from "./billing.ts";
import { calls, ivrTrees, phoneComplaints } from "./calls.ts";
import { answeredComplaints } from "./complaints.ts";
import { reportedFaults, restoredFaults } from "./faults.ts";
import { delayTests, dialupOutages, packetTests, throughputTests } from "./performance.ts";
import type { ClassifiedRows, MeasuringContext } from "./population.ts";

export const populations: Readonly<Record<Population, (context: MeasuringContext) => readonly ClassifiedRows[]>> = {
  "activation-orders": activationOrders,
  "reported-faults": reportedFaults,
  "restored-faults": restoredFaults,
  calls,
  "ivr-trees": ivrTrees,
  "phone-complaints": phoneComplaints,
  disputes,
  "disputed-invoices": disputedInvoices,
  "credited-invoices": creditedInvoices,
  "dialup-outages": dialupOutages,
  "throughput-tests": throughputTests,
  "delay-tests": delayTests,
  "packet-tests": packetTests,
  "answered-complaints": answeredComplaints,
};
