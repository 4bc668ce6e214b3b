import { answerExample, navigationExample } from "./calls.ts";
import type { Example } from "./example.ts";
import { phoneComplaint } from "./rows.ts";

export const examples79: readonly Example[] = [
  navigationExample({ indicator: "ivr-navigation", measure: "weighted-mean" }, "complaint_option_ms"),
  answerExample({ indicator: "agent-answer", mean: "mean", abandoned: "abandoned", limit: "under" }),
  {
    indicator: "first-call-resolution",
    words: "Quattro reclami chiusi, uno dei quali con un’altra chiamata; uno non ancora chiuso resta fuori.",
    period: "2024-S1",
    rows: {
      phone_complaints: [
        phoneComplaint("R1", 0),
        phoneComplaint("R2", 0),
        phoneComplaint("R3", 0),
        phoneComplaint("R4", 1),
        phoneComplaint("R5", 0, { closed_at: null }),
      ],
    },
    expected: [{ measure: "ratio", value: "75.00", exact: "75", cases: 4, words: "3 reclami su 4: 75,00 %." }],
  },
];
