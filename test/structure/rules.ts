/** The house's rules as functions of a file's path and text: each returns what breaks it, a sentence apiece. */

export interface SourceFile {
  /** From the repository's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

export type Rule = (file: SourceFile) => readonly string[];

const rooms = ["jobs", "sql", "reports", "templates", "test"] as const;
type Room = (typeof rooms)[number];

/** Which rooms a room may import from; the tests may import from all. */
const mayImport: Readonly<Record<Room, readonly Room[]>> = {
  jobs: ["jobs", "sql", "reports", "templates"],
  sql: ["sql", "reports"],
  templates: ["templates", "reports"],
  reports: ["reports"],
  test: rooms,
};

/**
 * From reports/ sql/ takes types, and of its values these alone: an exact fraction to hold a count in, and the one way of
 * writing a scope, because a fold is keyed by the very text that a figure is named by.
 */
const pureForSql: Readonly<Record<string, readonly string[]>> = {
  "reports/rational.ts": ["rational"],
  "reports/distribution.ts": ["sortedDistribution"],
  "reports/scope.ts": ["canonicalScope", "dimensions", "scopeText"],
};

interface Import {
  readonly from: string;
  /** What is imported but types; `*` for a whole module. */
  readonly values: readonly string[];
}

const statement =
  /^(?:import|export)\s+(type\s+)?([^;"']*?)\s*from\s*["']([^"']+)["']|^import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;

export function importsOf(text: string): readonly Import[] {
  return [...text.matchAll(statement)].map(([, type, names = "", from, bare, dynamic]) => ({
    from: from ?? bare ?? dynamic ?? "",
    values: type !== undefined ? [] : from === undefined ? ["*"] : valuesOf(names),
  }));
}

function valuesOf(names: string): readonly string[] {
  const inBraces = /\{([^}]*)\}/.exec(names)?.[1];
  if (inBraces === undefined) return ["*"];
  const named = inBraces.split(",").map((name) => name.trim());
  return named
    .filter((name) => name !== "" && !name.startsWith("type "))
    .map((name) => name.split(/\s+as\s+/)[0] as string);
}

const isScript = (path: string): boolean => /\.[cm]?[jt]s$/.test(path);
const roomOf = (path: string): Room | undefined => rooms.find((room) => path.startsWith(`${room}/`));

function resolved(importer: string, from: string): string {
  return new URL(from, `file:///${importer}`).pathname.slice(1);
}

export const importsRunOneWay: Rule = ({ path, text }) => {
  const room = roomOf(path);
  if (room === undefined || !isScript(path)) return [];
  return importsOf(text)
    .filter(({ from }) => from.startsWith("."))
    .flatMap(({ from, values }) => {
      const target = resolved(path, from);
      const targetRoom = roomOf(target);
      if (targetRoom === undefined || !mayImport[room].includes(targetRoom)) return [`${path} imports ${target}`];
      if (room !== "sql" || targetRoom !== "reports") return [];
      const impure = values.filter((name) => !pureForSql[target]?.includes(name));
      return impure.map((name) => `${path} imports the value ${name} of ${target}, where sql/ takes types`);
    });
};

export const importsEndInTs: Rule = ({ path, text }) =>
  isScript(path)
    ? importsOf(text)
        .filter(({ from }) => from.startsWith(".") && !from.endsWith(".ts"))
        .map(({ from }) => `${path} imports ${from} without its .ts`)
    : [];

/** The laws and the arithmetic read nothing but what they are given. */
export const reportsArePure: Rule = ({ path, text }) =>
  path.startsWith("reports/")
    ? importsOf(text)
        .filter(({ from }) => from.startsWith("node:"))
        .map(({ from }) => `${path} imports ${from}`)
    : [];

const unsteady: readonly (readonly [string, RegExp])[] = [
  ["Math.random", /\bMath\.random\b/],
  ["Date.now", /\bDate\.now\b/],
  ["new Date()", /\bnew Date\(\s*\)/],
  ["DateTime.now", /\bDateTime\.(?:now|local\(\s*\)|utc\(\s*\))/],
  ["performance.now", /\bperformance\.now\b/],
  ["process", /\bprocess\.(?:env|argv|exit|cwd|hrtime|stdout|stderr)\b/],
];

/** Outside the shell no clock, no chance and no environment: the same snapshot gives the same bytes. */
export const onlyTheShellLooksOutside: Rule = ({ path, text }) => {
  const room = roomOf(path);
  if (!isScript(path) || room === "jobs" || room === "test" || room === undefined) return [];
  const code = withoutComments(text);
  return unsteady.filter(([, pattern]) => pattern.test(code)).map(([name]) => `${path} uses ${name}`);
};

/** The test runner takes its configuration from a default export and from nothing else. */
const runnerConfig = "test/vitest.config.ts";

export const noDefaultExport: Rule = ({ path, text }) =>
  isScript(path) &&
  path !== runnerConfig &&
  roomOf(path) !== undefined &&
  /^export\s+(?:default\b|\{[^}]*\bas default\b)/m.test(withoutComments(text))
    ? [`${path} has a default export`]
    : [];

const largestBytes = 16 * 1024;
/** What cannot be cut: the lockfile, the one page that a user reads first, a charter's targets, charters word for word. */
const largeByNature = [
  "package-lock.json",
  "README.md",
  "templates/italian.ts",
  "templates/operators/cielo.yaml",
  "templates/operators/hellotel.yaml",
];

export const filesAreSmall: Rule = ({ path, text }) => {
  const bytes = Buffer.byteLength(text);
  if (bytes <= largestBytes || largeByNature.includes(path) || path.startsWith("test/corpus/charters/")) return [];
  return [`${path} has ${bytes} bytes, more than ${largestBytes}`];
};

/** Besides the rooms: what npm and the compiler look for there and nowhere else. */
const topLevel = [...rooms, "package.json", "package-lock.json", "tsconfig.json", "README.md", "LICENSE"];

export const topLevelIsTidy: Rule = ({ path }) => {
  const [entry = ""] = path.split("/");
  return entry.startsWith(".") || (topLevel as readonly string[]).includes(entry)
    ? []
    : [`${entry} stands at the top level`];
};

export const namesAreKebabCase: Rule = ({ path }) => {
  const name = path.split("/").at(-1) ?? "";
  if (!isScript(path) || /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config|d))?\.[cm]?[jt]s$/.test(name)) return [];
  return [`${path} is not named in kebab-case`];
};

/** Spelt in parts, so that the rule does not find itself. */
const machineFolders = ["work", "home", "root", "Users", "tmp"].map((folder) => `/${folder}/`);
const registryHosts = /\bregistry\.[a-z0-9-]+\.[a-z]|\bnpmjs\.(?:org|com)\b|"resolved"\s*:/i;

export const nothingNamesAMachine: Rule = ({ path, text }) => [
  ...machineFolders
    .filter((folder) => new RegExp(`(?<![\\w.$}/*-])${folder}`).test(text))
    .map((folder) => `${path} names the machine's folder ${folder}`),
  ...(registryHosts.test(text) ? [`${path} names a package registry`] : []),
];

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/(^|\s)\/\/.*$/gm, "");
}

export const rules = {
  importsRunOneWay,
  importsEndInTs,
  reportsArePure,
  onlyTheShellLooksOutside,
  noDefaultExport,
  filesAreSmall,
  topLevelIsTidy,
  namesAreKebabCase,
  nothingNamesAMachine,
} as const satisfies Readonly<Record<string, Rule>>;
