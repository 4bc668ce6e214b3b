import { usualDeadlines } from "../../reports/due.ts";
import { jobError } from "../errors.ts";
import { isPresent } from "../files.ts";
import { type OperatorStatus, statusOf } from "../status.ts";
import { operatorsIn } from "../status-found.ts";
import { nextDue, statusText, sumsOf } from "../status-text.ts";
import { faultOf, type Spoken } from "../terminal.ts";
import { operatorId, periodOf, profileOf, type Workspace, workspaceAt } from "../workspace.ts";
import { clockOf, type Invocation, noonOf } from "./context.ts";

/** Every period of one operator, or of all of the workspace, and what is due when. Reads manifests and writes nothing. */
export async function statusCommand({ options }: Invocation): Promise<Spoken> {
  const { operator, period } = options;
  const workspace = workspaceAt(options.workspace, options.out);
  if (!(await isPresent(workspace.folder))) throw jobError("no-workspace", { folder: workspace.folder });
  const { today } = clockOf(options);
  const only = period === undefined ? undefined : periodOf(period, "status", noonOf(today));
  const ids =
    operator === undefined ? await operatorsIn(workspace) : [await operatorId(workspace, { operator }, "status")];
  if (ids.length === 0) throw jobError("which-operator", { command: "status", folder: workspace.folder, known: [] });
  const operators: OperatorStatus[] = [];
  for (const id of ids) {
    const { profile, problem } = await readProfile(workspace, id, operator !== undefined);
    const deadlines = profile?.deadlines ?? usualDeadlines;
    const status = await statusOf({ workspace, operator: id, profile, deadlines, today, only });
    operators.push({ ...status, problem });
  }
  const json = { today, ...sumsOf(operators), next: nextDue(operators), operators };
  return { json, text: statusText(operators, today) };
}

/** Where all operators are listed, one whose profile is wrong does not hide the others. */
async function readProfile(workspace: Workspace, id: string, isAsked: boolean) {
  try {
    return { profile: await profileOf(workspace, id), problem: null };
  } catch (error) {
    const { message, code } = faultOf(error);
    if (isAsked || code === "internal") throw error;
    return { profile: undefined, problem: message };
  }
}
