import { expect, test } from "vitest";
import { compiledOf, measuredOn } from "./rows-of.ts";

const internet = {
  population: "activation-orders",
  settings: { service: "internet", clock: "registered_at", withoutDialup: true },
} as const;
const voice = { population: "activation-orders", settings: { service: "voice", clock: "ordered_at" } } as const;

/** Numbered from O1. The good row: registered on 2 February, completed on the 10th, 8 days; agreed for the 12th; 30 at most. */
const orders = (rows: readonly Readonly<Record<string, string | null>>[]) => ({
  activation_orders: rows.map((row, i) => ({ order_id: `O${i + 1}`, ...row })),
});

test("the query takes the time from completion, names each class once and binds the service and the period", async () => {
  const [query] = await compiledOf(internet);
  expect(query?.sql).toMatch(
    /case when \("o"."completed_at" is null or epoch_us\("o"."completed_at"\) < \$\d+ or epoch_us\("o"."completed_at"\) >= \$\d+\) then 'outside' when o.service <> \$\d+ then 'no-concern' when o.cancelled_at is not null then 'cancelled' when o.order_type in \('relocation', 'takeover', 'reactivation', 'change'\) then 'not-first-activation' when \$\d+ and o.technology = 'DIALUP' then 'dialup' else 'counted' end as "class"/,
  );
  expect(query?.sql).toContain(`left join`);
  expect(query?.parameters).toEqual(expect.arrayContaining(["internet", true, 1767222000000000n, 1782856800000000n]));
});

test("each row has one class: in this order outside, of no concern, cancelled, no first activation, dial-up", async () => {
  const { classes, facts } = await measuredOn(
    orders([
      {},
      { completed_at: null },
      { registered_at: "2025-12-01T09:00:00+01:00", completed_at: "2025-12-31T23:59:59+01:00", ordered_at: null },
      { registered_at: "2025-12-01T09:00:00+01:00", completed_at: "2026-01-01T00:00:00+01:00", ordered_at: null },
      { completed_at: "2026-06-30T23:59:59+02:00" },
      { completed_at: "2026-07-01T00:00:00+02:00" },
      { service: "voice" },
      { service: "voice", cancelled_at: "2026-02-11T00:00:00+01:00" },
      { cancelled_at: "2026-02-11T00:00:00+01:00" },
      { cancelled_at: "2026-02-11T00:00:00+01:00", order_type: "change", completed_at: null },
      { order_type: "relocation" },
      { order_type: "takeover" },
      { order_type: "reactivation" },
      { order_type: "change", technology: "DIALUP" },
      { order_type: "active_line_other_operator", technology: "DIALUP" },
    ]),
    internet,
  );
  expect(classes.activation_orders).toEqual({
    outside: 4,
    "no-concern": 2,
    cancelled: 1,
    "not-first-activation": 4,
    dialup: 1,
    counted: 3,
  });
  // 8 days; 1 December to 1 January: 31; 2 February to 30 June: 26 + 31 + 30 + 31 + 30 = 148.
  expect(facts.days).toEqual({ 8: 1, 31: 1, 148: 1 });
});

test("a later date asked by the customer leaves an order out of the times and not out of the agreed date", async () => {
  const { facts, excluded } = await measuredOn(
    orders([{}, { customer_requested_later: "1" }, { contract_days: null, agreed_on: null }]),
    internet,
  );
  // Agreed for the 12th and completed on the 10th: 2 days to spare. 30 - 8 = 22 days of the contract.
  expect(facts).toEqual({ days: { 8: 2 }, "contract-slack": { 22: 1 }, "agreed-slack": { 2: 2 } });
  expect(excluded).toEqual({ "activation_orders later-date": 1 });
});

test("slack is negative the day after the term: at 7, 8 and 9 contractual days for 8", async () => {
  const terms = orders(
    ["7", "8", "9"].map((contractDays, i) => ({
      contract_days: contractDays,
      agreed_on: `2026-02-${["09", "10", "11"][i]}`,
    })),
  );
  const { facts } = await measuredOn(terms, internet);
  expect(facts).toMatchObject({ "contract-slack": { "-1": 1, 0: 1, 1: 1 }, "agreed-slack": { "-1": 1, 0: 1, 1: 1 } });
});

test("under 131/06 the clock starts at registration, under 254/04 at the customer's order where its time is known", async () => {
  const both = { ordered_at: "2026-02-01T09:00:00+01:00" };
  const unknown = { ordered_at: null };
  const days = async (asked: typeof internet | typeof voice) =>
    (await measuredOn(orders([both, unknown].map((row) => ({ ...row, service: asked.settings.service }))), asked)).facts
      .days;
  expect(await days(internet)).toEqual({ 8: 2 });
  expect(await days(voice)).toEqual({ 9: 1, 8: 1 });
});

test("under 254/04 dial-up is a technology like any other", async () => {
  const { classes } = await measuredOn(orders([{ service: "voice", technology: "DIALUP" }]), voice);
  expect(classes.activation_orders).toEqual({ counted: 1 });
});

test("suspended days are subtracted, NULL is none, and rows of suspensions replace them", async () => {
  const suspensions = [
    {
      case_table: "activation_orders",
      case_id: "O3",
      started_at: "2026-02-04T00:00:00+01:00",
      ended_at: "2026-02-06T00:00:00+01:00",
    },
  ];
  const { facts } = await measuredOn(
    { ...orders([{}, { suspended_days: "5" }, { suspended_days: "5" }]), suspensions },
    internet,
  );
  // 8; 8 - 5 = 3; 8 - 2 = 6 whatever the column says.
  expect(facts.days).toEqual({ 8: 1, 3: 1, 6: 1 });
});

test("a scope takes the rows of its values, a set those of any", async () => {
  const rows = orders([
    {},
    { technology: "ADSL" },
    { technology: "VDSL" },
    { technology: "ADSL", network: "wholesale" },
  ]);
  const cases = async (only: object) => (await measuredOn(rows, { ...internet, only })).facts.days;
  expect(await cases({})).toEqual({ 8: 4 });
  expect(await cases({ technology: "ADSL" })).toEqual({ 8: 2 });
  expect(await cases({ technology: ["ADSL", "VDSL"] })).toEqual({ 8: 3 });
  expect(await cases({ technology: ["ADSL", "VDSL"], network: "own" })).toEqual({ 8: 2 });
  expect(await cases({ technology: "SATELLITE" })).toBeUndefined();
});
