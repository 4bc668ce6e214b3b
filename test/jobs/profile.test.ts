import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkTargets, loadProfile, ProfileError, parseProfile } from "../../jobs/profile.ts";
import { acts } from "../../reports/acts/index.ts";
import { faultsOfShape, faultsOfTargets } from "./profile-faults.ts";
import { good } from "./profile-good.ts";

const file = "operators/example.yaml";

function refusal(run: () => unknown): ProfileError {
  try {
    run();
  } catch (error) {
    if (error instanceof ProfileError) return error;
    throw error;
  }
  throw new Error("the profile was accepted");
}

/** The good profile with one fault: `from` must stand in it exactly once. */
function faulty(from: string, to: string): string {
  expect(good.split(from)).toHaveLength(2);
  return good.replace(from, () => to);
}

describe("a good profile", () => {
  const profile = parseProfile(good, file);

  test("is read whole, with defaults for what it leaves out", () => {
    expect(profile).toMatchObject({
      id: "example",
      services: ["internet", "voice"],
      none: [],
      settings: {},
      deadlines: { alarm_days: 60, due_days: 90, annual: "06-30", targets: "12-31" },
      oddities: [],
      approval: { required: true },
      source: { kind: "mysql", host: "db.example.it", zone: "Europe/Rome" },
    });
    expect(profile.acts).toBeUndefined();
  });

  test("keeps a target's value as it was printed, and its scope in canonical form", () => {
    expect(profile.targets[0]).toEqual({
      id: "fault-rate",
      act: "131-06-csp",
      indicator: "fault-rate",
      measure: "ratio",
      scope: { technology: ["ADSL", "VDSL"], responsibility: "own" },
      value: "4.10",
      unit: "%",
      printed: "<",
      words: "inferiore al 4,10%",
      section: "3.1",
      year: 2026,
    });
  });

  test("passes the check against the acts", () => {
    expect(() => checkTargets(profile, acts)).not.toThrow();
  });

  test("may name the acts its charter follows, and a socket instead of a host", () => {
    const text = faulty("services:", "acts: [131-06-csp]\nservices:").replace(
      "host: db.example.it",
      "socketPath: run/db",
    );
    expect(parseProfile(text, file)).toMatchObject({ acts: ["131-06-csp"], source: { socketPath: "run/db" } });
  });
});

describe("a profile with one fault is refused with its line", () => {
  test.each(faultsOfShape)("$says", ({ from, to, says }) => {
    const error = refusal(() => parseProfile(faulty(from, to), file));
    expect(error.message).toBe(`${file}:${says}`);
    expect(error.exitCode).toBe(2);
  });

  test.each(faultsOfTargets)("against the acts: $says", ({ from, to, says }) => {
    const error = refusal(() => checkTargets(parseProfile(faulty(from, to), file), acts));
    expect(error.message).toBe(`${file}:${says}`);
  });

  test("all faults are named at once, in the order of the lines", () => {
    const text = faulty("unit: days", "unit: giorni").replace("roc:", "rok:");
    expect(refusal(() => parseProfile(text, file)).problems.map(({ line, path }) => [line, path])).toEqual([
      [3, "rok"],
      [33, "targets[1].unit"],
    ]);
  });

  test("what stands where a password's variable should is not repeated", () => {
    const error = refusal(() => parseProfile(faulty("passwordEnv: DB_PASSWORD", "passwordEnv: hunter2"), file));
    expect(error.message).not.toContain("hunter2");
  });

  test("an empty file, a list, and aliases that grow without end", () => {
    expect(refusal(() => parseProfile("", file)).message).toBe(
      `${file}:1: is empty; must be a mapping of keys to values`,
    );
    expect(refusal(() => parseProfile("- id: x\n", file)).message).toBe(
      `${file}:1: must be a mapping of keys to values, not a list`,
    );
    const bomb = ["a: &a [x, x, x, x, x, x, x, x, x]"];
    for (const [from, to] of ["ab", "bc", "cd", "de"]) bomb.push(`${to}: &${to} [${`*${from}, `.repeat(9)}x]`);
    expect(refusal(() => parseProfile(bomb.join("\n"), file)).message).toContain("alias count");
  });
});

describe("loadProfile", () => {
  test("says so where there is no file, or no UTF-8 text", async () => {
    const folder = await mkdtemp(join(tmpdir(), "semestrale-profile-"));
    try {
      const path = join(folder, "example.yaml");
      await expect(loadProfile(path)).rejects.toThrow(`${path}: cannot be read as a profile: ENOENT`);
      await writeFile(path, Uint8Array.of(0x69, 0x64, 0x3a, 0x20, 0xe0, 0x0a));
      await expect(loadProfile(path)).rejects.toThrow(`${path}: is not UTF-8 text; save it as UTF-8`);
      await writeFile(path, `\uFEFF${good.replaceAll("\n", "\r\n")}`);
      expect((await loadProfile(path)).id).toBe("example");
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
