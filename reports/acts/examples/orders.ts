/** Worked examples of the time that an activation takes, for whichever indicator measures it. */
import type { Service } from "../../act.ts";
import type { Example, ExampleRow, ExpectedFigure } from "./example.ts";
import { dayAfter, order, upTo } from "./rows.ts";

export interface OrderIndicator {
  readonly indicator: string;
  readonly service: Service;
  /** The column whose time starts the clock; the other one lies two days away from it. */
  readonly clock: "registered_at" | "ordered_at";
  readonly withoutDialup: boolean;
  /** Measures that this indicator has. */
  readonly measures: readonly string[];
}

export function orderExamples(of: OrderIndicator): readonly Example[] {
  return [twenty(of), twentyOne(of), hundred(of, 99), hundred(of, 100), leftOut(of), overTheEnd(of), year(of)];
}

function example(
  { indicator, service, measures }: OrderIndicator,
  { expected, ...rest }: Omit<Example, "indicator">,
): Example {
  return { indicator, service, ...rest, expected: expected.filter(({ measure }) => measures.includes(measure)) };
}

/** An order whose clock starts on `day` at 10:00 and that is completed so many days later. */
function took(of: OrderIndicator, id: string, day: string, days: number, changes: ExampleRow = {}): ExampleRow {
  const [start, other] = [`${day}T10:00:00`, `${dayAfter(day, of.clock === "registered_at" ? -2 : 2)}T10:00:00`];
  const times =
    of.clock === "registered_at"
      ? { registered_at: start, ordered_at: other }
      : { registered_at: other, ordered_at: start };
  return order(id, { service: of.service, ...times, completed_at: `${dayAfter(day, days)}T18:00:00`, ...changes });
}

function twenty(of: OrderIndicator): Example {
  const terms = { contract_days: "15", agreed_on: "2024-04-19" };
  return example(of, {
    words:
      "Venti ordini del 1° aprile 2024 completati in 1, 2, …, 20 giorni; termine di contratto 15 giorni, data concordata 19 aprile.",
    period: "2024-S1",
    rows: { activation_orders: upTo(20).map((days) => took(of, `O${days}`, "2024-04-01", days, terms)) },
    expected: [
      { measure: "p95", value: "19", exact: "19", cases: 20, words: "95 · 20 / 100 = 19: il 19° valore è 19." },
      { measure: "p99", value: "20", exact: "20", cases: 20, words: "99 · 20 / 100 = 19,8, quindi il 20° valore: 20." },
      { measure: "mean", value: "10.50", exact: "21/2", cases: 20, words: "(1 + 2 + … + 20) / 20 = 210 / 20 = 10,50." },
      { measure: "within-contract", value: "75.00", exact: "75", cases: 20, words: "15 ordini su 20 entro 15 giorni." },
      {
        measure: "within-agreed",
        value: "90.00",
        exact: "90",
        cases: 20,
        words: "18 ordini su 20 entro il 19 aprile.",
      },
      { measure: "cases", value: "20", exact: "20", cases: 20, words: "Venti ordini considerati." },
    ],
  });
}

function twentyOne(of: OrderIndicator): Example {
  return example(of, {
    words: "Un ordine in più dell’esempio di venti, completato in 21 giorni.",
    period: "2024-S1",
    rows: { activation_orders: upTo(21).map((days) => took(of, `O${days}`, "2024-04-01", days)) },
    expected: [
      {
        measure: "p95",
        value: "20",
        exact: "20",
        cases: 21,
        words: "95 · 21 / 100 = 19,95, quindi il 20° valore: 20.",
      },
    ],
  });
}

function hundred(of: OrderIndicator, n: 99 | 100): Example {
  const words =
    n === 100
      ? "99 · 100 / 100 = 99: il 99° valore è 99."
      : "99 · 99 / 100 = 98,01, quindi il 99° valore, che è il massimo.";
  return example(of, {
    words: `${n} ordini completati in 1, 2, …, ${n} giorni.`,
    period: "2024-S1",
    rows: { activation_orders: upTo(n).map((days) => took(of, `O${days}`, "2024-01-10", days)) },
    expected: [{ measure: "p99", value: "99", exact: "99", cases: n, words }],
  });
}

function leftOut(of: OrderIndicator): Example {
  const dialup = of.withoutDialup ? [took(of, "dialup", "2024-04-01", 9, { technology: "DIALUP" })] : [];
  const later = { customer_requested_later: "1", agreed_on: "2024-04-30" };
  const all: readonly ExpectedFigure[] = [
    { measure: "p95", value: "7", exact: "7", cases: 1, words: "Resta un ordine: 7 giorni, che è anche il massimo." },
    { measure: "mean", value: "7.00", exact: "7", cases: 1, words: "7 / 1 = 7." },
    {
      measure: "within-agreed",
      value: "100.00",
      exact: "100",
      cases: 1,
      words: "L’ordine con data posticipata è considerato: completato il 30 aprile come concordato, 1 su 1.",
    },
  ];
  return example(of, {
    words: `Un ordine in 7 giorni; fuori dal calcolo uno annullato dopo il completamento, un trasloco${of.withoutDialup ? ", un accesso dial-up" : ""}; uno con data posticipata su richiesta del cliente.`,
    period: "2024-S1",
    rows: {
      activation_orders: [
        took(of, "counted", "2024-04-01", 7),
        took(of, "cancelled", "2024-04-01", 9, { cancelled_at: "2024-04-20T10:00:00" }),
        took(of, "moved", "2024-04-01", 9, { order_type: "relocation" }),
        took(of, "later", "2024-04-01", 29, later),
        ...dialup,
      ],
    },
    expected: all,
  });
}

function overTheEnd(of: OrderIndicator): Example {
  const times = { registered_at: "2024-06-28T23:50:00+02:00", ordered_at: "2024-06-28T23:50:00+02:00" };
  const late = order("late", { service: of.service, ...times, completed_at: "2024-07-02T00:10:00+02:00" });
  return example(of, {
    words: "Un ordine del 28 giugno 2024 alle 23:50, attivo il 2 luglio alle 00:10.",
    period: "2024-S2",
    rows: { activation_orders: [late] },
    expected: [
      {
        measure: "p95",
        value: "4",
        exact: "4",
        cases: 1,
        words: "Dal 28 giugno al 2 luglio: 4 giorni; conta nel semestre in cui è completato, il secondo.",
      },
    ],
  });
}

function year(of: OrderIndicator): Example {
  const rows = upTo(20).map((days) => took(of, `O${days}`, days <= 10 ? "2024-04-01" : "2024-09-01", days));
  return example(of, {
    words: "Dieci ordini in 1, …, 10 giorni nel primo semestre e dieci in 11, …, 20 nel secondo: l’anno intero.",
    period: "2024",
    rows: { activation_orders: rows },
    expected: [
      {
        measure: "p95",
        value: "19",
        exact: "19",
        cases: 20,
        words:
          "Sui 20 casi dell’anno: il 19° valore, 19; i semestri danno 10 e 20, la cui media (15) non è il valore annuale.",
      },
    ],
  });
}
