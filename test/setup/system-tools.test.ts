import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { ensureTools, findTool, testTools } from "./system-tools.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const policy = "/usr/sbin/policy-rc.d";
const missing = [
  { command: "semestrale-one", debianPackage: "package-one" },
  { command: "qpdf", debianPackage: "qpdf" },
  { command: "semestrale-two", debianPackage: "package-two" },
];

describe("the system tools of the tests", () => {
  test("are all there once the setup has run, servers too where the PATH lacks sbin", () => {
    vi.stubEnv("PATH", "");
    for (const { command } of testTools) expect(findTool(command)).toMatch(new RegExp(`^/.*/${command}$`));
    expect(findTool("semestrale-one")).toBeUndefined();
  });

  test("are named with what to type where they cannot be installed", () => {
    vi.spyOn(process, "getuid").mockReturnValue(1000);
    expect(() => ensureTools(missing)).toThrow(
      "The tests need semestrale-one, semestrale-two. On Debian or Ubuntu type:\n" +
        "  sudo apt-get update && sudo apt-get install -y --no-install-recommends package-one package-two\n",
    );
  });

  // The stand-in for apt-get notes what it is asked, whether services may start, and makes the tools or not.
  function standIn(works: boolean): string {
    const folder = mkdtempSync(join(tmpdir(), "semestrale-apt-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const make = works ? `for tool in one two; do cp /bin/true ${folder}/semestrale-$tool; done` : "true";
    const script = `#!/bin/sh\necho "$DEBIAN_FRONTEND $@; policy $(${policy} >/dev/null 2>&1; echo $?)" >> ${folder}/log\n${make}\n`;
    writeFileSync(join(folder, "apt-get"), script, { mode: 0o755 });
    vi.stubEnv("PATH", [folder, process.env.PATH].join(delimiter));
    return folder;
  }

  test.runIf(process.getuid?.() === 0)("are installed all at once as root, without starting a service", () => {
    const had = existsSync(policy) ? readFileSync(policy, "utf8") : undefined;
    const folder = standIn(true);
    ensureTools(missing);
    expect(readFileSync(join(folder, "log"), "utf8")).toBe(
      "noninteractive update; policy 101\n" +
        "noninteractive install -y --no-install-recommends package-one package-two; policy 101\n",
    );
    expect(existsSync(policy) ? readFileSync(policy, "utf8") : undefined).toBe(had);
    rmSync(join(folder, "log"));
    ensureTools(missing);
    expect(existsSync(join(folder, "log"))).toBe(false);
  });

  test.runIf(process.getuid?.() === 0)("are missed where installing did not bring them", () => {
    standIn(false);
    expect(() => ensureTools(missing)).toThrow(
      "Installing did not bring what the tests need: package-one, package-two.",
    );
  });
});
