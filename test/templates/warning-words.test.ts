import { describe, expect, test } from "vitest";
import type { Warning } from "../../reports/report-model.ts";
import { tellsOf, warningGroups } from "../../templates/warning-words.ts";
import { sampleModel } from "./sample-model.ts";

const groupsOf = (warnings: readonly Warning[]) => warningGroups(sampleModel({ warnings }));
const linesOf = (warnings: readonly Warning[]) => groupsOf(warnings).flatMap(({ lines }) => lines);

describe("the warnings", () => {
  test("stand under small heads, what concerns the data first, whatever their order in the report", () => {
    const codes = [
      "target-oddity",
      "charter-oddity",
      "charter-law",
      "old-targets",
      "act-unverified",
      "something-new",
      "act-not-in-force",
      "changed-rows",
      "target-act-not-reported",
      "target-matches-nothing",
      "odd-speed-missing",
      "line-gaps",
      "quarantined",
      "no-table",
      "empty-table",
    ];
    expect(groupsOf(codes.map((code) => ({ code, message: `${code}.` })))).toEqual([
      {
        head: "Avvertenze sui dati",
        lines: [
          "empty-table.",
          "no-table.",
          "quarantined.",
          "line-gaps.",
          "odd-speed-missing.",
          "target-matches-nothing.",
          "target-act-not-reported.",
          "changed-rows.",
        ],
      },
      // Acts keep the order of the report: each act's warnings stand together.
      { head: "Avvertenze sugli atti", lines: ["act-unverified.", "act-not-in-force."] },
      {
        head: "Avvertenze sulla Carta dei servizi",
        lines: ["old-targets.", "charter-law.", "charter-oddity.", "target-oddity."],
      },
      { head: "Altre avvertenze", lines: ["something-new."] },
    ]);
  });

  test("of no kind print no head", () => {
    expect(groupsOf([])).toEqual([]);
  });
});

describe("oddities of targets", () => {
  const oddity = (section: string, words: string, more: Partial<Warning> = {}): Warning => ({
    code: "target-oddity",
    message: `Carta, ${section}: ${words}`,
    ...more,
  });
  const speed = (profile: string, direction: string): Partial<Warning> => ({
    act: "244-08-csp",
    indicator: "throughput",
    scope: { profile, direction },
  });

  const cases: readonly (readonly [string, readonly Warning[], readonly string[]])[] = [
    [
      "in the same words are one, with their sections",
      [oddity("§ 1", "Manca l'unità."), oddity("§ 2", "Manca l'unità."), oddity("§ 3", "Manca l'unità.")],
      ["Carta, § 1, § 2 e § 3: Manca l'unità."],
    ],
    [
      "name a section once, and every place",
      [
        oddity("§ 3", "Riga doppia.", speed("4000", "download")),
        oddity("§ 3", "Riga doppia.", speed("4000", "download")),
        oddity("§ 3", "Riga doppia.", speed("512", "upload")),
        oddity("§ 3", "Riga doppia.", { act: "131-06-csp", indicator: "repair-time", scope: {} }),
      ],
      [
        "Carta, § 3: Riga doppia. (delibera n. 244/08/CSP; Velocità di trasmissione dati; profilo 4 Mbit/s; download / profilo 512 kbit/s; upload – delibera n. 131/06/CSP; Tempo di riparazione dei malfunzionamenti)",
      ],
    ],
    [
      "in other words stand apart",
      [oddity("§ 1", "Manca l'unità."), oddity("§ 1", "Manca il valore.")],
      ["Carta, § 1: Manca l'unità.", "Carta, § 1: Manca il valore."],
    ],
    [
      "do not repeat what their words name already",
      [
        oddity("§ 1", "La delibera 79/09/CSP dice altro.", {
          act: "79-09-csp",
          indicator: "agent-answer",
          scope: { limit: 10 },
        }),
      ],
      ["Carta, § 1: La delibera 79/09/CSP dice altro. (Tempo di risposta dell’addetto; limite di 10 s)"],
    ],
  ];
  test.each(cases)("%s", (_, warnings, lines) => {
    expect(linesOf(warnings)).toEqual(lines);
    expect(warnings.filter((warning) => !lines.some((line) => tellsOf(line, warning)))).toEqual([]);
  });

  test("of the charter itself keep a line for each section", () => {
    const own = (section: string): Warning => ({ code: "charter-oddity", message: `Carta, ${section}: Doppio.` });
    expect(linesOf([own("§ 1"), own("§ 2")])).toEqual(["Carta, § 1: Doppio.", "Carta, § 2: Doppio."]);
  });

  test("are not told by a line that lacks their section or a word", () => {
    const warning = oddity("§ 2.2", "Manca l'unità.");
    expect(tellsOf("Carta, § 1.1 e § 2.2: Manca l'unità.", warning)).toBe(true);
    expect(tellsOf("Carta, § 1.1 e § 3.2: Manca l'unità.", warning)).toBe(false);
    expect(tellsOf("Carta, § 1.1 e § 2.2: Manca unità.", warning)).toBe(false);
  });
});
