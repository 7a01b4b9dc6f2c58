// Written in all the languages that Aliada speaks. cspell:disable
import type { AnswerLanguage } from '../language/spoken/languages';

/** What a chat model is told when it is to change a piece of a file, in one language. */
export interface EditWords {
  /** The system message: a piece and an instruction come, the whole piece goes back and nothing else. */
  readonly system: string;
  /** Above what stands before the piece, and above what stands after it. */
  readonly before: string;
  readonly after: string;
  /** In place of the piece where there is nothing yet. */
  empty(line: number, path: string): string;
  /** Above the code that tests are for. */
  tested(path: string): string;
  /** `Line 3: …`, of a problem. */
  problem(line: number, message: string): string;
  readonly instruction: string;
  /** The last line of all. */
  readonly closing: string;
  readonly tasks: Readonly<Record<EditTask, string>>;
  /** What the framework of tests and the form of comments are called where nothing is known of them. */
  readonly usualTests: string;
  readonly usualComments: string;
  /** Before examples of commit messages. */
  readonly history: string;
  /** Where the history is in that form. */
  readonly conventional: string;
  /** Where a change is too long to be shown in full. */
  readonly shortened: string;
}

/**
 * What Aliada asks for a person. `{language}` is that of comments ("in Catalan"), `{style}` the form of comments,
 * `{framework}` that of tests, `{path}` the file of tests; problems and errors stand below.
 */
export type EditTask =
  | 'fix'
  | 'fixCell'
  | 'document'
  | 'simplify'
  | 'extract'
  | 'restructure'
  | 'translateComments'
  | 'newTests'
  | 'moreTests';

const es: EditWords = {
  system: [
    'Eres Aliada, una ayudante de programación que cambia código.',
    'Recibes un fragmento de un archivo y una instrucción. Devuelves el fragmento entero con el cambio hecho, en un único bloque de código y sin nada más: ni explicaciones ni texto antes o después.',
    'Conserva la sangría, los nombres, los comentarios y todo lo que la instrucción no pida cambiar.',
    'Si no hay nada que cambiar, devuelve el fragmento tal cual.',
  ].join('\n'),
  before: 'Lo que hay antes del fragmento, solo como contexto:',
  after: 'Lo que hay después del fragmento, solo como contexto:',
  empty: (line, path) =>
    `En la línea ${line} de \`${path}\` no hay nada todavía. Escribe solo el código que va ahí.`,
  tested: (path) => `El código de \`${path}\` que hay que probar:`,
  problem: (line, message) => `- Línea ${line}: ${message}`,
  instruction: 'Instrucción:',
  closing: 'Responde solo con el código, en un único bloque.',
  tasks: {
    fix: 'Corrige estos problemas cambiando lo menos posible:',
    fixCell: 'Esta celda falla con el error siguiente. Corrígela cambiando lo menos posible:',
    document:
      'Escribe {language} los comentarios de documentación de este código, en la forma de {style}. No cambies nada más.',
    simplify: 'Simplifica este código sin cambiar lo que hace: quita lo que sobre.',
    extract:
      'Lleva a funciones con un buen nombre las partes de este código que tengan sentido por sí solas, sin cambiar lo que hace.',
    restructure:
      'Reorganiza este código para que sea más fácil de leer, sin cambiar lo que hace ni los nombres que se usan desde fuera.',
    translateComments:
      'Traduce los comentarios de este código para que queden {language}. No cambies nada más.',
    newTests:
      'Escribe el archivo de pruebas `{path}` con {framework}: el caso normal, los casos límite y lo que debe fallar. Comentarios {language}.',
    moreTests:
      'Añade a este archivo de pruebas las del código anterior, con {framework} y en la forma de las que ya hay: el caso normal, los casos límite y lo que debe fallar. Comentarios {language}.',
  },
  usualTests: 'las herramientas habituales del lenguaje',
  usualComments: 'los comentarios habituales del lenguaje',
  history: 'Los últimos mensajes del repositorio, como ejemplo de su forma:',
  conventional:
    'Usa la forma de Conventional Commits, como el resto del historial: `tipo(ámbito): descripción`, con el tipo en inglés.',
  shortened: '(Se han omitido líneas.)',
};

const es419: EditWords = {
  ...es,
  shortened: '(Se omitieron líneas.)',
};

const ca: EditWords = {
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

const caValencia: EditWords = {
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

const gl: EditWords = {
  system: [
    'Es Aliada, unha asistente de programación que cambia código.',
    'Recibes un fragmento dun ficheiro e unha instrución. Devolves o fragmento enteiro co cambio feito, nun único bloque de código e sen nada máis: nin explicacións nin texto antes ou despois.',
    'Conserva a sangría, os nomes, os comentarios e todo o que a instrución non pida cambiar.',
    'Se non hai nada que cambiar, devolve o fragmento tal e como está.',
  ].join('\n'),
  before: 'O que hai antes do fragmento, só como contexto:',
  after: 'O que hai despois do fragmento, só como contexto:',
  empty: (line, path) => `Na liña ${line} de \`${path}\` aínda non hai nada. Escribe só o código que vai aí.`,
  tested: (path) => `O código de \`${path}\` que hai que probar:`,
  problem: (line, message) => `- Liña ${line}: ${message}`,
  instruction: 'Instrución:',
  closing: 'Responde só co código, nun único bloque.',
  tasks: {
    fix: 'Corrixe estes problemas cambiando o menos posible:',
    fixCell: 'Esta cela falla co erro seguinte. Corríxea cambiando o menos posible:',
    document:
      'Escribe {language} os comentarios de documentación deste código, na forma de {style}. Non cambies nada máis.',
    simplify: 'Simplifica este código sen cambiar o que fai: quita o que sobre.',
    extract:
      'Leva a funcións cun bo nome as partes deste código que teñan sentido por si soas, sen cambiar o que fai.',
    restructure:
      'Reorganiza este código para que sexa máis doado de ler, sen cambiar o que fai nin os nomes que se usan desde fóra.',
    translateComments:
      'Traduce os comentarios deste código para que queden {language}. Non cambies nada máis.',
    newTests:
      'Escribe o ficheiro de probas `{path}` con {framework}: o caso normal, os casos límite e o que debe fallar. Comentarios {language}.',
    moreTests:
      'Engade a este ficheiro de probas as do código anterior, con {framework} e na forma das que xa hai: o caso normal, os casos límite e o que debe fallar. Comentarios {language}.',
  },
  usualTests: 'as ferramentas habituais da linguaxe',
  usualComments: 'os comentarios habituais da linguaxe',
  history: 'As últimas mensaxes do repositorio, como exemplo da súa forma:',
  conventional:
    'Usa a forma de Conventional Commits, como o resto do historial: `tipo(ámbito): descrición`, co tipo en inglés.',
  shortened: '(Omitíronse liñas.)',
};

const eu: EditWords = {
  system: [
    'Aliada zara, kodea aldatzen duen programazioko laguntzailea.',
    'Fitxategi baten zati bat eta agindu bat jasotzen dituzu. Zati osoa itzultzen duzu, aldaketa eginda, kode-bloke bakar batean eta beste ezer gabe: ez azalpenik, ez testurik aurretik edo ondoren.',
    'Gorde koskak, izenak, iruzkinak eta aginduak aldatzeko eskatzen ez duen guztia.',
    'Aldatu beharrekorik ez badago, itzuli zatia bere horretan.',
  ].join('\n'),
  before: 'Zatiaren aurretik dagoena, testuinguru gisa soilik:',
  after: 'Zatiaren ondoren dagoena, testuinguru gisa soilik:',
  empty: (line, path) =>
    `\`${path}\` fitxategiko ${line}. lerroan ez dago ezer oraindik. Idatzi han behar den kodea bakarrik.`,
  tested: (path) => `Probatu beharreko kodea, \`${path}\` fitxategikoa:`,
  problem: (line, message) => `- ${line}. lerroa: ${message}`,
  instruction: 'Agindua:',
  closing: 'Erantzun kodearekin bakarrik, bloke bakar batean.',
  tasks: {
    fix: 'Konpondu arazo hauek, ahalik eta gutxien aldatuta:',
    fixCell: 'Gelaxka honek errore hau ematen du. Konpondu, ahalik eta gutxien aldatuta:',
    document:
      'Idatzi {language} kode honen dokumentazio-iruzkinak, era honetan: {style}. Ez aldatu beste ezer.',
    simplify: 'Sinplifikatu kode hau, egiten duena aldatu gabe: kendu soberan dagoena.',
    extract:
      'Eraman izen egokiko funtzioetara kode honetan berez zentzua duten zatiak, egiten duena aldatu gabe.',
    restructure:
      'Berrantolatu kode hau, irakurtzeko errazagoa izan dadin, egiten duena eta kanpotik erabiltzen diren izenak aldatu gabe.',
    translateComments: 'Itzuli kode honetako iruzkinak, {language} egon daitezen. Ez aldatu beste ezer.',
    newTests:
      'Idatzi `{path}` proba-fitxategia, hau erabilita: {framework}. Ohiko kasua, muturreko kasuak eta huts egin behar duena. Iruzkinak {language}.',
    moreTests:
      'Gehitu proba-fitxategi honi aurreko kodearen probak, daudenen eran eta hau erabilita: {framework}. Ohiko kasua, muturreko kasuak eta huts egin behar duena. Iruzkinak {language}.',
  },
  usualTests: 'lengoaiaren ohiko tresnak',
  usualComments: 'lengoaiaren ohiko iruzkinak',
  history: 'Biltegiko azken mezuak, formaren adibide gisa:',
  conventional:
    'Erabili Conventional Commits forma, historiako gainerakoek bezala: `mota(esparrua): deskribapena`, mota ingelesez.',
  shortened: '(Lerro batzuk kendu dira.)',
};

const ocAranes: EditWords = {
  system: [
    'Ès Aliada, ua assistenta de programacion que cambie còdi.',
    "Recebes un tròç d'un fichèr e ua instruccion. Tornes eth tròç sancer damb eth cambi hèt, en un solet blòc de còdi e sense arren mès: ne explicacions ne tèxte abans o dempús.",
    'Sauva es espacis, es nòms, es comentaris e tot çò qu’era instruccion non demane cambiar.',
    'Se non cau cambiar arren, torna eth tròç coma ei.',
  ].join('\n'),
  before: 'Çò que i a abans deth tròç, sonque coma contèxte:',
  after: 'Çò que i a dempús deth tròç, sonque coma contèxte:',
  empty: (line, path) =>
    `Ena linha ${line} de \`${path}\` encara non i a arren. Escriu sonque eth còdi que i va.`,
  tested: (path) => `Eth còdi de \`${path}\` que cau provar:`,
  problem: (line, message) => `- Linha ${line}: ${message}`,
  instruction: 'Instruccion:',
  closing: 'Arrespon sonque damb eth còdi, en un solet blòc.',
  tasks: {
    fix: 'Corregís aguesti problèmes sense cambiar arren mès:',
    fixCell: 'Aguesta cella a er error que ven. Corregís-la sense cambiar arren mès:',
    document:
      "Escriu {language} es comentaris de documentacion d'aguest còdi, ena forma de {style}. Non cambies arren mès.",
    simplify: 'Simplifica aguest còdi sense cambiar çò que hè.',
    extract: "Hè foncions damb un bon nòm des parts d'aguest còdi, sense cambiar çò que hè.",
    restructure: 'Reorganiza aguest còdi entà que sigue mès clar, sense cambiar çò que hè ne es nòms.',
    translateComments: "Tradusís es comentaris d'aguest còdi: an d'èster {language}. Non cambies arren mès.",
    newTests:
      'Escriu eth fichèr de pròves `{path}` damb {framework}: eth cas normau, es limits e es errors. Comentaris {language}.',
    moreTests:
      'Higís en aguest fichèr es pròves deth còdi, damb {framework} e coma es que ja i a: eth cas normau, es limits e es errors. Comentaris {language}.',
  },
  usualTests: 'es utisi deth lenguatge',
  usualComments: 'es comentaris deth lenguatge',
  history: 'Es darrèri messatges deth repositòri, coma exemple dera sua forma:',
  conventional: 'Escriu coma en Conventional Commits: `tipe(part): descripcion`, damb eth tipe en anglés.',
  shortened: '(I mangue linhes.)',
};

const en: EditWords = {
  system: [
    'You are Aliada, a programming assistant that changes code.',
    'You get a piece of a file and an instruction. You give back the whole piece with the change made, in a single block of code and with nothing else: no explanation, no text before or after.',
    'Keep the indentation, the names, the comments and all that the instruction does not ask to change.',
    'If there is nothing to change, give the piece back as it is.',
  ].join('\n'),
  before: 'What stands before the piece, only as context:',
  after: 'What stands after the piece, only as context:',
  empty: (line, path) =>
    `There is nothing yet in line ${line} of \`${path}\`. Write only the code that goes there.`,
  tested: (path) => `The code of \`${path}\` that is to be tested:`,
  problem: (line, message) => `- Line ${line}: ${message}`,
  instruction: 'Instruction:',
  closing: 'Answer only with the code, in a single block.',
  tasks: {
    fix: 'Fix these problems with as little change as possible:',
    fixCell: 'This cell fails with the following error. Fix it with as little change as possible:',
    document:
      'Write the documentation comments of this code {language}, in the form of {style}. Change nothing else.',
    simplify: 'Simplify this code without changing what it does: take out what is not needed.',
    extract:
      'Move the parts of this code that make sense by themselves into well named functions, without changing what it does.',
    restructure:
      'Reorganise this code so that it is easier to read, without changing what it does or any name that is used from outside.',
    translateComments:
      'Translate the comments of this code so that they are {language}. Change nothing else.',
    newTests:
      'Write the test file `{path}` with {framework}: the usual case, the edge cases and what has to fail. Comments {language}.',
    moreTests:
      'Add tests for the code above to this test file, with {framework} and in the form of those that are there: the usual case, the edge cases and what has to fail. Comments {language}.',
  },
  usualTests: 'the usual tools of the language',
  usualComments: 'the usual comments of the language',
  history: 'The latest messages of the repository, as examples of their form:',
  conventional:
    'Use the form of Conventional Commits, as the rest of the history does: `type(scope): description`.',
  shortened: '(Lines were left out.)',
};

const words: Readonly<Record<AnswerLanguage, EditWords>> = {
  es,
  'es-419': es419,
  ca,
  'ca-valencia': caValencia,
  gl,
  eu,
  'oc-aranes': ocAranes,
  en,
};

export function editWords(language: AnswerLanguage): EditWords {
  return words[language];
}
