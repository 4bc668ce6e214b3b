/** What a year does with the suspensions of a case that only its first half has. */
import { expect, test } from "vitest";
import { byOracle, byProduct, type Case, type Rows } from "./compare.ts";
import { seededCase } from "./seeds.ts";

/** A year of two extractions; its own orders make way for one. */
const data = seededCase(18);
const on = (monthAndDay: string) => `${data.year}-${monthAndDay}`;
const suspended = (from: string, to: string | null) => ({
  ...{ case_table: "activation_orders", case_id: "O1", reason: "customer", evidence: null },
  ...{ started_at: on(from), ended_at: to === null ? null : on(to) },
});

test("an open suspension reaches into the second half, and takes none of the case's others away", async () => {
  const order = { order_id: "O1", service: "voice", technology: "VOIP", order_type: "new_line", network: "own" };
  const place = { region: "03", customer_class: "residential", customer_requested_later: "0" };
  const times = { registered_at: on("06-01T09:00:00"), completed_at: on("06-21T09:00:00") };
  const extractions = data.extractions.map(({ half, tables }) => ({
    half,
    tables: new Map([
      ...tables,
      ["activation_orders", [{ ...order, ...place, ...times }] as unknown as Rows],
      ["suspensions", [suspended("06-03", "06-05"), suspended("06-18", null)]],
    ] as const),
  }));
  const ofYear: Case = { ...data, extractions };
  expect([data.under, extractions.length]).toEqual(["charter", 2]);
  const [expected, actual] = [await byOracle(ofYear), await byProduct(ofYear)];
  // 20 days less the 3rd and the 4th, less the 18th, 19th and 20th.
  const name = "254-04-csp supply-time p95 voice []";
  expect([expected.figures[name], actual.figures[name]]).toEqual(["15 = 15, 1 cases", "15 = 15, 1 cases"]);
});
