import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
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
} as const;

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The one rule of these that is not looked at unless it is asked for. */
const rules = { "target-size": { enabled: true } };

async function violationsOn(page: Page): Promise<readonly (readonly [rule: string, nodes: readonly string[]])[]> {
  await page.evaluate(axe.source);
  const result = (await page.evaluate(
    `axe.run(${JSON.stringify({ runOnly: { type: "tag", values: standards }, rules, resultTypes: ["violations"] })})`,
  )) as axe.AxeResults;
  return result.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)]);
}

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
      expect(await violationsOn(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(look.viewport.width);
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
    await page.evaluate(`globalThis.all = [...document.querySelectorAll("a, [tabindex='0']")];
      globalThis.visited = [];
      addEventListener("focusin", ({ target }) => visited.push([all.indexOf(target), getComputedStyle(target).outlineStyle]));`);
    const count = (await page.evaluate("all.length")) as number;
    for (let step = 0; step < count; step += 1) await page.keyboard.press("Tab");
    expect(await page.evaluate("visited")).toEqual(Array.from({ length: count }, (_unused, index) => [index, "solid"]));
    await page.context().close();
  });
});

test("the page of a report breaks no rule of accessibility where the reader prefers the dark", async () => {
  const { page } = await openPage(browser, pages["a report"] as Buffer, { ...looks.wide, colorScheme: "dark" });
  expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(18, 24, 31)");
  expect(await violationsOn(page)).toEqual([]);
  await page.context().close();
});

test("the rules find a grey too pale, links too tight for a finger, and a frame that no key reaches", async () => {
  const html = (pages["a report"] as Buffer)
    .toString("utf8")
    .replace("--soft: #46586a", "--soft: #b0b0b0")
    .replace(
      "nav a { display: inline-block; padding: 0.15rem 0; }",
      "nav a { display: block; font: 0.3rem/0.4rem Arial; }",
    )
    .replaceAll('tabindex="0"', "");
  const { page } = await openPage(browser, Buffer.from(html), looks.narrow);
  const found = (await violationsOn(page)).map(([rule]) => rule);
  expect(found).toEqual(expect.arrayContaining(["color-contrast", "target-size", "scrollable-region-focusable"]));
  await page.context().close();
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
