/**
 * Which acts a half-year is reported under: written down apart from the acts' own dates, so that the two can be held
 * against each other. Half-years are named as periods are, first and last included.
 */
export interface ExpectedActs {
  readonly from: string;
  readonly to: string;
  /** Acts on fixed Internet access, on fixed voice, on customer care. */
  readonly internet: readonly string[];
  readonly voice: readonly string[];
  readonly care: readonly string[];
  /** Why it changes here. */
  readonly note: string;
}

export const expectedActs: readonly ExpectedActs[] = [
  {
    from: "2005-S1",
    to: "2006-S2",
    internet: [],
    voice: ["254-04-csp"],
    care: [],
    note: "254/04/CSP was published on 17 December 2004; nothing on Internet access or call centres yet.",
  },
  {
    from: "2007-S1",
    to: "2009-S1",
    internet: ["131-06-csp"],
    voice: ["254-04-csp"],
    care: [],
    note: "131/06/CSP was published on 27 July 2006; its first whole half-year is 2007-S1 (to be confirmed).",
  },
  {
    from: "2009-S2",
    to: "2009-S2",
    internet: ["131-06-csp", "244-08-csp"],
    voice: ["254-04-csp"],
    care: [],
    note: "244/08/CSP was published on 27 January 2009; its first whole half-year is 2009-S2 (to be confirmed).",
  },
  {
    from: "2010-S1",
    to: "2023-S2",
    internet: ["131-06-csp", "244-08-csp"],
    voice: ["254-04-csp"],
    care: ["79-09-csp"],
    note: "79/09/CSP was published on 4 June 2009; its first whole half-year is 2010-S1 (to be confirmed).",
  },
  {
    from: "2024-S1",
    to: "2025-S1",
    internet: ["156-23-cons"],
    voice: ["156-23-cons"],
    care: ["79-09-csp"],
    note: "156/23/CONS takes the place of the three older acts on fixed services from 2024.",
  },
  {
    from: "2025-S2",
    to: "2025-S2",
    internet: ["156-23-cons"],
    voice: ["156-23-cons"],
    care: ["79-09-csp", "255-24-cons"],
    note: "255/24/CONS applies twelve months after its publication on 8 August 2024: the half-year has both.",
  },
  {
    from: "2026-S1",
    to: "2030-S2",
    internet: ["156-23-cons"],
    voice: ["156-23-cons"],
    care: ["255-24-cons"],
    note: "79/09/CSP is no longer in force.",
  },
];
