/** What a profile says of the operator itself, held against the words of the operator's own document. */
import { describe, expect, test } from "vitest";
import { oneSpace, operator } from "./operator.ts";

/** Spaces and hyphens apart: a page prints one address in several ways. */
const squeezed = (text: string) => text.replaceAll(/[\s-]+/g, "");

/** As each document prints it. */
const identities = {
  clouditalia: {
    name: "Clouditalia Telecomunicazioni Spa",
    seat: "Via P. Calamandrei, 173 - 52100 Arezzo",
    pec: "nimbus2011@legalmail.it",
    site: "www.clouditalia.com",
  },
  cloudfabric: { name: "Cloudfabric" },
  tunda: { name: "Tunda IT", site: "https://clienti.tunda.it" },
} as const;

describe.each(["clouditalia", "cloudfabric", "tunda"] as const)("%s", async (id) => {
  const { profile, charter } = await operator(id);
  const { name, seat, roc, pec, site } = profile;

  test("is named as its file", () => expect(profile.id).toBe(id));

  test("has the identity that its document prints, and nothing that it does not", () => {
    const given = { name, seat, roc, pec, site };
    expect(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))).toEqual(
      identities[id],
    );
    for (const value of Object.values(identities[id])) expect(squeezed(charter)).toContain(squeezed(value));
  });

  test("is taken from a page with the title that it prints", () => {
    expect(profile.charter.kind).toBe("page");
    expect(charter.startsWith(profile.charter.title)).toBe(true);
  });
});

describe.each(["cielo", "hellotel", "clouditalia", "cloudfabric", "tunda"])("%s: quotes", async (id) => {
  const { profile, charter } = await operator(id);
  const { reporting, hours, complaints, readings } = profile;
  const quotes = [
    ...(reporting.subject ? [] : [["reporting", reporting.words]]),
    ...(hours === undefined ? [] : [["hours", hours.words]]),
    ...(complaints === undefined ? [] : [["complaints", complaints.words]]),
    ...readings.flatMap(({ id: name, words }) => words.map((passage) => [`reading ${name}`, passage])),
  ];

  test.each(quotes)("%s: «%s»", (_, words) => expect(charter).toContain(oneSpace(words ?? "")));
});

test("assistance answers when the documents say, and where they say nothing no day is given", async () => {
  const hours = await Promise.all(
    ["cielo", "hellotel", "cloudfabric", "clouditalia", "tunda"].map(async (id) => (await operator(id)).profile.hours),
  );
  expect(hours.map((one) => one && [one.days, ...one.open].join(" "))).toEqual([
    "working-days 09:00-17:00",
    "monday-friday 09:30-12:30 15:00-18:00",
    // The PIN is asked for from 18.30 to 8.00 and from 13.00 to 14.00: a person answers in the rest of the day.
    " 08:00-13:00 14:00-18:30",
    undefined,
    undefined,
  ]);
});

test("only Cloudfabric and Tunda IT owe no report, and offer none of the services that the acts speak of", async () => {
  const standing = await Promise.all(
    ["cielo", "hellotel", "clouditalia", "cloudfabric", "tunda"].map(async (id) => {
      const { reporting, services, acts } = (await operator(id)).profile;
      return [id, reporting.subject, services.length > 0, acts !== undefined];
    }),
  );
  expect(standing).toEqual([
    ["cielo", true, true, true],
    ["hellotel", true, true, true],
    ["clouditalia", true, true, false],
    ["cloudfabric", false, false, false],
    ["tunda", false, false, false],
  ]);
});

test("Clouditalia's complaints on charges come in the four forms that its page names", async () => {
  const { profile } = await operator("clouditalia");
  expect(profile.complaints?.channels).toEqual(["letter", "fax", "email", "pec"]);
});
