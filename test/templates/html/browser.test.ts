import axe from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acts } from "../../../reports/acts/index.ts";
import { operatorPageOf } from "../../../templates/html/operator-page.ts";
import { renderPage } from "../../../templates/html/page.ts";
import { renderReportPage } from "../../../templates/html/report-page.ts";
import { address, openBrowser, openPage } from "./browser.ts";
import { files, fullModel, notSubjectModel, yearModel } from "./page-models.ts";

const { operator, period, rows } = fullModel;
const figures = rows.map(({ figure }) => figure);
const revisions = [1, 2].map((revision) => ({
  revision,
  folder: `${period.id}/r${revision}`,
  files: ["index.html", "report.pdf", "indicators.csv", "indicators.json"],
  figures,
}));
const before = { id: "2025-S2", year: 2025, half: 2, firstDay: "2025-07-01", lastDay: "2025-12-31" } as const;
const older = { period: before, revisions: revisions.slice(0, 1) };

const pages: Readonly<Record<string, Buffer>> = {
  "a report": renderReportPage(fullModel, files),
  "a year": renderReportPage(yearModel, files),
  "an operator that owes no report": renderReportPage(notSubjectModel, files),
  "all reports of an operator": renderPage(operatorPageOf({ operator, acts, periods: [older, { period, revisions }] })),
};

/** 320 is 1280 enlarged four times. */
const looks = {
  wide: { viewport: { width: 1280, height: 900 } },
  narrow: { viewport: { width: 320, height: 640 } },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  "dark and narrow": { viewport: { width: 320, height: 640 }, colorScheme: "dark" },
} as const;

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe.each(Object.entries(pages))("the page of %s, in a browser", (_, html) => {
  test.each(Object.entries(looks))(
    "breaks no rule of accessibility and scrolls one way alone, %s",
    async (__, look) => {
      const { page } = await openPage(browser, html, look);
      await page.evaluate(axe.source);
      const violations = await page.evaluate(async (values) => {
        // biome-ignore lint/suspicious/noExplicitAny: axe is a global of the page that was just given it.
        const result = await (globalThis as any).axe.run({ runOnly: { type: "tag", values } });
        return result.violations.map((one: axe.Result) => [
          one.id,
          one.nodes.map(({ html: node }) => node).slice(0, 3),
        ]);
      }, standards);
      expect(violations).toEqual([]);
      const width = await page.evaluate("document.documentElement.scrollWidth");
      expect(width).toBeLessThanOrEqual(look.viewport.width);
      await page.context().close();
    },
  );

  test("asks for nothing but itself, complains of nothing, and says as much without scripts as with them", async () => {
    const withScripts = await openPage(browser, html, looks.wide);
    const without = await openPage(browser, html, { ...looks.wide, javaScriptEnabled: false });
    for (const { requests, complaints } of [withScripts, without]) {
      expect(requests).toEqual([address]);
      expect(complaints).toEqual([]);
    }
    const said = await without.page.locator("body").innerText();
    expect(said.length).toBeGreaterThan(500);
    expect(await withScripts.page.locator("body").innerText()).toBe(said);
    for (const { page } of [withScripts, without]) await page.context().close();
  });

  test("lets the keyboard reach every link and every picture's frame, in their order, and shows where it is", async () => {
    const { page } = await openPage(browser, html, looks.wide);
    const order = `[...document.querySelectorAll("a, [tabindex='0']")]`;
    const expected = (await page.evaluate(`${order}.length`)) as number;
    const visited: unknown[] = [];
    for (let step = 0; step < expected; step += 1) {
      await page.keyboard.press("Tab");
      visited.push(
        await page.evaluate(
          `[${order}.indexOf(document.activeElement), getComputedStyle(document.activeElement).outlineStyle]`,
        ),
      );
    }
    expect(visited).toEqual(Array.from({ length: expected }, (_unused, index) => [index, "solid"]));
    await page.context().close();
  });
});

test("the first link leads past the index to the contents", async () => {
  const { page } = await openPage(browser, pages["a report"] as Buffer, looks.narrow);
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.getBoundingClientRect().top >= 0")).toBe(true);
  await page.keyboard.press("Enter");
  expect(await page.evaluate("document.activeElement.id")).toBe("contenuto");
  await page.context().close();
});

test("on paper every page of a table begins with its heads, and the index is left out", async () => {
  const { page } = await openPage(browser, pages["a report"] as Buffer, looks.narrow);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("nav").isVisible()).toBe(false);
  const displays = await page.evaluate(
    `[...new Set([...document.querySelectorAll("thead")].map((head) => getComputedStyle(head).display))]`,
  );
  expect(displays).toEqual(["table-header-group"]);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  // A4 landscape, in points of a 72nd of an inch.
  expect(pdf.toString("latin1")).toMatch(/\/MediaBox \[0 0 84\d(?:\.\d+)? 59\d(?:\.\d+)?\]/);
  await page.context().close();
});
