/** What the law asks of every operator's charter, each value with its date and source. */
import type { Sourced, Verified } from "./act.ts";
import { act255 } from "./acts/255-24-cons.ts";
import type { IndemnityCase } from "./charter-terms.ts";

export interface LawTerm extends Sourced {
  /** As it is cited: `347/18/CONS`. */
  readonly act: string;
  /** The point of the act; absent where no text of it was read. */
  readonly clause?: string;
  /** ISO: the first and the last day on which it holds; `to` is absent while it does. */
  readonly from: string;
  readonly to?: string;
  readonly verified: Verified;
}

/** What the charter may not grant less of. */
export interface IndemnityMinimum extends LawTerm {
  readonly for: IndemnityCase;
  readonly service: "main" | "ancillary";
  /** A decimal with a dot. */
  readonly value: string;
  readonly unit: "EUR/day";
}

const cyberlaws = "https://cyberlaws.it/2018/regolamento-indennizzi-agcom-delibera-347-18-cons-all-a";

const of347 = {
  act: "347/18/CONS",
  unit: "EUR/day",
  source: cyberlaws,
  from: "2018-07-18",
  note: "Giorno di applicazione da confermare: è usato quello di adozione della delibera.",
} as const;
const read = { ...of347, verified: "text" } as const;
const unread = { ...of347, source: "articolo non esaminato", verified: "no" } as const;

/** Replaced as a whole by 347/18/CONS. */
const of73 = {
  act: "73/11/CONS",
  unit: "EUR/day",
  source: "testo non esaminato",
  from: "2011-02-16",
  to: "2018-07-17",
  verified: "no",
} as const;

export const indemnityMinima: readonly IndemnityMinimum[] = [
  { for: "activation-delay", service: "main", value: "7.50", clause: "art. 4, comma 1", ...read },
  { for: "activation-delay", service: "ancillary", value: "2.50", clause: "art. 4, comma 3", ...read },
  { for: "suspension", service: "main", value: "7.50", clause: "art. 5", ...unread },
  { for: "suspension", service: "ancillary", value: "2.50", clause: "art. 5", ...unread },
  { for: "interruption", service: "main", value: "6.00", clause: "art. 6, comma 1", ...read },
  { for: "irregular-service", service: "main", value: "3.00", clause: "art. 6, comma 2", ...read },
  { for: "operator-change-delay", service: "main", value: "1.50", clause: "art. 7, comma 1", ...read },
  { for: "portability-delay", service: "main", value: "5.00", clause: "art. 7, comma 2", ...read },
  { for: "preselection", service: "main", value: "2.50", clause: "art. 8", ...unread },
  { for: "unrequested-service", service: "main", value: "5.00", clause: "art. 9", ...unread },
  { for: "complaint-answer", service: "main", value: "2.50", clause: "art. 12", ...unread },
  { for: "activation-delay", service: "main", value: "7.50", ...of73 },
  { for: "interruption", service: "main", value: "5.00", ...of73 },
  { for: "irregular-service", service: "main", value: "2.50", ...of73 },
  { for: "complaint-answer", service: "main", value: "1.00", ...of73 },
];

export interface ComplaintTerm extends LawTerm {
  /** Calendar days from receipt within which a complaint is answered. */
  readonly value: number;
  readonly unit: "days";
}

/** The terms that the act measures answers by, so that the charter is held to the very same. */
export const complaintTerms: readonly ComplaintTerm[] = complaintTermsOf255();

function complaintTermsOf255(): readonly ComplaintTerm[] {
  const indicator = act255.indicators.find(({ id }) => id === "complaint-answer");
  return (indicator?.settings.complaintTerms ?? []).map(({ receivedFrom, days, source = "", note }) => ({
    value: days,
    unit: "days",
    // What was in force before is no term of 255/24, which only says what it replaces.
    act: receivedFrom === null ? "179/03/CSP" : act255.number,
    source,
    from: receivedFrom ?? "2003-07-24",
    verified: "no",
    ...(note !== undefined && { note }),
  }));
}

const of255 = {
  act: act255.number,
  from: act255.inForce.from.day,
  verified: act255.verified,
} as const;

export interface ComplaintChannels extends LawTerm {
  /** Ways to complain that every operator has to offer. */
  readonly value: readonly ("phone" | "letter")[];
}

export const complaintChannels: readonly ComplaintChannels[] = [
  {
    value: ["phone", "letter"],
    ...of255,
    source: "dimt.it; adiconsum.it",
    note: "Il recapito digitale è dovuto solo se l’operatore lo offre.",
  },
];

/** Calling the operator's assistance costs the customer nothing. */
export const freeAssistance: readonly LawTerm[] = [{ ...of255, source: "dimt.it; adiconsum.it; punto-informatico.it" }];
