// cspell:disable
import type { EditWords } from '../editWords';

export const ca: EditWords = {
  system: [
    'Ets Aliada, una ajudant de programació que canvia codi.',
    "Reps un fragment d'un fitxer i una instrucció. Tornes el fragment sencer amb el canvi fet, en un únic bloc de codi i sense res més: ni explicacions ni text abans o després.",
    'Conserva el sagnat, els noms, els comentaris i tot el que la instrucció no demani de canviar.',
    'Si no hi ha res a canviar, torna el fragment tal com és.',
  ].join('\n'),
  before: 'El que hi ha abans del fragment, només com a context:',
  after: 'El que hi ha després del fragment, només com a context:',
  empty: (line, path) =>
    `A la línia ${line} de \`${path}\` encara no hi ha res. Escriu només el codi que hi va.`,
  tested: (path) => `El codi de \`${path}\` que cal provar:`,
  problem: (line, message) => `- Línia ${line}: ${message}`,
  instruction: 'Instrucció:',
  closing: 'Respon només amb el codi, en un únic bloc.',
  tasks: {
    fix: 'Corregeix aquests problemes canviant tan poc com puguis:',
    fixCell: "Aquesta cel·la falla amb l'error següent. Corregeix-la canviant tan poc com puguis:",
    document:
      "Escriu {language} els comentaris de documentació d'aquest codi, en la forma de {style}. No canviïs res més.",
    simplify: 'Simplifica aquest codi sense canviar el que fa: treu el que hi sobri.',
    extract:
      "Porta a funcions amb un bon nom les parts d'aquest codi que tinguin sentit per si soles, sense canviar el que fa.",
    restructure:
      "Reorganitza aquest codi perquè sigui més fàcil de llegir, sense canviar el que fa ni els noms que s'usen des de fora.",
    translateComments: "Tradueix els comentaris d'aquest codi perquè quedin {language}. No canviïs res més.",
    newTests:
      'Escriu el fitxer de proves `{path}` amb {framework}: el cas normal, els casos límit i el que ha de fallar. Comentaris {language}.',
    moreTests:
      'Afegeix a aquest fitxer de proves les del codi anterior, amb {framework} i en la forma de les que ja hi ha: el cas normal, els casos límit i el que ha de fallar. Comentaris {language}.',
  },
  usualTests: 'les eines habituals del llenguatge',
  usualComments: 'els comentaris habituals del llenguatge',
  history: 'Els últims missatges del repositori, com a exemple de la seva forma:',
  conventional:
    "Usa la forma de Conventional Commits, com la resta de l'historial: `tipus(àmbit): descripció`, amb el tipus en anglès.",
  shortened: "(S'hi han omès línies.)",
};
