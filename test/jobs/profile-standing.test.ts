/** What a profile says of the operator's own ways: what is read, and what is refused with its line and what is allowed. */
import { describe, expect, test } from "vitest";
import { ProfileError, parseProfile } from "../../jobs/profile.ts";
import { tableNames } from "../../sql/tables.ts";
import { good } from "./profile-good.ts";

const file = "operators/example.yaml";
/** Stands after the good profile's 50 lines. */
const withLines = (lines: string) => `${good}${lines}`;

function refusal(text: string): string {
  try {
    parseProfile(text, file);
  } catch (error) {
    if (error instanceof ProfileError) return error.message;
    throw error;
  }
  throw new Error("the profile was accepted");
}

const first = good.split("\n").length;
const notSubject = (reason: string) => `reporting:
  subject: false
  ${reason}
  words: assistenza informatica
  section: Servizi
`;

describe("what is left out", () => {
  test("an operator owes a report, has a charter of services, and reads nothing in a way of its own", () => {
    const { reporting, charter, readings, hours, pec, complaints } = parseProfile(good, file);
    expect({ reporting, charter, readings, hours, pec, complaints }).toEqual({
      reporting: { subject: true },
      charter: { title: "Carta dei servizi", kind: "charter", year: 2026 },
      readings: [],
    });
  });

  test("an operator that owes no report may offer none of the services that the acts speak of", () => {
    const text = withLines(notSubject("reason: Nessun servizio.")).replace(
      "services: [internet, voice]",
      "services: []",
    );
    expect(parseProfile(text, file)).toMatchObject({ services: [], reporting: { subject: false } });
  });

  test("a page of a site prints no year", () => {
    const text = good.replace("title: Carta dei servizi, year: 2026", "title: F.A.Q., kind: page");
    expect(parseProfile(text, file).charter).toEqual({ title: "F.A.Q.", kind: "page" });
  });
});

describe("refused, with line and what is allowed", () => {
  test.each([
    {
      lines: "pec: example.it\n",
      at: 0,
      says: "pec: 'example.it' is not allowed: must be an address, as nome@dominio.it",
    },
    {
      lines: "hours: { open: [9-17], words: x, section: y }\n",
      at: 0,
      says: "hours.open[0]: '9-17' is not allowed: must be a span of a day, as \"09:00-17:00\"",
    },
    {
      lines: 'hours: { open: ["14:00-18:00", "09:00-13:00"], words: x, section: y }\n',
      at: 0,
      says: "hours.open: must be spans in order, each ending after it begins and before the next",
    },
    {
      lines: 'hours: { open: ["09:00-09:00"], words: x, section: y }\n',
      at: 0,
      says: "hours.open: must be spans in order, each ending after it begins and before the next",
    },
    {
      lines: 'hours: { days: working-day, open: ["09:00-17:00"], words: x, section: y }\n',
      at: 0,
      says: "hours.days: 'working-day' is not allowed; did you mean 'working-days'? Allowed: every-day, working-days, monday-friday",
    },
    {
      lines: "reporting: { subject: no }\n",
      at: 0,
      says: "reporting.subject: 'no' is not allowed; allowed: true, false",
    },
    { lines: "reporting: { subject: false }\n", at: 0, says: "reporting.reason: is missing; must be a text" },
    {
      lines: notSubject("because: Nessun servizio."),
      at: 2,
      says: "reporting.because: 'because' is no key that is known here; allowed: subject, reason, words, section",
    },
    {
      lines: "complaints: { channels: [letter, telegram], words: x, section: y }\n",
      at: 0,
      says: "complaints.channels[1]: 'telegram' is not allowed; allowed: letter, fax, email, pec, web, phone, counter",
    },
    {
      lines: "complaints: { channels: [], words: x, section: y }\n",
      at: 0,
      says: "complaints.channels: must not be empty",
    },
    {
      lines: "readings:\n  - { id: a, table: fault_report, words: [x], section: y, reading: z }\n",
      at: 1,
      says: `readings[0].table: 'fault_report' is not allowed; did you mean 'fault_reports'? Allowed: ${tableNames.join(", ")}`,
    },
    {
      lines: "readings:\n  - { id: a, table: invoices, words: x, section: y, reading: z }\n",
      at: 1,
      says: "readings[0].words: must be a list, not 'x'",
    },
    {
      lines:
        "readings:\n  - { id: a, table: invoices, words: [x], section: y, reading: z }\n  - { id: a, table: events, words: [x], section: y, reading: z }\n",
      at: 2,
      says: "readings[1].id: 'a' is already the id of readings[0]",
    },
  ])("$says", ({ lines, at, says }) => {
    expect(refusal(withLines(lines)).split("\n")).toContain(`${file}:${first + at}: ${says}`);
  });
});
