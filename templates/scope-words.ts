/** The parts of a scope in Italian: which cases a figure speaks of. */
import { canonicalScope, type Scope, scopeParts } from "../reports/scope.ts";
import { decimalWords } from "./number-format.ts";

/** The whole population. */
export const wholeScope = "complessivo";

/** As the Authority's model lists the kinds of order; the numbers are the model's own. */
const orderTypes: Readonly<Record<string, string>> = {
  active_line_same_operator: "1) prima attivazione, stesso operatore dell’accesso diretto, linea già attiva",
  active_line_other_operator: "2) prima attivazione, operatore diverso da quello dell’accesso diretto",
  operator_change: "3) variazione dell’operatore",
  new_line: "4) contestuale ordine di attivazione della linea di accesso",
  relocation: "trasloco",
  takeover: "subentro",
  reactivation: "riattivazione",
  change: "modifica del servizio",
};

const networks: Readonly<Record<string, string>> = {
  own: "rete propria",
  wholesale: "rete di altro operatore (wholesale)",
};

/** ISTAT codes of the regions. */
const regions: Readonly<Record<string, string>> = {
  "01": "Piemonte",
  "02": "Valle d’Aosta",
  "03": "Lombardia",
  "04": "Trentino-Alto Adige",
  "05": "Veneto",
  "06": "Friuli-Venezia Giulia",
  "07": "Liguria",
  "08": "Emilia-Romagna",
  "09": "Toscana",
  "10": "Umbria",
  "11": "Marche",
  "12": "Lazio",
  "13": "Abruzzo",
  "14": "Molise",
  "15": "Campania",
  "16": "Puglia",
  "17": "Basilicata",
  "18": "Calabria",
  "19": "Sicilia",
  "20": "Sardegna",
};

/** The purposes of contact numbers; any other is named as the data name it. */
const purposes: Readonly<Record<string, string>> = {
  technical: "assistenza tecnica",
  administrative: "assistenza amministrativa",
  commercial: "assistenza commerciale",
  commercial_information: "informazioni commerciali",
  operator_service: "servizi tramite operatore",
};

const points: Readonly<Record<string, string>> = { transit: "porta di transito", peering: "porta di peering" };
const priorities: Readonly<Record<string, string>> = {
  "1": "clienti anziani o con disabilità",
  "0": "altri clienti",
};

/** `"rete propria; tecnologia FTTH"`; `"complessivo"` for the whole population. Values of open lists stand as they are. */
export function scopeWords(scope: Scope): string {
  const canonical = canonicalScope(scope);
  const words = scopeParts.flatMap((part) => {
    const value = canonical[part];
    return value === undefined ? [] : [partWords(part, value)];
  });
  return words.length === 0 ? wholeScope : words.join("; ");
}

function partWords(part: (typeof scopeParts)[number], value: NonNullable<Scope[keyof Scope]>): string {
  switch (part) {
    case "order_type":
      return named(value, orderTypes);
    case "technology":
      return `tecnologia ${named(value, {})}`;
    case "network":
      return named(value, networks);
    case "region":
      return named(value, regions);
    case "number":
      return `numero ${named(value, {})}`;
    case "purpose":
      return membersOf(value)
        .map((purpose) => purposes[purpose] ?? `finalità: ${purpose}`)
        .join("+");
    case "profile":
      return `profilo ${membersOf(value).map(speedWords).join("+")}`;
    case "direction":
      return named(value, {});
    case "urgency":
      return `urgenza ${named(value, {})}`;
    case "point":
      return named(value, points);
    case "priority":
      return named(value, priorities);
    case "limit":
      return `limite di ${value} s`;
    case "responsibility":
      return "solo guasti propri (esclusi operatori terzi)";
    case "conditions":
      return "condizioni normali";
    default:
      return part satisfies never;
  }
}

function named(value: NonNullable<Scope[keyof Scope]>, words: Readonly<Record<string, string>>): string {
  return membersOf(value)
    .map((member) => words[member] ?? member)
    .join("+");
}

function membersOf(value: NonNullable<Scope[keyof Scope]>): readonly string[] {
  return typeof value === "object" ? value : [String(value)];
}

/** A nominal speed in kbit/s: `"4000"` is `"4 Mbit/s"`, `"1200"` is `"1,2 Mbit/s"`, `"512"` is `"512 kbit/s"`. */
export function speedWords(kbits: string): string {
  const match = /^(\d+)(\d)00$/.exec(kbits);
  if (match !== null) {
    const [, whole = "", tenth] = match;
    return `${decimalWords(tenth === "0" ? whole : `${whole}.${tenth}`)} Mbit/s`;
  }
  return /^\d+$/.test(kbits) ? `${decimalWords(kbits)} kbit/s` : kbits;
}
