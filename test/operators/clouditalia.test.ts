/** Clouditalia on sample data: what its page leaves out is left out with the clause, and nothing else is. */
import { beforeAll, describe, expect, test } from "vitest";
import type { SampleRow } from "../../jobs/sample/row-text.ts";
import { actOf } from "../../reports/acts/index.ts";
import { operator } from "./operator.ts";
import { accounted, classified, isGoverned, runOfSample, type SampleRun } from "./sample-run.ts";

const act = "156-23-cons";
let run: SampleRun;

beforeAll(async () => {
  run = await runOfSample("clouditalia", 2500);
});

const causeIs =
  (...causes: readonly string[]) =>
  (row: SampleRow) =>
    causes.includes(row.cause ?? "");

const faultsOf = (service: string) =>
  run.rows("fault_reports").filter((row) => row.service === service && isGoverned(row, "reported_at"));
const ordersOf = (service: string) =>
  run.rows("activation_orders").filter((row) => row.service === service && isGoverned(row, "completed_at"));

const faultClasses = {
  "reported-by-operator": (row: SampleRow) => row.reported_by === "operator",
  ancillary: (row: SampleRow) => row.extent === "ancillary",
  "customer-side": causeIs("customer_equipment", "customer_premises"),
  "no-fault": causeIs("none_found", "information"),
  administrative: causeIs("administrative_suspension"),
  "duplicate-report": causeIs("duplicate"),
};

test("runs under the acts in force, which its page does not name, and has no target of its own", async () => {
  const { profile } = await operator("clouditalia");
  expect([profile.acts, profile.targets, profile.commitments]).toEqual([undefined, [], []]);
  expect(run.exitCode).toBe(0);
  expect(run.indicators.acts).toEqual(["156-23-cons", "255-24-cons"]);
  expect(run.summary.targets).toEqual({ met: 0, missed: 0, notAssessable: 0, notApplicable: 0 });
});

describe.each(["internet", "voice"])("faults of %s", (service) => {
  test("are counted or left out as the rows alone say", () => {
    expect(accounted(run, act, "fault-rate", service, "fault_reports")).toEqual(
      classified(faultsOf(service), faultClasses),
    );
  });

  test.each([
    [
      "the customer's own modem",
      causeIs("customer_equipment"),
      "customer-side",
      "malfunzionamento non effettivo della rete",
    ],
    ["mail, fax, domains and 800 numbers", faultClasses.ancillary, "ancillary", "tasso riferito alla linea di accesso"],
    ["a reminder of what was reported", causeIs("duplicate"), "duplicate-report", "criterio adottato dall’operatore"],
  ] satisfies [string, (row: SampleRow) => boolean, string, string][])(
    "%s: left out, by its clause",
    (_, holds, id, clause) => {
      expect(faultsOf(service).some(holds)).toBe(true);
      const indicator = actOf(act)?.indicators.find((one) => one.id === "fault-rate" && one.service === service);
      const exclusion = indicator?.exclusions.find((one) => one.id === id);
      expect(exclusion?.clause).toBe(clause);
      expect(accounted(run, act, "fault-rate", service, "fault_reports").excluded[id]).toBeGreaterThan(0);
    },
  );

  test("of the rented modem are counted: without them the number would be another", () => {
    const withoutRented = { ...faultClasses, rented: causeIs("operator_equipment") };
    const { counted, excluded } = classified(faultsOf(service), withoutRented);
    expect(excluded.rented).toBeGreaterThan(0);
    expect(accounted(run, act, "fault-rate", service, "fault_reports").counted).toBe(counted + (excluded.rented ?? 0));
  });
});

test.each(["internet", "voice"])("%s: a take-over and a reactivation are no activation", (service) => {
  const orders = ordersOf(service);
  const expected = classified(orders, {
    cancelled: (row) => row.cancelled_at !== null,
    "not-first-activation": (row) =>
      ["relocation", "takeover", "reactivation", "change"].includes(row.order_type ?? ""),
  });
  expect(accounted(run, act, "supply-time", service, "activation_orders")).toEqual(expected);
  for (const type of ["takeover", "reactivation"])
    expect(orders.filter((row) => row.order_type === type && row.cancelled_at === null).length, type).toBeGreaterThan(
      0,
    );
});

test("one number has three purposes, each with its own values", () => {
  const scopes = run.indicators.indicators
    .filter(({ act: of, measure }) => of === "255-24-cons" && measure === "mean")
    .map(({ scope }) => `${scope.number ?? ""} ${scope.purpose ?? ""}`.trim());
  expect(scopes).toEqual(["", "800984200 administrative", "800984200 commercial", "800984200 technical"]);
});

describe("disputes that its page admits only in writing", () => {
  const admitted = ["letter", "fax", "email", "pec"];
  const received = () =>
    run.rows("billing_disputes").filter((row) => isGoverned(row, "received_at") && row.kind === "dispute");

  test.each(["internet", "voice"])(
    "%s: are counted where the data call them traceable, whatever the form",
    (service) => {
      const { counted, excluded } = accounted(run, act, "disputed-charges", service, "billing_disputes");
      const disputes = received().filter((row) => row.service === service);
      expect(counted).toBe(disputes.filter(({ traceable }) => traceable === "1").length);
      expect(excluded["not-traceable"]).toBe(disputes.filter(({ traceable }) => traceable === "0").length);
    },
  );

  test("those that came otherwise are said in a warning, by form", () => {
    const odd = run
      .rows("billing_disputes")
      .filter(
        (row) =>
          row.kind === "dispute" &&
          row.traceable === "1" &&
          !admitted.includes(row.channel ?? "") &&
          (isGoverned(row, "received_at") || isGoverned(row, "credited_on")),
      );
    const words = { phone: "telefono", web: "sito o area riservata" } as const;
    const counts = (["phone", "web"] as const)
      .map((channel) => [channel, odd.filter((row) => row.channel === channel).length] as const)
      .filter(([, rows]) => rows > 0)
      .map(([channel, rows]) => `${words[channel]} (${rows})`);
    expect(odd.length).toBeGreaterThan(1);
    const warning = run.indicators.warnings.find(({ code }) => code === "complaint-forms");
    expect(warning?.message).toContain(`${odd.length} contestazioni, segnate come tracciabili nei dati`);
    expect(warning?.message).toContain(`non ammette: ${counts.join(" e ")}. Il documento ammette: lettera, fax,`);
  });
});
