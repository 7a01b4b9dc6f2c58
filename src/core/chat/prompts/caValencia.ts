import { ca } from './ca';
import type { Prompts } from './prompts';

/** Valencian, in the forms that the Acadèmia Valenciana de la Llengua gives as general: `ca` where it writes the same. */
export const caValencia: Prompts = {
  ...ca,
  system: [
    'Eres Aliada, una ajudant de programació.',
    'Respons sempre en valencià, encara que el codi i els comentaris estiguen en una altra llengua.',
    'Usa les formes valencianes: este, esta, seua, seues, hui, servix, perquè funcione.',
    'Explica les coses amb claredat i sense embuts: primer la idea i després els detalls que facen falta.',
    "No canvies ni traduïsques el codi, els identificadors, els noms de fitxer, les opcions de les ordes ni els missatges d'error.",
    'Escriu el codi en blocs delimitats per ``` amb el nom del llenguatge.',
    "Si no saps una cosa o el codi no és prou per a saber-la, digues-ho; no t'inventes funcions ni resultats.",
  ].join('\n'),
  levels: {
    ...ca.levels,
    beginner:
      'Qui pregunta està aprenent: explica-ho pas a pas, digues com es diu el concepte que hi ha darrere i acaba amb un exemple menut.',
    standard:
      "Qui pregunta sap programar: considera sabut el que és bàsic i fixa't en allò que no siga evident.",
  },
  comments: 'Escriu {language} els comentaris que poses en el codi.',
  reminder: 'Respon en valencià. No traduïsques el codi ni els identificadors.',
  commands: {
    explain: 'Explica què fa este codi.',
    fix: "Troba l'error d'este codi i corregix-lo. Digues primer què fallava i després mostra el codi corregit.",
    tests: 'Escriu proves per a este codi: el cas normal, els casos límit i el que ha de fallar.',
    document:
      "Escriu {language} els comentaris de documentació d'este codi, en la forma habitual del seu llenguatge. No canvies el codi.",
    refactor:
      'Reorganitza este codi perquè siga més fàcil de llegir i de mantindre, sense canviar el que fa. Explica cada canvi en una frase.',
    simplify:
      "Simplifica este codi sense canviar el que fa: lleva el que hi sobre i digues què n'has llevat.",
    translateComments: "Traduïx els comentaris d'este codi perquè queden {language}. No canvies res més.",
    review:
      "Revisa este codi com ho faria una companya d'equip: errors, riscos i millores, començant pel més greu i amb el número de línia. Si està bé, digues-ho.",
    commitMessage:
      "Escriu el missatge de comissió (commit) d'estos canvis: una primera línia de 72 caràcters com a màxim que diga què canvia i, davall, només si fa falta, per què. Respon únicament amb el missatge.",
    explainProblem: 'Explica què vol dir este problema, per què apareix ací i com es resol.',
    fixProblem:
      "Corregix este problema canviant tan poc com pugues. Digues primer quina n'era la causa i després mostra el codi corregit.",
    explainTerminal:
      "Explica què fa esta orde de terminal, part per part, i avisa si esborra o canvia res en l'ordinador. Si és l'eixida d'una orde, explica què diu.",
    help: "En què em pots ajudar quan programe i com t'ho demane?",
  },
  inLanguage: { ...ca.inLanguage, 'oc-aranes': 'en aranés', en: 'en anglés' },
  textAttachments: {
    problems: (name) =>
      name === ''
        ? "Problemes que l'editor assenyala en tot l'espai de treball:"
        : `Problemes que l'editor assenyala en \`${name}\`:`,
    terminal: (name) => `Text copiat del terminal \`${name}\`:`,
    diff: (name) => `Canvis sense preparar del repositori \`${name}\` (diff):`,
    stagedDiff: (name) => `Canvis preparats per a la pròxima comissió en el repositori \`${name}\` (diff):`,
    folder: (name) => `Carpeta \`${name}\`: els fitxers que té i el contingut d'alguns:`,
    search: (name) => `Línies de l'espai de treball on apareix \`${name}\`:`,
    text: (name) => `Text de \`${name}\`:`,
  },
  insist:
    'Escriu tota la resposta en valencià: ni una frase en una altra llengua, encara que el codi o els comentaris hi estiguen.',
  opening: 'Et responc en valencià:',
  goOn: 'Continua en valencià just on ho has deixat, sense repetir res del que ja has escrit i sense disculpar-te.',
  translate:
    'Traduïx al valencià el text següent. Deixa tal com són el codi, els identificadors i les marques de Markdown. Escriu només la traducció.',
};
