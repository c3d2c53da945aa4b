import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** What the table holds, as far as it decides anything for a person. */
export interface State {
  /** Counted for persons, by strangers and devices together. */
  readonly marks: number;
  /** Messages counted in the day's budgets. */
  readonly spent: number;
  /** Texts that their number blocks hold for unanswered. */
  readonly unanswered: number;
  /** Runs of wrong codes, and locks. */
  readonly wrong: number;
  readonly locked: number;
  /** Of all challenges together. */
  readonly attemptsLeft: number;
  readonly used: number;
}

type Item = Readonly<Record<string, AttributeValue>>;

export function readState(items: readonly Item[]): State {
  const kinds = (...names: readonly string[]): readonly Item[] =>
    items.filter(({ pk }) => names.includes(pk?.S?.split('#')[0] ?? ''));
  const sum = (of: readonly Item[], measure: (item: Item) => number): number =>
    of.reduce((total, item) => total + measure(item), 0);
  const attributes = (item: Item, name: string): readonly AttributeValue[] =>
    Object.entries(item).flatMap(([key, value]) => (key.split('#')[0] === name ? [value] : []));

  const windows = kinds('target', 'devices');
  return {
    marks: sum(windows, ({ sent_at }) => sent_at?.L?.length ?? 0),
    spent: sum(kinds('email', 'sms'), ({ sent }) => Number(sent?.N ?? 0)),
    unanswered: sum(kinds('block'), ({ unanswered }) => Number(unanswered?.N ?? 0)),
    wrong: sum(windows, (item) => attributes(item, 'failures').reduce((all, { L }) => all + (L?.length ?? 0), 0)),
    locked: sum(windows, (item) => attributes(item, 'locked_until').length),
    attemptsLeft: sum(kinds('code'), ({ attempts_left }) => Number(attempts_left?.N ?? 0)),
    used: sum(kinds('code'), ({ used_by }) => (used_by ? 1 : 0)),
  };
}
