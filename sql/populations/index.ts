/** Which query measures which population. */
import type { Population } from "../../reports/act.ts";
import { activationOrders } from "./activation-orders.ts";
import { backboneDelays, backbonePackets } from "./backbone.ts";
import { creditedInvoices, disputedInvoices, disputes } from "./billing.ts";
import { calls, ivrTrees, phoneComplaints } from "./calls.ts";
import { answeredComplaints } from "./complaints.ts";
import { serviceOutages } from "./continuity.ts";
import { reportedFaults, restoredFaults } from "./faults.ts";
import { complaintsAnswered, complaintsTakenCharge } from "./own-complaints.ts";
import { delayTests, dialupOutages, packetTests, throughputTests } from "./performance.ts";
import type { ClassifiedRows, MeasuringContext } from "./population.ts";
import { requestsTakenCharge } from "./take-charge.ts";

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
  "service-outages": serviceOutages,
  "backbone-delays": backboneDelays,
  "backbone-packets": backbonePackets,
  "requests-taken-charge": requestsTakenCharge,
  "complaints-taken-charge": complaintsTakenCharge,
  "complaints-answered": complaintsAnswered,
};
