import type { AccountClient } from '../account/account-client';

export const KINDS = [
  'single_choice',
  'multiple_choice',
  'true_false',
  'fill_in',
  'short_answer',
  'ordering',
  'matching',
  'hands_on',
  'oral',
] as const;
export type Kind = (typeof KINDS)[number];

export const STAGES = ['years_1_2', 'years_3_4', 'years_5_6', 'years_7_9'] as const;
export type Stage = (typeof STAGES)[number];

/** Bloom's levels, difficulties, and what the science curriculum standard of 2022 names, in its order. */
export const WISHES = {
  bloom: ['remember', 'understand', 'apply', 'analyse', 'evaluate', 'create'],
  difficulty: ['easy', 'medium', 'hard'],
  core: [
    'structure_of_matter',
    'change_of_matter',
    'motion_and_interaction',
    'energy',
    'levels_of_life',
    'homeostasis',
    'life_and_environment',
    'continuity_and_evolution',
    'earth_in_space',
    'earth_system',
    'humans_and_environment',
    'technology_and_society',
    'engineering_design',
  ],
  crosscutting: ['matter_and_energy', 'structure_and_function', 'system_and_model', 'stability_and_change'],
  competences: [
    'scientific_ideas',
    'scientific_thinking',
    'inquiry_and_practice',
    'attitude_and_responsibility',
  ],
} as const;
export type Wish = keyof typeof WISHES;

export type Decision = 'open' | 'accepted' | 'rejected';

/** An article that sets can be made from. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly topics: readonly string[];
  readonly venues: readonly string[];
  readonly exhibits: readonly string[];
  readonly sections: readonly string[];
}

/** A format sets are exported in. */
export interface Format {
  readonly code: string;
  readonly extension: string;
  /** Whether its owner has published what it looks like. */
  readonly specified: boolean;
}

/** What stands below a stem; which of the fields are there depends on `is`. */
export interface Content {
  readonly is: 'choice' | 'judgement' | 'blank' | 'open' | 'ordering' | 'matching' | 'task';
  readonly options?: readonly {
    readonly text: string;
    readonly right: boolean;
    readonly feedback?: string;
  }[];
  readonly holds?: boolean;
  readonly answers?: readonly string[];
  readonly unit?: string;
  readonly answer?: string;
  readonly points?: readonly string[];
  readonly inOrder?: readonly string[];
  readonly pairs?: readonly { readonly left: string; readonly right: string }[];
  readonly materials?: readonly string[];
  readonly steps?: readonly string[];
  readonly lookFor?: string;
}

/** Why something was not taken, and how often. */
export interface Counted {
  readonly code: string;
  readonly label: string;
  readonly count: number;
}

/** A place of a set, with its item. */
export interface Slot {
  readonly number: number;
  readonly kind: Kind;
  readonly stem: string;
  readonly content: Content;
  readonly key: string;
  readonly explanation: string;
  readonly evidence: readonly {
    readonly documentId: string;
    readonly title: string;
    readonly heading: string;
    readonly quote: string;
  }[];
  readonly source: string;
  /** The language model that worded it, as `llm:<model>`; empty where the rules did. */
  readonly author: string;
  readonly alignment: {
    readonly stage: Stage;
    readonly bloom: string;
    readonly difficulty: string;
    readonly core: readonly string[];
  };
  readonly objections: readonly { readonly code: string; readonly label: string; readonly what: string }[];
  /** The checks that nothing here could make. */
  readonly unchecked: readonly string[];
  readonly decision: Decision;
  readonly reason: string;
  readonly edited: boolean;
}

/** What is used up: the time for one set, or a share of the day's tokens, or all of them. */
export type ModelLimit = 'time' | 'account' | 'studio' | 'day';

/** A set of items. */
export interface ItemSet {
  readonly id: string;
  readonly title: string;
  readonly state: 'making' | 'ready' | 'cancelled' | 'failed';
  readonly version: number;
  readonly mine: boolean;
  /** The houses its owner is for; none: all of them. */
  readonly venues: readonly string[];
  readonly stage: Stage;
  readonly progress: { readonly done: number; readonly total: number; readonly made: number };
  readonly createdAt: string;
  readonly aiLabel: string;
  /** What language models wrote for it; null where none was asked. */
  readonly model: {
    readonly models: readonly {
      readonly name: string;
      readonly sections: number;
      readonly drafts: number;
      readonly flawed: readonly Counted[];
      readonly failures: number;
    }[];
    readonly sections: number;
    readonly unanswered: number;
    /** Why none was asked for the rest. */
    readonly limit?: ModelLimit | null;
  } | null;
  /** How much the set did without: what the checks refused, and what was not what was asked for. */
  readonly refused: { readonly objections: readonly Counted[]; readonly misfits: readonly Counted[] };
  readonly slots: readonly Slot[];
}

/** What is asked for. */
export interface Order {
  readonly title: string;
  readonly exhibit?: string;
  readonly topic?: string;
  readonly documents?: readonly string[];
  readonly sections?: readonly string[];
  readonly stage: Stage;
  readonly kinds: Partial<Record<Kind, number>>;
  readonly bloom?: readonly string[];
  readonly difficulty?: readonly string[];
  readonly core?: readonly string[];
  readonly crosscutting?: readonly string[];
  readonly competences?: readonly string[];
}

/** A version of a set. */
export interface Version {
  readonly version: number;
  readonly at: string;
}

const SETS = '/api/v1/educator/item-sets';

/** The studio's calls. Every method throws an `ApiError`. */
export class StudioClient {
  constructor(private readonly account: AccountClient) {}

  async sources(): Promise<readonly Source[]> {
    return (await this.account.get('/api/v1/educator/sources')) as readonly Source[];
  }

  async formats(): Promise<readonly Format[]> {
    return (await this.account.get('/api/v1/educator/formats')) as readonly Format[];
  }

  async sets(): Promise<readonly ItemSet[]> {
    return (await this.account.get(SETS)) as readonly ItemSet[];
  }

  async set(id: string, version?: number): Promise<ItemSet> {
    const query = version === undefined ? '' : `?version=${version}`;
    return (await this.account.get(`${SETS}/${encodeURIComponent(id)}${query}`)) as ItemSet;
  }

  async versions(id: string): Promise<readonly Version[]> {
    return (await this.account.get(`${SETS}/${id}/versions`)) as readonly Version[];
  }

  /** Makes a set what it was at a version, as its next one. */
  async restore(set: ItemSet, from: number): Promise<ItemSet> {
    const body = { version: set.version, from };
    return (await this.account.send('POST', `${SETS}/${set.id}/restore`, body)) as ItemSet;
  }

  /** Puts another item of the same kind in a place. */
  async renew(set: ItemSet, slot: Slot): Promise<ItemSet> {
    const path = `${SETS}/${set.id}/slots/${slot.number}/renew`;
    return (await this.account.send('POST', path, { version: set.version })) as ItemSet;
  }

  async begin(order: Order): Promise<ItemSet> {
    return (await this.account.send('POST', SETS, order)) as ItemSet;
  }

  async cancel(id: string): Promise<ItemSet> {
    return (await this.account.send('POST', `${SETS}/${id}/cancel`, {})) as ItemSet;
  }

  async delete(id: string): Promise<void> {
    await this.account.send('DELETE', `${SETS}/${id}`);
  }

  async review(set: ItemSet, slot: Slot, decision: Decision, reason: string): Promise<ItemSet> {
    const body = { version: set.version, decision, reason };
    return (await this.account.send(
      'POST',
      `${SETS}/${set.id}/slots/${slot.number}/review`,
      body,
    )) as ItemSet;
  }

  async reword(
    set: ItemSet,
    slot: Slot,
    words: { readonly stem: string; readonly content: Content; readonly explanation: string },
  ): Promise<ItemSet> {
    const body = { version: set.version, ...words };
    return (await this.account.send('PUT', `${SETS}/${set.id}/slots/${slot.number}`, body)) as ItemSet;
  }

  async arrange(set: ItemSet, title: string, order: readonly number[]): Promise<ItemSet> {
    return (await this.account.send('PUT', `${SETS}/${set.id}/order`, {
      version: set.version,
      title,
      order,
    })) as ItemSet;
  }

  /** Where an export is fetched from. */
  exportAddress(set: ItemSet, format: string, paper: 'student' | 'teacher', accepted: boolean): string {
    const only = accepted ? '&only=accepted' : '';
    return `${SETS}/${set.id}/export?format=${format}&paper=${paper}${only}`;
  }
}
