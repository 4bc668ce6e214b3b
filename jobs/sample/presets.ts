/** What tells one operator's sample data from another's: its services, networks, numbers, offers and their quality. */

import type { TableName } from "../../sql/tables.ts";
import type { SampleScope, SampleShapes } from "./parameters.ts";
import { cielo } from "./preset-cielo.ts";
import { cloudfabric } from "./preset-cloudfabric.ts";
import { clouditalia } from "./preset-clouditalia.ts";
import { hellotel } from "./preset-hellotel.ts";
import { tunda } from "./preset-tunda.ts";
import type { Curve, Weighted } from "./random.ts";
import type { SampleWays } from "./ways.ts";

export interface LineKind {
  readonly service: "internet" | "voice";
  readonly technology: string;
  readonly network: "own" | "wholesale";
}

/** A telephone number with one of its purposes. Paths are before and after the change of the IVR tree. */
export interface Desk {
  readonly number: string;
  readonly purpose: string;
  readonly operatorOptionMs: readonly [number, number];
  readonly complaintOptionMs: readonly [number, number];
  readonly waitMs: Curve;
  /** Complaints solved without a further call, per mille. */
  readonly solvedAtFirstCall: number;
}

export interface ActivationTerms {
  readonly contractDays: number;
  /** Calendar days of the orders within the contract. */
  readonly days: Curve;
}

/** A kind of outage that hits many lines at once; with `event` it is declared in the table of events. */
export interface OutageKind {
  readonly cause: "third_party" | "force_majeure" | "interference" | "operator_equipment" | "power_cut";
  readonly technology: string;
  readonly event?: "force_majeure" | "interference";
}

export interface SupportClass {
  readonly urgency: string;
  readonly weight: number;
  readonly channels: Weighted<"phone" | "email" | "web">;
  /** Requests under contract, per mille. */
  readonly underContract: number;
  /** Within which a request is to be taken in charge; absent: best effort. */
  readonly term?: { readonly unit: "seconds" | "working-days"; readonly most: number };
}

export interface SupportDesk {
  /** Requests in a half-year, per mille of the size. */
  readonly requests: number;
  /** Days beside the national holidays on which nobody works, `mm-dd`. */
  readonly patrons: readonly string[];
  readonly classes: readonly SupportClass[];
}

export interface OperatorPreset {
  readonly lines: Weighted<LineKind>;
  readonly regions: Weighted<string>;
  readonly businessShare: number;
  readonly activation: Readonly<Record<string, ActivationTerms>>;
  readonly contractHours: { readonly internet: number | null; readonly voice: number | null };
  readonly outages: readonly OutageKind[];
  readonly desks: Weighted<Desk>;
  readonly operatorServiceNumber: string;
  readonly operatorServiceWaitMs: Curve;
  readonly throughput: readonly {
    readonly profile: number;
    readonly direction: "download" | "upload";
    readonly speedKbits: Curve;
  }[];
  readonly delay: readonly { readonly profile: number; readonly delayUs: Curve }[];
  /** Packets lost of a thousand sent. */
  readonly loss: readonly { readonly profile: number; readonly lost: Curve }[];
  readonly backbonePoints: readonly string[];
  /** Whether dial-up access is sold. */
  readonly dialup: boolean;
  /** Tables that the operator has no data for: they hold no row. */
  readonly without?: readonly TableName[];
  /** What is not as the common ways have it. */
  readonly ways?: Partial<SampleWays>;
  /** Requests to a support desk, where they take the place of faults of lines. */
  readonly support?: SupportDesk;
  readonly shapes: Partial<SampleShapes>;
}

export const presets: Readonly<Record<SampleScope["operator"], OperatorPreset>> = {
  cielo,
  hellotel,
  clouditalia,
  cloudfabric,
  tunda,
};
