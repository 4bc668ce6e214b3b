import { describe, expect, test } from "vitest";
import type { ReportModel, ReportRow } from "../../../reports/report-model.ts";
import { scopeText } from "../../../reports/scope.ts";
import { actPartOf, modelRows } from "../../../templates/xlsx/agcom-rows.ts";
import { figureSheets } from "../../../templates/xlsx/agcom-sheets.ts";
import { sampleModel } from "../sample-model.ts";

const sample = sampleModel();
const withRows = (change: (row: ReportRow) => ReportRow | undefined): ReportModel => ({
  ...sample,
  rows: sample.rows.flatMap((row) => change(row) ?? []),
});
const sheetsOf = (model: ReportModel) => figureSheets(actPartOf(model, "131-06-csp"));

/** Each sheet's figures as `indicator scope measure`. */
const figuresOf = (model: ReportModel) =>
  sheetsOf(model).map(({ name, indicators }) => ({
    name,
    figures: indicators.flatMap(({ blocks }) =>
      blocks.flatMap(({ rows }) =>
        rows.map(({ figure }) => `${figure.indicator} ${scopeText(figure.scope)} ${figure.measure}`),
      ),
    ),
  }));

/** The model's rows of the first indicator: kind of order (by its number), measure, value. */
const activationOf = (model: ReportModel) => {
  const [sheet] = sheetsOf(model);
  if (sheet === undefined) throw new Error("no sheet");
  let kind = "";
  return modelRows({ ...sheet, indicators: sheet.indicators.slice(0, 1) }).map(({ scope, measure, value }) => {
    kind = scope === "" ? kind : scope.slice(0, 2);
    return [kind, measure.split(" ").slice(0, 2).join(" "), typeof value === "string" ? value : value.decimal];
  });
};

const ofKind = (orderType: string) => (row: ReportRow) =>
  row.figure.scope.order_type === orderType && row.figure.indicator === "activation-time";

describe("the sheet of the model", () => {
  test("holds the four kinds of order with the model's measures, and of the other indicators the whole alone", () => {
    const kinds = ["active_line_same_operator", "active_line_other_operator", "operator_change", "new_line"];
    const measures = ["p95", "p99", "within-contract", "mean", "cases"];
    expect(figuresOf(sample)[0]).toEqual({
      name: "Delibera 131-06-CSP",
      figures: [
        ...kinds.flatMap((kind) => measures.map((measure) => `activation-time order_type=${kind} ${measure}`)),
        "fault-rate  ratio",
        "repair-time  p80",
        "repair-time  p95",
        "repair-time  within-contract",
        "repair-time  mean",
        "call-answer  navigation",
        "call-answer  agent-mean",
        "call-answer  total-mean",
        "call-answer  within-limit",
        "disputed-charges  ratio",
      ],
    });
  });

  test("keeps the model's order of measures, whatever the order of the report's", () => {
    expect(activationOf({ ...sample, rows: sample.rows.toReversed() })).toEqual(activationOf(sample));
  });

  test("shows a kind of order without cases as n.d., its number as 0", () => {
    const isChange = ofKind("operator_change");
    const without = withRows((row) => (isChange(row) ? undefined : row));
    expect(activationOf(without).slice(10, 15)).toEqual([
      ["3)", "Percentile 95°", "n.d."],
      ["3)", "Percentile 99°", "n.d."],
      ["3)", "Percentuale degli", "n.d."],
      ["3)", "Media", "n.d."],
      ["3)", "Numerosità dei", "0"],
    ]);
    expect(activationOf(without)).toHaveLength(20);
  });

  test("completes a kind of order of which the report has one measure alone", () => {
    const isNew = ofKind("new_line");
    const one = withRows((row) => (isNew(row) && row.figure.measure !== "mean" ? undefined : row));
    expect(activationOf(one).slice(15)).toEqual([
      ["4)", "Percentile 95°", "n.d."],
      ["4)", "Percentile 99°", "n.d."],
      ["4)", "Percentuale degli", "n.d."],
      ["4)", "Media", "12.40"],
      ["4)", "Numerosità dei", "0"],
    ]);
  });

  test.each([
    ["n.a. where the service is not offered", "not_applicable", "n.a."],
    ["n.d. where the operator has no table of orders", "not_assessable", "n.d."],
  ] as const)("shows every kind of order as %s, its number too", (_, outcome, shown) => {
    const unmeasured = withRows((row) => {
      if (row.figure.indicator !== "activation-time") return row;
      if (scopeText(row.figure.scope) !== "") return undefined;
      return { ...row, figure: { ...row.figure, value: null, exact: null, cases: 0, outcome } };
    });
    expect(new Set(activationOf(unmeasured).map(([, , value]) => value))).toEqual(new Set([shown]));
    expect(activationOf(unmeasured)).toHaveLength(20);
  });
});

describe("the sheet of the detail", () => {
  test("holds every other figure of the act, but for those narrowed to a target", () => {
    const all = ["p95", "p99", "within-contract", "within-agreed", "mean", "cases"];
    const kinds = ["active_line_same_operator", "active_line_other_operator", "operator_change", "new_line"];
    const parts = ["technology=ADSL", "technology=VDSL", "technology=WIRELESS", "network=own", "network=wholesale"];
    expect(figuresOf(sample)[1]).toEqual({
      name: "Dettaglio",
      figures: [
        ...all.map((measure) => `activation-time  ${measure}`),
        ...kinds.map((kind) => `activation-time order_type=${kind} within-agreed`),
        ...parts.flatMap((scope) => all.map((measure) => `activation-time ${scope} ${measure}`)),
      ],
    });
  });

  test("is left out where it would hold nothing", () => {
    const whole = withRows((row) => (row.figure.indicator === "activation-time" ? undefined : row));
    expect(sheetsOf(whole).map(({ name }) => name)).toEqual(["Delibera 131-06-CSP"]);
  });
});
