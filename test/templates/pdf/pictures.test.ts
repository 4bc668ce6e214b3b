/** The pictures of a report read back: as many as there should be, and in each every number and word. */
import { beforeAll, describe, expect, test } from "vitest";
import { actOf } from "../../../reports/acts/index.ts";
import type { ReportModel } from "../../../reports/report-model.ts";
import { indicatorCharts } from "../../../templates/pdf/chart-content.ts";
import { pageMargins } from "../../../templates/pdf/page-style.ts";
import { readPictureLabels } from "../../../templates/pdf/read-pictures.ts";
import { renderReportPdf } from "../../../templates/pdf/report-pdf.ts";
import { verifyReportPdf } from "../../../templates/pdf/verify-pdf.ts";
import { outlineOf } from "../../../templates/report-outline.ts";
import { repair } from "../charts/chart-rows.ts";
import { fullModel } from "../html/page-models.ts";
import { sampleModel } from "../sample-model.ts";
import { restreamed } from "../tampering.ts";

const act = actOf("131-06-csp");
if (act === undefined) throw new Error("no act");
const withTargets = (...targets: Parameters<typeof repair>[0]): ReportModel =>
  sampleModel({ acts: [act], rows: repair(targets), conservation: [], warnings: [], commitments: [] });
const model = withTargets(["p95", "18"], ["mean", "10"]);

let report: Buffer = Buffer.alloc(0);
beforeAll(async () => {
  report = await renderReportPdf(model, { draft: false });
});

const differences = (bytes: Buffer, of = model) => verifyReportPdf(bytes, of, { draft: false });
/** A label is drawn upside down, for the picture stands on its head. */
const label = /(BT\n\/F\d+ [\d.]+ Tf\n0 Tr\n1 0 0 -1 [-\d.]+ [-\d.]+ Tm\n\[<)([0-9a-f]{4})/g;

describe("the pictures of a report", () => {
  test("say what the drawn picture says, label by label", () => {
    const labels = readPictureLabels(report);
    expect(labels).toHaveLength(1);
    // Of 1 to 20 hours, one each: the nineteenth, and (20 + 1) / 2.
    for (const words of ["quota dei casi", "100 %", "Percentile 95°: 19,00 ore solari", "Media: 10,50 ore solari"])
      expect(labels[0]).toContain(words);
    expect(labels[0]).toContain("obiettivo: non superiore a 18");
    expect(differences(report)).toEqual([]);
  });

  test("stand side by side where there are more than one, and no lower than their legend is long", () => {
    const part = outlineOf(fullModel).flatMap(({ indicators }) => indicators);
    const drawn = part.map((one) => indicatorCharts(one).shown.map(({ chart }) => chart));
    // A landscape A4 page between its margins, and the gap between two pictures.
    const room = 842 - pageMargins.left - pageMargins.right;
    for (const charts of drawn)
      expect(charts.reduce((sum, { width }) => sum + width, 14 * (charts.length - 1))).toBeLessThanOrEqual(room);
    const lowest = (svg: string) =>
      Math.max(...[...svg.matchAll(/<text x="[^"]*" y="([\d.]+)"/g)].map(([, y]) => Number(y)));
    for (const { svg, height } of drawn.flat()) expect(lowest(svg)).toBeLessThan(height);
  });

  test("differ where one sign of any label is another", () => {
    const places = readPictureLabels(report).flat();
    for (const place of places.keys()) {
      let seen = 0;
      const change = (content: string) =>
        content.replace(label, (whole, before: string, glyph: string) =>
          seen++ === place ? `${before}${glyph === "0001" ? "0002" : "0001"}` : whole,
        );
      const altered = restreamed(report, (content) => /0 Tr\n1 0 0 -1/.test(content), change);
      expect(differences(altered).join()).toMatch(/^Picture 1 says ".*" instead of "/);
    }
  });

  test("differ where a label is gone, and where a picture is", () => {
    const without = restreamed(
      report,
      (content) => /0 Tr\n1 0 0 -1/.test(content),
      (content) => content.replace(/BT\n\/F\d+ [\d.]+ Tf\n0 Tr\n[^\n]*\n[^\n]*\nET\n/, ""),
    );
    expect(differences(without).join()).toMatch(/^Picture 1 says/);
    const bare = { ...model, rows: model.rows.map(({ curve: _, ...row }) => row) };
    expect(differences(report, bare)).toContain("1 pictures are there instead of 0.");
  });

  test("differ from those of a model with another target in the picture", () => {
    expect(differences(report, withTargets(["p95", "17"], ["mean", "10"])).join()).toContain(
      'says "obiettivo: non superiore a 18" instead of "obiettivo: non superiore a 17"',
    );
  });
});
