/** The system tools the tests need, and the one rule for them: what is missing is installed where that is possible, else named. */
import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

export interface SystemTool {
  readonly command: string;
  readonly debianPackage: string;
}

export const testTools: readonly SystemTool[] = [
  { command: "chromium", debianPackage: "chromium" },
  { command: "mariadbd", debianPackage: "mariadb-server" },
  { command: "pdftotext", debianPackage: "poppler-utils" },
  { command: "qpdf", debianPackage: "qpdf" },
  { command: "soffice", debianPackage: "libreoffice-calc-nogui" },
];

/** Servers live in sbin, which the PATH of an ordinary user often lacks. */
const systemFolders = ["/usr/local/sbin", "/usr/sbin", "/sbin", "/usr/local/bin", "/usr/bin", "/bin"];

/** Full path of a command; undefined where it is not installed. */
export function findTool(command: string): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== ""), ...systemFolders];
  return folders.map((folder) => join(folder, command)).find(isExecutable);
}

/**
 * Installs the Debian packages of the tools that are missing, all at once, as root on a Debian system.
 * @throws Error elsewhere, with the command to type.
 */
export function ensureTools(tools: readonly SystemTool[]): void {
  const packages = missingPackages(tools);
  if (packages.length === 0) return;
  if (process.getuid?.() !== 0 || findTool("apt-get") === undefined) throw new Error(whatToType(tools));
  withoutStartingServices(() => {
    const options = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
    execFileSync("apt-get", ["update"], options);
    execFileSync("apt-get", ["install", "-y", "--no-install-recommends", ...packages], options);
  });
  const still = missingPackages(tools);
  if (still.length > 0) throw new Error(`Installing did not bring what the tests need: ${still.join(", ")}.`);
}

function missingPackages(tools: readonly SystemTool[]): readonly string[] {
  return tools.filter(({ command }) => findTool(command) === undefined).map(({ debianPackage }) => debianPackage);
}

function whatToType(tools: readonly SystemTool[]): string {
  const missing = tools.filter(({ command }) => findTool(command) === undefined);
  const packages = missing.map(({ debianPackage }) => debianPackage).join(" ");
  return (
    `The tests need ${missing.map(({ command }) => command).join(", ")}. On Debian or Ubuntu type:\n` +
    `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages}\n` +
    "Elsewhere install the packages of the same programs and put them on the PATH."
  );
}

/**
 * A server's package would start the server. Debian asks policy-rc.d first: ours says no and is taken away again, and one
 * that is there already belongs to whoever put it there.
 */
function withoutStartingServices(install: () => void): void {
  const policy = "/usr/sbin/policy-rc.d";
  if (existsSync(policy)) {
    install();
    return;
  }
  writeFileSync(policy, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  try {
    install();
  } finally {
    rmSync(policy, { force: true });
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
