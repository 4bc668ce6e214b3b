/** Each choice on orders against the act's own, on rows that lie just before, at and just past what it decides. */
import { describe, expect, test } from "vitest";
import type { Row } from "../corpus.ts";
import { chosenFigures, ownAndOther } from "./chosen-figures.ts";

/** The good row: ordered on the 1st, registered on the 2nd, completed on the 10th of February: 9 or 8 days of 30. */
const orders = (rows: readonly Row[]) => ({
  activation_orders: rows.map((row, i) => ({ order_id: `O${i + 1}`, ...row })),
});
const internet = (measure: string) => `131-06-csp activation-time ${measure}`;
const voice = (measure: string) => `254-04-csp supply-time ${measure}`;

test("order-start: 8 days from the registration, 9 from the customer's order where its time is known", async () => {
  const rows = orders([{}, { ordered_at: null }]);
  // (8 + 8) / 2 and (9 + 8) / 2.
  expect(await ownAndOther(rows, internet("mean"), { "order-start": "customer-order" })).toEqual(["8", "17/2"]);
  const calls = orders([{ service: "voice" }]);
  expect(await ownAndOther(calls, voice("p95"), { "order-start": "registration" })).toEqual(["9", "8"]);
  // Voice starts there already.
  expect(await ownAndOther(calls, voice("p95"), { "order-start": "customer-order" })).toEqual(["9", "9"]);
});

test("order-start: an order that the other start makes negative is left out, one of 0 days is not", async () => {
  const row = { service: "voice", ordered_at: "2026-02-01T09:00:00+01:00", completed_at: "2026-02-10T15:00:00+01:00" };
  const rows = orders(
    ["2026-02-09", "2026-02-10", "2026-02-11"].map((day) => ({ ...row, registered_at: `${day}T09:00:00+01:00` })),
  );
  const [own, other] = await chosenFigures(rows, [
    { figure: voice("p95"), settings: {} },
    { figure: voice("p95"), settings: { "order-start": "registration" } },
  ]);
  expect(own).toMatchObject({ exact: "9", cases: 3, classes: { counted: 3 } });
  // 1 and 0 days; from the 11th it would be -1.
  expect(other).toMatchObject({ exact: "1", cases: 2, classes: { counted: 2, "negative-net": 1 } });
});

test("order-period: an order registered as the period begins is of it, one registered a second before is not", async () => {
  const rows = orders(
    ["2025-12-31T23:59:59+01:00", "2026-01-01T00:00:00+01:00", "2026-01-01T00:00:01+01:00"].map((registered_at) => ({
      registered_at,
      ordered_at: null,
      completed_at: "2026-01-05T12:00:00+01:00",
    })),
  );
  const [own, other] = await chosenFigures(rows, [
    { figure: internet("mean"), settings: {} },
    { figure: internet("mean"), settings: { "order-period": "begun-and-completed" } },
  ]);
  // (5 + 4 + 4) / 3, then (4 + 4) / 2.
  expect(own).toMatchObject({ exact: "13/3", cases: 3 });
  expect(other).toMatchObject({ exact: "4", cases: 2, classes: { counted: 2, "begun-before": 1 } });
});

describe("day-count", () => {
  test("fulfilled on the same day takes 0 days, or the 1 that was begun; so every order one more", async () => {
    const rows = orders([{ completed_at: "2026-02-02T15:00:00+01:00" }, {}]);
    // (0 + 8) / 2, (1 + 9) / 2.
    expect(await ownAndOther(rows, internet("mean"), { "day-count": "started-days" })).toEqual(["4", "5"]);
  });

  test("the contract's term is held to the same count: of 8, 9 and 10 days allowed, 8 days keep three and 9 keep two", async () => {
    const rows = orders(["8", "9", "10"].map((contract_days) => ({ contract_days })));
    expect(await ownAndOther(rows, internet("within-contract"), { "day-count": "started-days" })).toEqual([
      "100",
      "200/3",
    ]);
  });
});

test("suspended-time: three days of a column and one of a row of suspensions are taken off, or they are not", async () => {
  const suspensions = [
    {
      case_table: "activation_orders",
      case_id: "O2",
      started_at: "2026-02-04T00:00:00+01:00",
      ended_at: "2026-02-05T00:00:00+01:00",
    },
  ];
  const rows = { ...orders([{ suspended_days: "3" }, {}, {}]), suspensions };
  // (5 + 7 + 8) / 3 and (8 + 8 + 8) / 3.
  expect(await ownAndOther(rows, internet("mean"), { "suspended-time": "gross" })).toEqual(["20/3", "8"]);
});

test("later-date-orders: the 20 days of one put off at the customer's wish are in the mean, or they are not", async () => {
  const rows = orders([{}, { customer_requested_later: "1", completed_at: "2026-02-22T15:00:00+01:00" }]);
  // 8, then (8 + 20) / 2; the contract's 30 days are kept either way.
  expect(await ownAndOther(rows, internet("mean"), { "later-date-orders": "included" })).toEqual(["8", "14"]);
  expect(await ownAndOther(rows, internet("cases"), { "later-date-orders": "included" })).toEqual(["1", "2"]);
});

test("cancelled-orders: cancelled a second before the completion is out, at it and after it is in", async () => {
  const rows = orders(
    ["2026-02-10T14:59:59+01:00", "2026-02-10T15:00:00+01:00", "2026-02-10T15:00:01+01:00"].map((cancelled_at) => ({
      cancelled_at,
    })),
  );
  expect(await ownAndOther(rows, internet("cases"), { "cancelled-orders": "counted-once-completed" })).toEqual([
    "0",
    "2",
  ]);
});

test("order-types: relocation, takeover, reactivation and change count as the first activation does", async () => {
  const types = ["new_line", "relocation", "takeover", "reactivation", "change"];
  const rows = orders(types.map((order_type) => ({ order_type })));
  expect(await ownAndOther(rows, internet("cases"), { "order-types": "all" })).toEqual(["1", "5"]);
});

test("choices taken together go on from each other: started days, gross, later dates", async () => {
  const rows = orders([{ suspended_days: "3" }, { customer_requested_later: "1" }]);
  const settings = { "day-count": "started-days", "suspended-time": "gross", "later-date-orders": "included" };
  // 8 - 3 of one; (8 + 1 + 8 + 1) / 2 of both.
  expect(await ownAndOther(rows, internet("mean"), settings)).toEqual(["5", "9"]);
});
