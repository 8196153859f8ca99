/** What `GET /api/v1/admin/metrics` brings; `null` is hidden, or has no denominator. */
export interface Metrics {
  readonly period: Period;
  readonly before: Period;
  readonly yearBefore: Period;
  readonly figures: Summary;
  readonly figuresBefore: Summary;
  readonly figuresYearBefore: Summary;
  readonly days: readonly { readonly day: string; readonly visits: number; readonly questions: number }[];
  readonly hours: readonly Row[];
  readonly channels: readonly Row[];
  readonly venues: readonly Row[];
  readonly audiences: readonly Row[];
  readonly activities: readonly Row[];
  readonly programmes: readonly Row[];
  readonly regions: readonly Row[];
  readonly topics: readonly {
    readonly key: string;
    readonly questions: number | null;
    readonly percent: number | null;
  }[];
  readonly latencies: readonly {
    readonly channel: string;
    readonly firstSentenceP50: number | null;
    readonly firstSentenceP95: number | null;
    readonly totalP50: number | null;
    readonly totalP95: number | null;
  }[];
  readonly stays: readonly { readonly channel: string; readonly median: number; readonly p75: number }[];
}

export interface Period {
  readonly from: string;
  readonly to: string;
}

export interface Row {
  readonly key: string;
  readonly visits: number | null;
  readonly questions: number | null;
}

export interface Summary {
  readonly visits: number;
  readonly covered: number;
  readonly conversations: number;
  readonly overLimit: number;
  readonly takenAlong: number;
  readonly offline: number;
  readonly questions: number;
  /** Null: not applicable, for all asked elsewhere than on the web. */
  readonly visitorDays: number | null;
  readonly answeredRate: number | null;
  readonly groundedRate: number | null;
  readonly noSourceRate: number | null;
  readonly refused: number;
  readonly crisis: number;
  readonly satisfaction: {
    readonly share: number;
    readonly lower: number;
    readonly upper: number;
    readonly n: number;
  } | null;
  readonly votes: number;
  readonly responseRate: number | null;
}

export interface Gap {
  readonly id: string;
  readonly questions: readonly string[];
  readonly count: number;
  readonly venues: Readonly<Record<string, number>>;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly assignee: string | null;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
}

export type ReportState = 'received' | 'in_review' | 'corrected' | 'declined';

export interface Report {
  readonly ticket: {
    readonly number: string;
    readonly state: ReportState;
    readonly filedAt: string;
    readonly changedAt: string;
    readonly reply: string | null;
  };
  readonly question: string | null;
  readonly answer: string;
  readonly text: string;
  readonly venue: string | null;
  readonly assignee: string | null;
  readonly due: string;
}

export interface DocumentEntry {
  readonly id: string;
  readonly title: string;
  readonly topics: readonly string[];
  readonly venues: readonly string[];
  readonly reviewedOn: string | null;
  readonly reviewBy: string | null;
  readonly validTo: string | null;
}

export interface LogEntry {
  readonly number: number;
  readonly at: string;
  readonly act: string;
  readonly detail: string;
}

/** What `GET /api/v1/admin/ledgers` brings. */
export interface LedgerTotals {
  readonly visits: number;
  readonly totals: {
    readonly offline: number;
    readonly online: number;
    readonly media: number;
    readonly activities: number;
    readonly books: number;
    readonly products: number;
    readonly amountByGrade: Readonly<Record<string, number>>;
  };
  readonly overlap: number;
  readonly served: number;
}

/** What `GET /api/v1/admin/activities` brings. */
export interface ActivityRegister {
  readonly programmes: readonly Programme[];
  readonly activities: readonly Activity[];
}

export interface Programme {
  readonly id: string;
  readonly name: string;
  readonly closed: boolean;
  /** Since which day; nothing where it is open, or nobody wrote it down. */
  readonly closedOn: string | null;
  /** As it was read: nobody overwrites what another changed since. */
  readonly version: number;
}

export type ActivityForm = 'on_site' | 'online' | 'both';

export interface Activity {
  readonly id: string;
  readonly name: string;
  readonly programme: string;
  readonly venue: string;
  readonly hall: string;
  readonly region: string;
  readonly first: string;
  readonly last: string;
  readonly unit: string;
  readonly form: ActivityForm;
  readonly closed: boolean;
  readonly fromTable: boolean;
  /** As it was read: nobody overwrites what another changed since. */
  readonly version: number;
}

/** A hall and its exhibits, as the museum describes them; names by the languages' tags. */
export interface Hall {
  readonly id: string;
  readonly venue: string;
  readonly names: Readonly<Record<string, string>>;
  readonly exhibits: readonly { readonly id: string; readonly names: Readonly<Record<string, string>> }[];
}

/** A file that proves something. */
export interface Filed {
  readonly evidence: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly size: number;
  readonly by: string;
  readonly at: string;
}

/** What became of a table that was handed in. */
export interface Import {
  readonly kept: boolean;
  readonly lines: readonly {
    readonly row: number;
    readonly effect: 'NEW' | 'CHANGED' | 'SAME';
    readonly entry: {
      readonly title: string;
      readonly day: string;
      readonly amount: number;
      readonly grade: string;
    };
  }[];
  readonly activities: readonly { readonly id: string; readonly name: string }[];
  readonly problems: readonly {
    readonly row: number;
    readonly column: string;
    readonly code: string;
    readonly value: string;
  }[];
}

export interface Progress {
  readonly actual: number;
  readonly target: number;
  readonly share: number;
  readonly gap: number;
}

export interface Standing {
  readonly plan: {
    readonly id: string;
    readonly name: string;
    readonly first: string;
    readonly last: string;
  };
  readonly over: boolean;
  readonly elapsed: number;
  readonly activities: Progress;
  readonly books: Progress;
  readonly products: Progress;
  readonly visits: Progress;
}

export type TerminalState = 'unpaired' | 'alive' | 'silent' | 'closed';

export interface TerminalSettings {
  readonly name: string;
  readonly venue: string;
  readonly hall: string | null;
  readonly exhibit: string | null;
  readonly opens: string;
  readonly closes: string;
  /** Days of the week; 1 is Monday. */
  readonly closedOn: readonly number[];
  readonly closures: readonly string[];
  readonly audience: 'general' | 'child' | 'elder';
  readonly low: boolean;
  readonly large: boolean;
}

/** A terminal and how it is. */
export interface TerminalStanding {
  readonly id: string;
  readonly version: number;
  readonly settings: TerminalSettings;
  readonly state: TerminalState;
  readonly silentSince: string | null;
  readonly pairedAt: string | null;
  readonly appliedVersion: number | null;
  readonly codeExpiresAt: string | null;
  readonly minutes: number;
  readonly openingMinutes: number;
  readonly availability: number | null;
}

export interface TerminalVersion {
  readonly number: number;
  readonly settings: TerminalSettings;
  readonly changedBy: string;
  readonly at: string;
}

/** What is typed at the terminal; it is shown once. */
export interface PairingCode {
  readonly terminal: string;
  readonly code: string;
  readonly expiresAt: string;
}

/** What `GET /api/v1/admin/reports/{span}` brings. It is in Chinese, as it is handed in. */
export interface ReachReport {
  readonly span: string;
  readonly title: string;
  readonly heading: readonly { readonly name: string; readonly value: string }[];
  readonly madeOn: string;
  readonly label: string;
  readonly sections: readonly ReportSection[];
}

export interface ReportSection {
  readonly id: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly tables: readonly ReportTable[];
}

export interface ReportTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly { readonly text: string; readonly number?: number }[])[];
  readonly chart: { readonly kind: 'LINE' | 'BAR'; readonly columns: readonly number[] } | null;
}

/** The totals that an adjusting entry can be of. */
export type Headline =
  | 'visits'
  | 'offline'
  | 'online'
  | 'media'
  | 'overlap'
  | 'served'
  | 'activities'
  | 'books'
  | 'products'
  | 'questions'
  | 'details';

export interface Adjustment {
  readonly id: string;
  readonly month: string;
  readonly figure: Headline;
  readonly before: number;
  readonly now: number;
  readonly foundAt: string;
  readonly by: string;
  readonly reason: string;
}

/** What `GET /api/v1/admin/reports/locks` brings. */
export interface Locks {
  readonly locks: readonly {
    readonly month: string;
    readonly lockedAt: string;
    readonly by: string;
    readonly hash: string;
  }[];
  readonly adjustments: readonly Adjustment[];
  readonly next: string | null;
}

/** What `GET /api/v1/admin/reports/locks/verification` brings. */
export interface Verification {
  readonly equal: boolean;
  readonly months: readonly {
    readonly month: string;
    readonly whole: boolean;
    readonly differences: readonly string[];
  }[];
}
