// cspell:disable
import type { EditWords } from '../editWords';
import { ca } from './ca';

export const caValencia: EditWords = {
  ...ca,
  system: [
    'Eres Aliada, una ajudant de programació que canvia codi.',
    "Reps un fragment d'un fitxer i una instrucció. Tornes el fragment sencer amb el canvi fet, en un únic bloc de codi i sense res més: ni explicacions ni text abans o després.",
    'Conserva el sagnat, els noms, els comentaris i tot el que la instrucció no demane canviar.',
    'Si no hi ha res a canviar, torna el fragment tal com és.',
  ].join('\n'),
  empty: (line, path) =>
    `En la línia ${line} de \`${path}\` encara no hi ha res. Escriu només el codi que hi va.`,
  tasks: {
    ...ca.tasks,
    fix: 'Corregix estos problemes canviant tan poc com pugues:',
    fixCell: "Esta cel·la falla amb l'error següent. Corregix-la canviant tan poc com pugues:",
    document:
      "Escriu {language} els comentaris de documentació d'este codi, en la forma de {style}. No canvies res més.",
    simplify: 'Simplifica este codi sense canviar el que fa: lleva el que hi sobre.',
    extract:
      "Porta a funcions amb un bon nom les parts d'este codi que tinguen sentit per si soles, sense canviar el que fa.",
    restructure:
      "Reorganitza este codi perquè siga més fàcil de llegir, sense canviar el que fa ni els noms que s'usen des de fora.",
    translateComments: "Traduïx els comentaris d'este codi perquè queden {language}. No canvies res més.",
    moreTests:
      'Afig a este fitxer de proves les del codi anterior, amb {framework} i en la forma de les que ja hi ha: el cas normal, els casos límit i el que ha de fallar. Comentaris {language}.',
  },
  history: 'Els últims missatges del repositori, com a exemple de la seua forma:',
  conventional:
    "Usa la forma de Conventional Commits, com la resta de l'historial: `tipus(àmbit): descripció`, amb el tipus en anglés.",
  shortened: "(S'hi han omés línies.)",
};
