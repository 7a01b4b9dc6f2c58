/**
 * What the texts of a language never say: the person is tú, tu, ti, zu, and nobody raises their voice. docs/glossary.md
 * has the rules in words.
 * @typedef {{ readonly pattern: RegExp, readonly instead: string }} Avoided
 */

/** A word by itself: `\b` knows no accents. @param {string} words @param {string} [flags] */
const word = (words, flags = 'iu') => new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])`, flags);

/** At the beginning of a sentence, where an imperative stands. @param {string} words */
const first = (words) => new RegExp(`(?:^|[.:?] |\\) )(?:${words})(?![\\p{L}])`, 'u');

/** @type {Readonly<Record<string, readonly Avoided[]>>} */
const avoided = {
  es: [
    { pattern: word('usted|ustedes|vosotros|vosotras|vuestr[oa]s?'), instead: 'tú' },
    {
      pattern: first(
        'Seleccione|Haga|Introduzca|Escriba|Elija|Pulse|Presione|Abra|Compruebe|Consulte|Instale|Reinicie|Inténtelo|Espere|Guarde|Configure|Cambie|Indique|Añada|Ejecute|Revise|Use|Utilice|Envíe|Permita|Pruebe|Vea|Inicie|Dele|Ponga|Quite|Corrija|Pregunte|Quédese',
      ),
      instead: 'the imperative of tú',
    },
  ],
  ca: [
    { pattern: word('vostè|vostès|vosaltres|vostr[ae]s?'), instead: 'tu' },
    {
      pattern: first(
        'Seleccioneu|Feu|Introduïu|Escriviu|Trieu|Premeu|Obriu|Comproveu|Consulteu|Instal·leu|Reinicieu|Proveu|Espereu|Deseu|Configureu|Canvieu|Indiqueu|Afegiu|Executeu|Reviseu|Useu|Utilitzeu|Envieu|Permeteu|Vegeu|Inicieu|Poseu|Traieu|Corregiu|Pregunteu|Seleccioni|Faci|Introdueixi|Esculli|Obri',
      ),
      instead: 'the imperative of tu',
    },
  ],
  gl: [
    { pattern: word('vostede|vostedes|vosoutros|vosoutras|vós'), instead: 'ti' },
    {
      pattern: first(
        'Seleccione|Faga|Introduza|Escriba|Escolla|Prema|Abra|Comprobe|Consulte|Instale|Reinicie|Ténteo|Agarde|Garde|Configure|Cambie|Indique|Engada|Execute|Revise|Use|Utilice|Envíe|Permita|Probe|Vexa|Inicie|Poña|Quite|Corrixa|Pregunte',
      ),
      instead: 'the imperative of ti',
    },
  ],
  eu: [
    { pattern: word('zuek|hi|hik'), instead: 'zu' },
    {
      pattern: word(
        'duzue|duzuen|dituzue|dituzuen|dezakezue|ezazue|itzazue|zarete|zaituzte|dizue|zaizue|ezak|ezan|duk|dun|haiz',
      ),
      instead: 'the verb of zu',
    },
  ],
};

/**
 * @param {string} text
 * @param {string} language `en` for the English texts themselves
 * @returns {string[]} what is wrong, without its place
 */
export function voiceFaults(text, language) {
  const open = text.replaceAll(/`[^`]*`/g, '');
  const faults = /[!¡]/.test(open) ? ['raises its voice: no exclamation marks'] : [];
  for (const { pattern, instead } of avoided[language] ?? []) {
    const [found] = pattern.exec(open) ?? [];
    if (found !== undefined)
      faults.push(`says "${found.replace(/^[^\p{L}]+/u, '')}"; the person is addressed by ${instead}`);
  }
  return faults;
}
