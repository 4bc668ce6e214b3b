import { beforeAll, describe, expect, test } from "vitest";
import type { Row } from "../corpus.ts";
import { classesOf, compiledOf, measuredOn } from "./rows-of.ts";

const settings = { service: "internet", withoutDialup: true } as const;
const reported = { population: "reported-faults", settings } as const;
const restored = { population: "restored-faults", settings } as const;

/** Numbered from F1. The good row: reported on 10 February 10:00, restored a day later, 48 hours at most. */
const faults = (rows: readonly Row[]) => ({ fault_reports: rows.map((row, i) => ({ fault_id: `F${i + 1}`, ...row })) });
const early = "2025-12-31T20:00:00+01:00";

test("the queries tell the classes apart in one order and bind what the act and the target say", async () => {
  const [query] = await compiledOf({ ...reported, ownFaultsOnly: true });
  expect(query?.sql).toMatch(
    /case when \("f"."reported_at" is null or .* then 'outside' when f.service <> \$\d+ then 'no-concern' when \$\d+ and f.technology = 'DIALUP' then 'dialup' when f.reported_by = 'operator' then 'reported-by-operator' when f.extent = 'ancillary' then 'ancillary' when f.cause in \('customer_equipment', 'customer_premises'\) then 'customer-side' when f.cause in \('none_found', 'information'\) then 'no-fault' when f.cause = 'administrative_suspension' then 'administrative' when f.cause = 'duplicate' then 'duplicate-report' when \$\d+ and f.cause = 'third_party' then 'third-party'/,
  );
  expect(query?.parameters).toEqual([1767222000000000n, 1782856800000000n, "internet", true, true, false]);
  const [repairs] = await compiledOf(restored);
  expect(repairs?.sql).toContain(`"f"."restored_at" is null`);
});

const classed: readonly (readonly [string, Row, string, string])[] = [
  // what, changes, class by report, class by restoration
  ["an effective fault", {}, "counted", "counted"],
  ["one not yet restored", { restored_at: null }, "counted", "outside"],
  [
    "one of the year before, restored in this",
    { reported_at: early, taken_charge_at: null, restored_at: "2026-01-01T00:00:00+01:00" },
    "outside",
    "counted",
  ],
  ["one restored in the next half", { restored_at: "2026-07-01T00:00:00+02:00" }, "counted", "outside"],
  ["one of the other service", { service: "voice" }, "no-concern", "no-concern"],
  ["dial-up", { technology: "DIALUP" }, "dialup", "dialup"],
  ["dial-up found by the operator", { technology: "DIALUP", reported_by: "operator" }, "dialup", "dialup"],
  ["one found by the operator", { reported_by: "operator" }, "reported-by-operator", "reported-by-operator"],
  ["mail, and not the line", { extent: "ancillary" }, "ancillary", "ancillary"],
  ["the line, said so", { extent: "line" }, "counted", "counted"],
  ["the customer's modem", { cause: "customer_equipment" }, "customer-side", "customer-side"],
  ["the customer's house", { cause: "customer_premises" }, "customer-side", "customer-side"],
  ["nothing found", { cause: "none_found" }, "no-fault", "no-fault"],
  ["a question", { cause: "information" }, "no-fault", "no-fault"],
  ["arrears", { cause: "administrative_suspension" }, "administrative", "administrative"],
  ["a repeated report", { cause: "duplicate" }, "duplicate-report", "duplicate-report"],
  ...["third_party", "operator_equipment", "interference", "force_majeure", "power_cut"].map(
    (cause) => [cause, { cause }, "counted", "counted"] as const,
  ),
];

describe("each fault has one class", () => {
  const rows = faults(classed.map(([, row], i) => ({ ...row, urgency: `${i}` })));
  let byReport: ReadonlyMap<string, string>;
  let byRestoration: ReadonlyMap<string, string>;

  beforeAll(async () => {
    [byReport, byRestoration] = [
      await classesOf(rows, reported, "urgency"),
      await classesOf(rows, restored, "urgency"),
    ];
  });

  test.each(classed.map(([what, , report, restoration], i) => ({ what, report, restoration, i })))(
    "$what: $report by report, $restoration by restoration",
    ({ report, restoration, i }) => {
      expect([byReport.get(`${i}`), byRestoration.get(`${i}`)]).toEqual([report, restoration]);
    },
  );
});

test("faults are never merged by line", async () => {
  const { facts } = await measuredOn(faults([{}, {}, {}]), reported);
  expect(facts.faults).toBe("3");
});

describe("narrowed by a target's words", () => {
  const rows = {
    ...faults([
      {},
      { cause: "third_party" },
      { cause: "force_majeure" },
      { cause: "interference" },
      { cause: "power_cut" },
      { event_id: "E1" },
      { event_id: "E9" },
    ]),
    events: [{}],
  };
  test.each([
    ["not at all", {}, { counted: 7 }],
    ["own faults only", { ownFaultsOnly: true }, { counted: 6, "third-party": 1 }],
    [
      "normal conditions only: an event counts where it was declared",
      { normalConditionsOnly: true },
      { counted: 3, "not-normal": 4 },
    ],
    ["both", { ownFaultsOnly: true, normalConditionsOnly: true }, { counted: 2, "third-party": 1, "not-normal": 4 }],
  ] as const)("%s", async (_, narrowed, classes) => {
    expect((await measuredOn(rows, { ...reported, ...narrowed })).classes.fault_reports).toEqual(classes);
  });
});

test("lines: the period's months of the service, without dial-up, over six", async () => {
  const access_lines = [
    { month: "2026-01", lines: "100" },
    { month: "2026-06", lines: "200" },
    { month: "2026-06", region: "10", lines: "5" },
    { month: "2025-12", lines: "999" },
    { month: "2026-07", lines: "999" },
    { service: "voice", lines: "999" },
    { technology: "DIALUP", lines: "999" },
  ];
  const { classes, facts, excluded } = await measuredOn({ access_lines }, reported);
  expect(classes.access_lines).toEqual({ counted: 3, outside: 2, "no-concern": 1, dialup: 1 });
  // (100 + 200 + 5) / 6
  expect(facts).toEqual({ faults: "0", "mean-lines": "305/6" });
  expect(excluded).toEqual({ "access_lines dialup": 1 });
});

test("repairs: elapsed seconds less suspended ones, and what is left of the contract's hours", async () => {
  const suspensions = [
    { case_id: "F4", started_at: "2026-02-10T12:00:00+01:00", ended_at: "2026-02-10T13:00:00+01:00" },
  ];
  const rows = faults([
    {},
    { suspended_seconds: "400" },
    { contract_hours: null },
    { suspended_seconds: "400" },
    { contract_hours: "24" },
    { contract_hours: "23" },
  ]);
  const { facts } = await measuredOn({ ...rows, suspensions }, restored);
  // 86400; 86400 - 400 = 86000; 86400 - 3600 = 82800.
  expect(facts.seconds).toEqual({ 86400: 4, 86000: 1, 82800: 1 });
  // 48 x 3600 = 172800; 24 x 3600 - 86400 = 0; 23 x 3600 - 86400 = -3600.
  expect(facts["contract-slack"]).toEqual({ 86400: 1, 86800: 1, 90000: 1, 0: 1, "-3600": 1 });
});

test("a fraction of a second is dropped from the time elapsed", async () => {
  const rows = faults(
    ["10:00:00.999", "10:00:01", "10:00:01.5"].map((end) => ({
      restored_at: `2026-02-10T${end}+01:00`,
      taken_charge_at: null,
    })),
  );
  expect((await measuredOn(rows, restored)).facts.seconds).toEqual({ 0: 1, 1: 2 });
});
