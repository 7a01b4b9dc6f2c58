import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Glossary } from '../../src/core/language/spoken/glossary/glossary';
import { readGlossary } from '../../src/core/language/spoken/glossary/read';

const folder = path.join(process.cwd(), 'src', 'core', 'language', 'spoken', 'glossary');

/** The project's own glossary, from its sources. */
export function ownGlossary(): Glossary {
  const terms = path.join(folder, 'terms');
  const texts = readdirSync(terms).map((name) => readFileSync(path.join(terms, name), 'utf8'));
  return new Glossary(readGlossary(texts.join('\n'), attestedText()));
}

export function attestedText(): string {
  return readFileSync(path.join(folder, 'attested.txt'), 'utf8');
}
