/** Tunda IT owes no report: a document says so, and no workbook is made. What its page calls what is shown under an act. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { SampleRow } from "../../jobs/sample/row-text.ts";
import { readPdfText } from "../../templates/pdf/read-pdf.ts";
import { accounted, classified, isGoverned, runOfSample, type SampleRun } from "./sample-run.ts";

describe("as its profile stands", () => {
  let run: SampleRun;

  beforeAll(async () => {
    run = await runOfSample("tunda", 400);
  });

  test("a report without figures and without workbooks is published", () => {
    expect([run.exitCode, run.summary.subject, run.indicators.acts, run.indicators.indicators]).toEqual([
      0,
      false,
      [],
      [],
    ]);
    expect(run.files).toEqual([
      "distributions.csv",
      "distributions.parquet",
      "index.html",
      "indicators.csv",
      "indicators.json",
      "manifest.json",
      "report.pdf",
    ]);
    expect(run.indicators.warnings.map(({ code }) => code)).toEqual(["not-subject"]);
  });

  test("the document says that no report is owed, why, in whose words, and what was read", async () => {
    const runs = readPdfText(await readFile(join(run.place, "report.pdf")));
    const text = runs
      .map((one) => one.text)
      .join("")
      .replaceAll(/\s+/g, "");
    const invoices = run.rows("invoices").filter((row) => isInHalf(row.issued_on)).length;
    for (const words of [
      "Operatore non soggetto alla comunicazione degli indicatori di qualità all’Autorità",
      "non vi risultano servizi di accesso a Internet da postazione fissa né di telefonia vocale",
      "«gestire i servizi di web hosting condiviso • registrare un dominio»",
      "Il documento dell’operatore non contiene impegni misurabili",
      "Una proforma è una richiesta di pagamento e non una fattura",
      `fatture${new Intl.NumberFormat("it-IT", { useGrouping: "always" }).format(invoices)}0`,
    ])
      expect(text).toContain(words.replaceAll(/\s+/g, ""));
  });
});

const isInHalf = (day: string | null | undefined) => day != null && day >= "2026-01-01" && day <= "2026-06-30";

describe("were it to name an act and a service all the same", () => {
  const act = "131-06-csp";
  let run: SampleRun;

  beforeAll(async () => {
    run = await runOfSample("tunda", 400, (text) =>
      text.replace("services: []\n", `services: [internet]\nacts: [${act}]\n`),
    );
  });

  test("its figures are made, its one workbook too, and the document still says that none is owed", () => {
    expect([run.exitCode, run.summary.subject, run.indicators.acts]).toEqual([0, false, [act]]);
    expect(run.files).toContain(`agcom-${act}.xlsx`);
  });

  test("a proforma is no invoice", () => {
    const invoices = run.rows("invoices").filter((row) => isInHalf(row.issued_on));
    const expected = classified(invoices, { "not-invoice": (row) => row.document !== "invoice" });
    expect(accounted(run, act, "disputed-charges", "internet", "invoices")).toEqual(expected);
    const proforma = invoices.filter((row) => row.document === "proforma").length;
    expect(proforma).toBeGreaterThan(invoices.length / 3);
    const [figure] = run.indicators.indicators.filter(({ indicator }) => indicator === "disputed-charges");
    expect(figure?.denominator).toBe(String(expected.counted));
  });

  test("a ticket to administration that asks for proforma to be merged disputes nothing", () => {
    const tickets = run.rows("billing_disputes").filter((row) => isGoverned(row, "received_at"));
    const expected = classified(tickets, { "not-dispute": (row) => row.kind !== "dispute" });
    expect(expected.excluded["not-dispute"]).toBeGreaterThan(expected.counted);
    expect(accounted(run, act, "disputed-charges", "internet", "billing_disputes")).toEqual(expected);
  });

  test("tickets to support are faults, those to administration are not among them", () => {
    const faults = run.rows("fault_reports").filter((row) => isGoverned(row, "reported_at"));
    const complaints = run.rows("complaints");
    expect(new Set(complaints.map((row) => row.kind))).toEqual(new Set(["administration", "support"]));
    const { counted, excluded } = accounted(run, act, "fault-rate", "internet", "fault_reports");
    const left = Object.values(excluded).reduce((sum, rows) => sum + rows, 0);
    expect(counted + left).toBe(faults.length);
  });

  test("a customer whose sub-accounts open several tickets is one line", () => {
    const lines = run.rows("access_lines").filter(({ month = "" }) => isInHalf(`${month}-01`));
    const total = lines.reduce((sum, row) => sum + Number(row.lines), 0);
    const [figure] = run.indicators.indicators.filter(({ indicator }) => indicator === "fault-rate");
    // The mean of six months, as a reduced fraction.
    const [numerator = "", denominator = "1"] = (figure?.denominator ?? "").split("/");
    expect(6 * Number(numerator)).toBe(total * Number(denominator));

    const tickets = Map.groupBy(run.rows("fault_reports"), (row: SampleRow) => row.line_id);
    const customers = [...tickets.keys()].filter((id) => id !== null);
    expect([...tickets.values()].some((own) => own.length > 1)).toBe(true);
    expect(customers.length).toBeLessThan(total / 6);
  });
});
