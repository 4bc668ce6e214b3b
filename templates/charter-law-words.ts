/** The Italian of what a charter grants less of than the law does. */
import type { LawConflict } from "../reports/charter-law.ts";
import type { LawTerm } from "../reports/charter-law-values.ts";
import type { IndemnityCase } from "../reports/charter-terms.ts";
import { actNumber, listWords, oddityWords, sectionWords, toConfirm } from "./italian.ts";
import { decimalWords } from "./number-format.ts";
import { channelWords, operatorLabels } from "./operator-words.ts";

const indemnities: Readonly<Record<IndemnityCase, string>> = {
  "activation-delay": "ritardo nell’attivazione",
  suspension: "sospensione o cessazione indebita del servizio",
  interruption: "interruzione completa del servizio",
  "irregular-service": "servizio irregolare o discontinuo",
  "operator-change-delay": "ritardo nel cambio di operatore",
  "portability-delay": "ritardo nella portabilità del numero",
  preselection: "selezione o preselezione dell’operatore non richiesta",
  "unrequested-service": "servizi o profili tariffari non richiesti",
  "complaint-answer": "mancata o ritardata risposta ai reclami",
};

const services = { main: "servizi principali", ancillary: "servizi accessori" } as const;

/** A whole sentence that begins with the section; a page of the operator's site is not called a charter. */
export function lawConflictWords(conflict: LawConflict, document: "charter" | "page"): string {
  const section = sectionWords(conflict.charter.section);
  const sentence = sentenceOf(conflict);
  return document === "page" ? `${operatorLabels.page}, ${section}: ${sentence}` : oddityWords(section, sentence);
}

function sentenceOf(conflict: LawConflict): string {
  const law = lawWords(conflict.law);
  switch (conflict.kind) {
    case "complaint-channel": {
      const missing = listWords(conflict.missing.map(channelWords));
      const offered = listWords(conflict.charter.channels.map(channelWords));
      const subject = conflict.writtenOnly
        ? `i reclami sugli addebiti sono ammessi solo in forma scritta (${offered})`
        : `i reclami sugli addebiti sono ammessi in queste forme: ${offered}`;
      return `${subject}; la ${law} richiede di accettare reclami anche per ${missing}.`;
    }
    case "paid-assistance":
      return `il numero di assistenza ${conflict.charter.number} è a pagamento; la ${law} richiede che l’assistenza clienti sia gratuita.`;
    case "complaint-answer": {
      const { amount, unit } = conflict.charter;
      const term =
        unit === "days"
          ? `${amount} giorni`
          : `${amount} giorni lavorativi (fino a ${conflict.longestDays} giorni solari, senza contare le festività)`;
      return `il termine di ${term} per la risposta ai reclami supera quello di ${conflict.law.value} giorni solari della ${law}.`;
    }
    case "indemnity": {
      const { for: of, service, amount } = conflict.charter;
      return `l’indennizzo per ${indemnities[of]} (${services[service]}) è di ${euro(amount)} al giorno, inferiore a quello di ${euro(conflict.law.value)} della ${law}.`;
    }
    default:
      return conflict satisfies never;
  }
}

/** `"delibera n. 347/18/CONS, Allegato A, art. 4, comma 1"`; what no text confirmed says so. */
function lawWords({ act, clause, verified }: LawTerm): string {
  const cited = clause === undefined ? actNumber(act) : `${actNumber(act)}, Allegato A, ${clause}`;
  return verified === "no" ? `${cited} ${toConfirm}` : cited;
}

function euro(amount: string): string {
  return `${decimalWords(amount)} euro`;
}
