/** A real Chromium that can reach nothing: a page that asked for anything but itself would be found out. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { findTool } from "../../setup/system-tools.ts";

export async function openBrowser(): Promise<Browser> {
  const executablePath = findTool("chromium");
  if (executablePath === undefined)
    throw new Error("chromium is not installed; it comes with the Debian package chromium.");
  // The sandbox of a browser does not start as root, as tests may run, and nothing but our own page is opened.
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}

export interface OpenPage {
  readonly page: Page;
  /** All that the browser asked for. */
  readonly requests: readonly string[];
  /** What it complained about. */
  readonly complaints: readonly string[];
}

export const address = "https://pagina.invalid/index.html";

/** The page served at an address, as a published one would be. */
export async function openPage(browser: Browser, html: Buffer, options: BrowserContextOptions): Promise<OpenPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await context.route("**", (route) =>
    route.request().url() === address
      ? route.fulfill({ body: html, contentType: "text/html; charset=utf-8" })
      : route.abort(),
  );
  await page.goto(address);
  return { page, requests, complaints };
}
