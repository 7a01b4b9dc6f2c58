/**
 * All that the demo model can say. It is honest about what it is: whoever meets it must not take it for ALIA.
 */

// cspell:disable
/** The answer to every question, in the four languages in turn: quoted, since each but one is not the reader's. */
export const ANSWER = `\
> **Español.** Soy el modelo de demostración que viene con Aliada. No conozco tu código ni sé programar: solo repito \
este texto, para mostrarte que todo funciona, desde la pregunta hasta la respuesta. Para hablar con un modelo de \
verdad, indica su dirección en el ajuste \`aliada.chat.endpoints\`.

> **Català.** Soc el model de demostració que ve amb Aliada. No conec el teu codi ni sé programar: només repeteixo \
aquest text, per mostrar-te que tot funciona, de la pregunta a la resposta. Per parlar amb un model de debò, indica \
la seva adreça en la configuració \`aliada.chat.endpoints\`.

> **Galego.** Son o modelo de demostración que vén con Aliada. Non coñezo o teu código nin sei programar: só repito \
este texto, para amosarche que todo funciona, da pregunta á resposta. Para falar cun modelo de verdade, indica o seu \
enderezo no axuste \`aliada.chat.endpoints\`.

> **Euskara.** Aliadarekin datorren erakusketa-eredua naiz. Ez dut zure kodea ezagutzen, eta ez dakit programatzen: \
testu hau besterik ez dut errepikatzen, dena badabilela erakusteko, galderatik erantzunera. Benetako eredu batekin \
hitz egiteko, adierazi haren helbidea \`aliada.chat.endpoints\` ezarpenean.

\`\`\`json
"aliada.chat.endpoints": [
  { "url": "http://localhost:8080", "model": "BSC-LT/salamandra-7b-instruct" }
]
\`\`\``;
// cspell:enable

// cspell:disable-next-line
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZáàéèíïóòúüñçÁÀÉÈÍÏÓÒÚÜÑÇ·';

/**
 * What follows the last character before the cursor, as pieces. It reads well in most programming languages.
 * Each piece has at least three characters, otherwise a prompt could hold it as one token; and what follows a piece
 * is the same wherever it stands.
 *
 * @type {[characters: string, pieces: string[]][]}
 */
export const CONTINUATIONS = [
  [LETTERS, ['(value)']],
  ['0123456789', [' + value']],
  ['(', ['value)']],
  ['[', ['value]']],
  ['{', ['\n  return', ' value;\n}']],
  [':', ['\n    return', ' value']],
  ['=,+-*/%<>&|!?^~', [' value']],
  [' \t_.@$"\'`\\', ['value']],
  ['\n', ['value =', ' value + 1']],
  ['#', [' Aliada']],
  [')]};', []],
];
