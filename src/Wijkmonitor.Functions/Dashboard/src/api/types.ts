// The shapes of the API's responses (docs/api.md). A field without a value is absent.

export interface Bilingual { nl: string; en: string }

export interface ItemList<T> { items: T[]; total?: number; next?: string }

export type AreaLevel = "municipality" | "district" | "neighbourhood" | "custom";

export interface Area { code: string; level: AreaLevel; municipality: string; name: string; boundaryYears: number[]; municipalityName?: string }

export interface Municipality { code: string; name: string; areas: number }

export type Polarity = "higher-is-better" | "lower-is-better" | "no-judgement";

export interface Indicator {
  code: string; theme: Bilingual; label: Bilingual; unit: string; polarity: Polarity; decimals: number; denominator?: string; source: Bilingual;
}

export type ObservedState = "known" | "unknown" | "suppressed" | "not-applicable";

export type FigureStatus = "provisional" | "revised" | "estimated" | "modelled" | "series-break";
/** The margin of a figure as its source gives it. */
export interface FigureInterval { lower?: number; upper?: number; sampleSize?: number; level?: number; method?: Bilingual }

/** The completeness of a figure of which parts are missing. */
export interface FigureCompleteness { share: number; basis: "denominator" | "parts"; required: number; isEnough: boolean; lost: string[]; denominator?: number }

export interface Observation {
  area: string; period: string; indicator: string; state: ObservedState; value?: number; unit: string; dataset: string;
  boundaryYear: number; provisional: boolean; delivery: string; line: number;
  periodLabel?: Bilingual; referenceDate?: string; firstYear?: number; lastYear?: number; status?: FigureStatus[]; interval?: FigureInterval; roundedTo?: number; completeness?: FigureCompleteness;
}

export type LineState = "valued" | "to-be-determined" | "missing-input" | "unresolved" | "suppressed" | "not-normed";
export type Signal = "green" | "yellow" | "red" | "none";

export type PrecedenceRule = "declared" | "owner" | "outside-period" | "delivered";

export interface ScorecardInput {
  role: string; key: string; state: ObservedState; value?: number; delivery?: string; line?: number; others?: ScorecardInput[]; rule?: PrecedenceRule;
  status?: FigureStatus[]; interval?: FigureInterval; completeness?: FigureCompleteness;
}

export interface Operand { value: number; from: string }
export interface CalculationStep { name: string; label: Bilingual; operation: string; operands: Operand[]; result: number }

export interface ScorecardLine {
  code: string; theme: Bilingual; label: Bilingual; state: LineState; value?: number; unit: string; baseline?: number; reference?: number; norm?: number;
  signal: Signal; amount?: number; figures: Record<string, number>; explanation: Bilingual; inputs: ScorecardInput[]; steps?: CalculationStep[]; uncertainty?: Bilingual; range?: ValueRange; isProMemorie?: boolean; outcome?: NamedOutcome; completeness?: FigureCompleteness;
}

export interface ValueRange { low: number; high: number }
export interface NamedOutcome { code: string; name: Bilingual }

export interface LeftOut { state: LineState; codes: string[] }
export interface ScorecardTotal { code: string; label: Bilingual; value?: number; range?: ValueRange; isLowerBound?: boolean; unit: string; leavesOut: LeftOut[]; steps?: CalculationStep[] }
export interface Finding { code: string; severity: "information" | "warning"; lines: string[]; message: Bilingual; alertFor?: AlertRole[] }

export type AlertRole = "controller" | "programme-manager" | "area-manager" | "board";
export interface SubjectDetails { title: string; scope: string; members?: string[] }
/** A date that was given for a deadline; `until` is the last day of a loose date. */
export interface DeadlineDate { kind: "baseline" | "replan" | "forecast" | "actual"; date: string; until?: string; recordedOn?: string; note?: Bilingual }
/** A promise or duty with a day. Without `isMet` it is not known whether it was met. */
export interface Deadline { code: string; label: Bilingual; date: string; until?: string; promise: Bilingual; isMet?: boolean; line?: string; party?: Bilingual; isDecision?: boolean; dates?: DeadlineDate[] }

export interface Scorecard {
  kind: string; subject?: string; area: string; period: string; ruleVersion: string; boundaryYear: number; computedAt?: string;
  lines: ScorecardLine[]; totals: ScorecardTotal[]; findings: Finding[]; about?: SubjectDetails; asOf?: string; deadlines?: Deadline[]; stages?: ScorecardStage[];
}

/** A stage by the lines with the number that reached it and with the share that was on time. */
export interface ScorecardStage { line: string; onTime?: string }

/** A deadline in a list, with how late it is on the day of asking. */
export interface ListedDeadline { code: string; label: Bilingual; date: string; until?: string; promise: Bilingual; party?: Bilingual; isDecision?: boolean; daysLate?: number; firstPromised?: string; daysAfterFirst?: number }

/** A programme or project, by its newest scorecard. */
export interface Subject {
  kind: string; subject: string; title: string; scope: string; municipality: string; area: string; state: string; period: string; alerts: number; href: string;
  members?: string[]; asOf?: string; late?: ListedDeadline; next?: ListedDeadline; decision?: ListedDeadline;
}

export interface Alert {
  id: string; type: "overdue" | "finding" | "upcoming"; code: string; roles: AlertRole[]; kind: string; subject: string; title: string; municipality: string; area: string; period: string;
  message: Bilingual; href: string; asOf?: string; deadline?: ListedDeadline;
}

export interface ScorecardSummary {
  kind: string; subject?: string; subjectTitle?: string; area: string; name?: string; period: string; ruleVersion: string; boundaryYear: number; computedAt?: string;
  signals: Record<string, Signal>; states: Record<string, LineState>; values: Record<string, number>; totals: ScorecardTotal[]; findings: string[]; href: string;
}

/** The effort's line, the line and total of its outcome, and the figure of the effort's line with the change of the outcome. */
export interface ScorecardComparison { effort: string; outcome: string; change: string }

/** Lines drawn as bars: on a scale with two ends, or as differences to both sides of zero. */
export interface ScorecardBars { title: Bilingual; lines: string[]; low?: number; high?: number }

/** The title of a kind of scorecards and the rules for displaying it. */
export interface KindInfo {
  name: string; title: Bilingual; summary: Bilingual; order: number; layout: string; mayBeRanked: boolean; countsJudgements: boolean; signals: Partial<Record<Signal, Bilingual>>;
  roles: Record<string, Bilingual>; figures: Record<string, Bilingual>; steps: Record<string, Bilingual>; bars?: ScorecardBars; comparison?: ScorecardComparison;
}

export interface MunicipalityKind { kind: string; periods: string[]; mayBeRanked: boolean }

export interface MortgageItem {
  id: string; version: string; title: Bilingual; area: string; city: string; principal: number; firstYear: number; lastYear: number; href: string;
}

export interface ContractIndicator { code: string; rule: string; baseline?: number; step?: number; stepUnit?: string; amount?: number }
export interface Contract {
  id: string; version: string; title: Bilingual; area: string; city: string; principal: number; firstYear: number; termYears: number; baselineYear: number;
  parties: { role: Bilingual; organisation: string }[]; indicators: ContractIndicator[]; tariffs: { code: string; label: Bilingual; amount: number }[]; notes?: Bilingual[];
}
export interface AgreedRepayment { amount: number; percentOfPrincipal: number; lines: { indicator: string; agreedChange: number; amount: number }[]; withoutAgreedChange: string[] }

export interface Mortgage { contract: Contract; delivery: string; agreed: AgreedRepayment; versions: { version: string; validFrom: string; delivery: string }[]; statements: ScorecardSummary[] }

export interface MortgageSeriesYear {
  year: number; state: "settled" | "open" | "ahead"; opening?: number; interest?: number; credits?: { activities: number; indicators: number; operation: number };
  closing?: number; repaid?: number; pending?: number; onTrackPercent?: number; reference: number; referenceBalance: number; leavesOut?: LeftOut[];
}
export interface MortgageSeries { contract: string; title: Bilingual; principal: number; isAgreed: boolean; referenceLabel: Bilingual; years: MortgageSeriesYear[] }

export interface Module { code: string; label: Bilingual; sharePercent: number; threshold: number; isUnlocked: boolean; left: number }

export interface ExplainedAmount {
  code: string; label: Bilingual; state: LineState; amount?: number; unit: string; sentence?: Bilingual; inputs: ScorecardInput[]; steps: CalculationStep[];
}
export interface Explanation { contract: string; version: string; year: string; amounts: ExplainedAmount[]; files: Record<string, { dataset: string; file: string; path: string }> }

export interface Assumptions {
  year: number; values?: { indicator: string; value: number; city?: number }[]; activities?: { activity: string; count: number }[]; operation?: number;
}

export interface TargetOption { line: string; label: Bilingual; needed?: number; unit: string; repaid?: number }
export interface MortgageTarget { year: number; reference: number; repaid: number; short: number; ways: TargetOption[] }

export interface Delivery {
  id: string; dataset: string; file: string; state: string; receivedAt: string; storedAt?: string; completedAt?: string; repeatedAt?: string; sha256: string;
  bytes: number; rows: number; values: number; errors: number; warnings: number; municipalities: string[]; problems: string; quarantined: boolean;
  progress?: { stage: string; done: number; total: number; at: string }; duration?: { waiting: number; checking: number; storing?: number; scoring?: number };
  periods: number[]; supersedes: string[]; changes?: ChangeCounts; decisions: DeliveryDecision[]; diff?: string;
}

export interface DeliveryDecision { kind: "confirmation" | "withdrawal"; at: string; byRole: string; reason?: string }

export type Change = "added" | "changed" | "withdrawn";
export interface ChangeCounts { added: number; changed: number; withdrawn: number; unchanged: number }
export interface SourcedValue { state: ObservedState; value?: number; delivery: string; line: number; status?: FigureStatus[]; lower?: number; upper?: number; sampleSize?: number }
export interface ValueChange { change: Change; area: string; period: string; indicator: string; old?: SourcedValue; new?: SourcedValue }
export interface ChangeList { counts: ChangeCounts; supersedes: string[]; items: ValueChange[]; rest: number }

export interface LineOutcome { state: LineState; value?: number; signal: Signal; amount?: number; range?: { low: number; high: number }; outcome?: NamedOutcome }
export interface LineChange { code: string; label: Bilingual; unit: string; before?: LineOutcome; after?: LineOutcome }
export interface ScorecardChange { change: Change; kind: string; area: string; period: string; subject?: string; lines: LineChange[]; totals: TotalChange[] }
export interface TotalChange { code: string; label: Bilingual; unit: string; before?: number; after?: number }
export interface StatementChange { contract: string; period: string; change: Change; totals: TotalChange[] }
export interface DecisionPreview {
  decision: "confirmation" | "withdrawal"; isComplete: boolean; municipalities: string[]; figures: ChangeCounts; scorecards: ChangeCounts;
  scorecardChanges: ScorecardChange[]; omitted: number; statements: StatementChange[]; otherContracts: number;
}

export interface RowProblem {
  code: string; severity: "warning" | "error"; line?: number; column?: string; value?: string; message: Bilingual; remedy: Bilingual; needsConfirmation?: boolean;
}
export interface ProblemList { errors: number; warnings: number; byCode: Record<string, number>; items: RowProblem[] }

export interface Dataset { id: string; title: Bilingual; href: string; template?: string }

export interface WaitingFile { dataset: string; file: string; bytes: number; receivedAt: string; problem?: Bilingual }

export interface LastRun { function: string; outcome: "succeeded" | "failed"; endedAt: string; ageSeconds: number; succeededAt?: string }
export interface Readiness { refusedDefinitions: string[]; lastRuns: LastRun[] }

export interface Health { status: string; datasets: string[]; refusedDefinitions: string[]; rules: Record<string, string> }

export interface Boundaries {
  type: "FeatureCollection";
  features: { type: "Feature"; id?: string; properties: Record<string, unknown> | null; geometry: { type: string; coordinates: unknown } | null }[];
}
