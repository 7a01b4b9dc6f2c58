// cspell:disable
import type { EditWords } from '../editWords';
import { es } from './es';

export const es419: EditWords = {
  ...es,
  shortened: '(Se omitieron líneas.)',
};
