import { describe, expect, test } from "vitest";
import { countsOf, operator } from "./operator.ts";

describe("Hellotel publishes 66 targets, and promises two terms for complaints", async () => {
  const { profile } = await operator("hellotel");

  test("66 that acts of the Authority measure, and its own beside them: one without a number", () => {
    const own = profile.targets.filter(({ act }) => act === "operator");
    expect([profile.targets.length - own.length, profile.commitments.length]).toEqual([66, 0]);
    expect(own.map(({ id }) => id)).toEqual(["1.3", "2.9"]);
    expect(profile.measured.map(({ id, indicator }) => [id, indicator])).toEqual([["1.1", "priority-activation"]]);
  });

  test("by act and measure: 3 x 4 calls, 10 of internet access, 7 x 4 of speed, 4 x 3 of delay, 4 of loss", () => {
    expect(countsOf(profile.targets)).toEqual({
      "79-09-csp ivr-navigation weighted-mean": 3,
      "79-09-csp agent-answer mean": 3,
      "79-09-csp agent-answer within-limit": 3,
      "79-09-csp first-call-resolution ratio": 3,
      "131-06-csp activation-time p95": 1,
      "131-06-csp activation-time p99": 1,
      "131-06-csp activation-time within-agreed": 1,
      "131-06-csp activation-time mean": 1,
      "131-06-csp fault-rate ratio": 1,
      "131-06-csp repair-time p80": 1,
      "131-06-csp repair-time p95": 1,
      "131-06-csp repair-time within-contract": 1,
      "131-06-csp repair-time mean": 1,
      "131-06-csp disputed-charges ratio": 1,
      "244-08-csp throughput p5": 7,
      "244-08-csp throughput p95": 7,
      "244-08-csp throughput mean": 7,
      "244-08-csp throughput stddev": 7,
      "244-08-csp delay p95": 4,
      "244-08-csp delay mean": 4,
      "244-08-csp delay stddev": 4,
      "244-08-csp packet-loss ratio": 4,
      "operator complaint-answer within-term": 1,
      "operator complaint-outcome within-term": 1,
    });
  });

  test("only the three shares of calls print a comparator", () => {
    const compared = profile.targets.filter(({ printed }) => printed !== "bare");
    expect(compared.map(({ id, printed }) => [id, printed])).toEqual([
      ["technical-answer-within-20-s", ">"],
      ["commercial-answer-within-20-s", ">"],
      ["information-answer-within-20-s", ">"],
    ]);
  });

  test("speeds, as in the table of the charter", () => {
    const speeds = profile.targets.filter(({ indicator }) => indicator === "throughput");
    const cell = (profileName: string, direction: string, measure: string) => {
      const found = speeds.find(
        (target) =>
          target.scope.profile === profileName && target.scope.direction === direction && target.measure === measure,
      );
      return `${found?.value} ${found?.unit}`;
    };
    const row = (measure: string) => [
      ...["4000", "8000", "10000", "20000"].map((name) => cell(name, "download", measure)),
      ...["512", "1000", "5000"].map((name) => cell(name, "upload", measure)),
    ];
    expect(row("p5").join(", ")).toBe("1 Mbit/s, 1.2 Mbit/s, 1.5 Mbit/s, 2 Mbit/s, 128 kbit/s, 256 kbit/s, 1.2 Mbit/s");
    expect(row("p95").join(", ")).toBe(
      "3.5 Mbit/s, 7.2 Mbit/s, 9.2 Mbit/s, 18 Mbit/s, 480 kbit/s, 900 kbit/s, 4.5 Mbit/s",
    );
    expect(row("mean").join(", ")).toBe(
      "2.8 Mbit/s, 6.0 Mbit/s, 8.2 Mbit/s, 14.2 Mbit/s, 320 kbit/s, 700 kbit/s, 3.2 Mbit/s",
    );
    expect(row("stddev").join(", ")).toBe("1 Mbit/s, 1 Mbit/s, 1 Mbit/s, 1 Mbit/s, 200 kbit/s, 200 kbit/s, 1 Mbit/s");
  });

  test("the unit of the scope agrees with the words that name the profile", () => {
    const named: Readonly<Record<string, string>> = {
      "512": "512 Kbit/s",
      "1000": "1 Megabit/s",
      "4000": "4 Megabit/s",
      "5000": "5 Megabit/s",
      "8000": "8 Megabit/s",
      "10000": "10 Megabit/s",
      "20000": "20 Megabit/s",
    };
    const profiled = profile.targets.filter(({ scope }) => scope.profile !== undefined);
    expect(profiled).toHaveLength(44);
    for (const { words, scope } of profiled) {
      const name = named[scope.profile as string] as string;
      expect(words).toContain(scope.direction === undefined ? `di ${name}` : `in ${scope.direction} di ${name}`);
    }
  });

  test("«Percentuale» for «Percentile» is told eleven times, eight of them of rows printed twice", () => {
    const told = profile.targets.filter(({ oddity }) => oddity?.includes("per «Percentile"));
    expect(told).toHaveLength(11);
    expect(told.filter(({ oddity }) => oddity?.includes("due volte"))).toHaveLength(8);
  });

  test("each block of calls has its own number, purpose and navigation time", async () => {
    const { charter } = await operator("hellotel");
    const blocks = charter.split("Indicatore: Tempi di risposta").slice(1);
    expect(blocks).toHaveLength(3);
    const navigation = profile.targets.filter(({ indicator }) => indicator === "ivr-navigation");
    for (const [i, { scope, words }] of navigation.entries()) {
      expect(blocks[i]).toContain(scope.number as string);
      expect(blocks[i]).toContain(words);
    }
    expect(navigation.map(({ scope, value }) => [scope.number, scope.purpose, value])).toEqual([
      ["0775824309", "technical", "90"],
      ["0775824309", "commercial", "90"],
      ["800890101", "commercial_information", "70"],
    ]);
  });
});
