/** The access lines, month by month, and the line that an order or a fault report falls on. */
import type { LineKind } from "./presets.ts";
import { type Random, totalWeight, type Weighted } from "./random.ts";
import { romeMidnightOf, romeWall } from "./rome-calendar.ts";
import type { Draft, Sample } from "./sample.ts";

/**
 * One row for every month of the period, the month before and the month after, kind of line, region and class. The
 * stock of January is exactly the size; it grows from there, so that both half-years of a year agree.
 */
export function* accessLines(sample: Sample): Iterable<Draft> {
  const { preset, parameters } = sample;
  const cells = [...cellsOf(sample)];
  const stock = shareOut(
    parameters.size,
    cells.map(({ weight }) => weight),
  );
  const firstMonth = parameters.half === 1 ? 1 : 7;
  for (let month = firstMonth - 1; month <= firstMonth + 6; month += 1) {
    for (const [index, cell] of cells.entries()) {
      const grown = Math.floor(((stock[index] ?? 0) * (1000 + parameters.lineGrowth * (month - 1))) / 1000);
      const { service, technology, network } = cell.kind;
      const { region, customerClass: customer_class } = cell;
      yield {
        values: {
          month: monthName(parameters.year, month),
          service,
          technology,
          network,
          region,
          customer_class,
          lines: grown,
        },
      };
    }
  }

  function* cellsOf({ preset: { lines } }: Sample) {
    for (const [kind, kindWeight] of lines) {
      for (const [region, regionWeight] of preset.regions) {
        const weight = kindWeight * regionWeight;
        yield { kind, region, customerClass: "residential", weight: weight * (1000 - preset.businessShare) };
        yield { kind, region, customerClass: "business", weight: weight * preset.businessShare };
      }
    }
  }
}

/** The month's name; month 0 is December of the year before, 13 January of the next. */
function monthName(year: number, month: number): string {
  return romeWall(romeMidnightOf(Date.UTC(year, month - 1, 15))).slice(0, 7);
}

/** Integers that sum to `total` in proportion to the weights; what rounding leaves goes to the first ones. */
function shareOut(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((one, other) => one + other, 0);
  const parts = weights.map((weight) => Math.floor((total * weight) / sum));
  const left = total - parts.reduce((one, other) => one + other, 0);
  return parts.map((part, index) => (index < left ? part + 1 : part));
}

/** Columns that say where a row belongs. */
export interface Place {
  readonly service: "internet" | "voice";
  readonly technology: string;
  readonly network: "own" | "wholesale";
  readonly region: string;
  readonly customer_class: "residential" | "business";
}

export function placeOf(sample: Sample, random: Random, kinds: Weighted<LineKind> = sample.preset.lines): Place {
  const kind = random.pick(kinds);
  return { ...kind, ...regionAndClass(sample, random) };
}

export function regionAndClass(sample: Sample, random: Random): Pick<Place, "region" | "customer_class"> {
  const region = random.pick(sample.preset.regions);
  return { region, customer_class: random.perMille(sample.preset.businessShare) ? "business" : "residential" };
}

export function kindsOf(sample: Sample, service: LineKind["service"]): Weighted<LineKind> {
  return sample.preset.lines.filter(([kind]) => kind.service === service);
}

/** The services that the operator has lines of. */
export function servicesOf(sample: Sample): readonly LineKind["service"][] {
  return (["internet", "voice"] as const).filter((service) => kindsOf(sample, service).length > 0);
}

/** The lines of a service, by its share of the size. */
export function linesOf(sample: Sample, service: LineKind["service"]): number {
  const share = totalWeight(kindsOf(sample, service));
  return Math.floor((sample.parameters.size * share) / totalWeight(sample.preset.lines));
}
