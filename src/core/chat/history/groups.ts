import { t } from '../../text';
import type { Listed } from './history';

/** Conversations of one stretch of time, as people remember it. */
export interface Group<T extends Listed> {
  readonly label: string;
  readonly items: readonly T[];
}

/** The start of a day in the person's own time. */
function dayStart(at: number, daysBefore = 0): number {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - daysBefore).getTime();
}

/**
 * Groups by when a conversation was last changed: today, yesterday, the last week, the last month, then by month.
 * @param lang the language of the interface, for the names of months.
 */
export function groupByDay<T extends Listed>(
  items: readonly T[],
  now: number,
  lang: string,
): readonly Group<T>[] {
  const [today, yesterday, week, month] = [0, 1, 7, 30].map((days) => dayStart(now, days)) as [
    number,
    number,
    number,
    number,
  ];
  const monthName = new Intl.DateTimeFormat(lang, { month: 'long', year: 'numeric' });
  const labelOf = (at: number): string => {
    if (at >= today) return t('Today');
    if (at >= yesterday) return t('Yesterday');
    if (at >= week) return t('Last 7 days');
    if (at >= month) return t('Last 30 days');
    const name = monthName.format(at);
    return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
  };
  const groups: { label: string; items: T[] }[] = [];
  for (const item of items) {
    const label = labelOf(item.updated);
    const last = groups.at(-1);
    if (last?.label === label) last.items.push(item);
    else groups.push({ label, items: [item] });
  }
  return groups;
}

/** When a conversation was last changed: the time of the day for today and yesterday, else the date. */
export function shortTime(at: number, now: number, lang: string): string {
  if (at >= dayStart(now, 1))
    return new Intl.DateTimeFormat(lang, { hour: 'numeric', minute: '2-digit' }).format(at);
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(lang, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at);
}
