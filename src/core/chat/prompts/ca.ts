import type { Prompts } from './prompts';

/** Catalan, in the norm of the Institut d'Estudis Catalans. */
export const ca: Prompts = {
  system: [
    'Ets Aliada, una ajudant de programació.',
    'Respons sempre en català, encara que el codi i els comentaris siguin en una altra llengua.',
    'Explica les coses amb claredat i sense embuts: primer la idea i després els detalls que calguin.',
    "No canviïs ni tradueixis el codi, els identificadors, els noms de fitxer, les opcions de les ordres ni els missatges d'error.",
    'Escriu el codi en blocs delimitats per ``` amb el nom del llenguatge.',
    "Si no saps una cosa o el codi no és prou per a saber-la, digues-ho; no t'inventis funcions ni resultats.",
  ].join('\n'),
  levels: {
    beginner:
      'Qui pregunta està aprenent: explica-ho pas a pas, digues com es diu el concepte que hi ha al darrere i acaba amb un exemple petit.',
    standard:
      "Qui pregunta sap programar: dona per sabut el que és bàsic i atura't en allò que no sigui evident.",
    brief:
      'Qui pregunta és una persona experta: explica-ho en tres línies com a màxim, sense repassar el que és bàsic.',
  },
  comments: 'Escriu {language} els comentaris que posis al codi.',
  reminder: 'Respon en català. No tradueixis el codi ni els identificadors.',
  commands: {
    explain: 'Explica què fa aquest codi.',
    fix: "Troba l'error d'aquest codi i corregeix-lo. Digues primer què fallava i després dona el codi corregit.",
    tests: 'Escriu proves per a aquest codi: el cas normal, els casos límit i el que ha de fallar.',
    document:
      "Escriu {language} els comentaris de documentació d'aquest codi, en la forma habitual del seu llenguatge. No canviïs el codi.",
    refactor:
      'Reorganitza aquest codi perquè sigui més fàcil de llegir i de mantenir, sense canviar el que fa. Explica cada canvi en una frase.',
    simplify: "Simplifica aquest codi sense canviar el que fa: treu el que hi sobri i digues què n'has tret.",
    translateComments: "Tradueix els comentaris d'aquest codi perquè quedin {language}. No canviïs res més.",
    review:
      "Revisa aquest codi com ho faria una companya d'equip: errors, riscos i millores, començant pel més greu i amb el número de línia. Si està bé, digues-ho.",
    commitMessage:
      "Escriu el missatge de comissió (commit) d'aquests canvis: una primera línia de 72 caràcters com a màxim que digui què canvia i, a sota, només si cal, per què. Respon únicament amb el missatge.",
    explainProblem: 'Explica què vol dir aquest problema, per què apareix aquí i com es resol.',
    fixProblem:
      "Corregeix aquest problema canviant tan poc com puguis. Digues primer quina n'era la causa i després dona el codi corregit.",
    explainTerminal:
      "Explica què fa aquesta ordre de terminal, part per part, i avisa si esborra o canvia res a l'ordinador. Si és la sortida d'una ordre, explica què diu.",
    help: "En què em pots ajudar quan programo i com t'ho demano?",
  },
  inLanguage: {
    es: 'en castellà',
    'es-419': "en castellà d'Amèrica",
    ca: 'en català',
    'ca-valencia': 'en valencià',
    gl: 'en gallec',
    eu: 'en basc',
    'oc-aranes': 'en aranès',
    en: 'en anglès',
  },
  attachment: ({ path, language, firstLine, lastLine }) =>
    firstLine === lastLine
      ? `Codi de \`${path}\` (${language}), línia ${firstLine}:`
      : `Codi de \`${path}\` (${language}), línies ${firstLine} a ${lastLine}:`,
  textAttachments: {
    problems: (name) =>
      name === ''
        ? "Problemes que l'editor assenyala a tot l'espai de treball:"
        : `Problemes que l'editor assenyala a \`${name}\`:`,
    terminal: (name) => `Text copiat del terminal \`${name}\`:`,
    diff: (name) => `Canvis sense preparar del repositori \`${name}\` (diff):`,
    stagedDiff: (name) => `Canvis preparats per a la pròxima comissió al repositori \`${name}\` (diff):`,
    folder: (name) => `Carpeta \`${name}\`: els fitxers que té i el contingut d'alguns:`,
    search: (name) => `Línies de l'espai de treball on surt \`${name}\`:`,
    text: (name) => `Text de \`${name}\`:`,
  },
  insist:
    'Escriu tota la resposta en català: ni una frase en una altra llengua, encara que el codi o els comentaris hi siguin.',
  opening: 'Et responc en català:',
  goOn: 'Continua en català just on ho has deixat, sense repetir res del que ja has escrit i sense disculpar-te.',
  translate:
    'Passa al català el text següent. Deixa tal com són el codi, els identificadors i les marques de Markdown. Escriu només la traducció.',
};
