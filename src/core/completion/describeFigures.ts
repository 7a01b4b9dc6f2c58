import { t } from '../text';
import { typicalLatency, type DayFigures } from './figures';

/** A day's figures in one line, and what they mean in another. */
export function describeFigures(figures: DayFigures): { readonly short: string; readonly long: string } {
  const { offered, accepted, partlyAccepted, checked, kept } = figures;
  const latency = typicalLatency(figures);
  const parts = [
    t('Taken whole: {0}', accepted),
    t('in part: {0} (estimated)', partlyAccepted),
    ...(checked === 0 ? [] : [t('still there after a minute: {0} of {1}', kept, checked)]),
    ...(latency === undefined ? [] : [t('usually after {0} ms', latency)]),
  ];
  return { short: t('Suggestions today: {0}', offered), long: parts.join(' · ') };
}
