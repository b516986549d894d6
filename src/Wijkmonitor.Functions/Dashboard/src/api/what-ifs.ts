import { getAll, post } from "./http";
import type { Bilingual, Finding, ScorecardLine } from "./types";

/** An input that a form asks for: a number within limits, or one of a list of keys. */
export interface WhatIfQuestion { code: string; label: Bilingual; unit: string; isRequired: boolean; low?: number; high?: number; value?: number; keys?: string[] }

/** An example calculation: what it asks for and by which rules it is computed. */
export interface WhatIfForm { kind: string; rules: string; title: Bilingual; source: string; ruleVersion: string; inputs: WhatIfQuestion[] }

export interface WhatIfOutcome { lines: ScorecardLine[]; findings: Finding[] }

export const loadWhatIfs = (signal: AbortSignal): Promise<WhatIfForm[]> => getAll<WhatIfForm>("/what-ifs", signal);

/** Computes an example from the inputs that were filled in. Nothing of it is stored. */
export const computeWhatIf = ({ kind, rules, inputs }: WhatIfForm, filledIn: Readonly<Record<string, string>>): Promise<WhatIfOutcome> =>
  post<WhatIfOutcome>(`/scorecard-kinds/${encodeURIComponent(kind)}/rules/${encodeURIComponent(rules)}/what-if`, {
    inputs: inputs.filter(i => filledIn[i.code]).map(i => (i.keys ? { input: i.code, key: filledIn[i.code] } : { input: i.code, value: Number(filledIn[i.code]) })),
  });
