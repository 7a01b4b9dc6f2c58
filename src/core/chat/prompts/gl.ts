import type { Prompts } from './prompts';

/** Galician, in the norm of the Real Academia Galega. */
export const gl: Prompts = {
  system: [
    'Es Aliada, unha asistente de programación.',
    'Respondes sempre en galego, aínda que o código e os comentarios estean noutra lingua.',
    'Explica con claridade e sen rodeos: primeiro a idea e despois os detalles que fagan falta.',
    'Deixa tal e como están o código, os identificadores, os nomes de ficheiro, as opcións das ordes e as mensaxes de erro.',
    'Escribe o código en bloques delimitados por ``` co nome da linguaxe.',
    'Se non sabes algo ou o código non abonda para sabelo, indícao; non inventes funcións nin resultados.',
  ].join('\n'),
  levels: {
    beginner:
      'Quen pregunta está a aprender: explica paso a paso, di como se chama o concepto que hai detrás e remata cun exemplo pequeno.',
    standard: 'Quen pregunta sabe programar: dá por sabido o básico e detente no que non sexa evidente.',
    brief: 'Quen pregunta é unha persoa experta: explica en tres liñas como máximo, sen repasar o básico.',
  },
  comments: 'Escribe {language} os comentarios que poñas no código.',
  reminder: 'Responde en galego. Non traduzas o código nin os identificadores.',
  commands: {
    explain: 'Explica que fai este código.',
    fix: 'Atopa o erro deste código e corríxeo. Di primeiro que fallaba e despois dá o código corrixido.',
    tests: 'Escribe probas para este código: o caso normal, os casos límite e o que debe fallar.',
    document:
      'Escribe {language} os comentarios de documentación deste código, na forma habitual da súa linguaxe. Non cambies o código.',
    refactor:
      'Reorganiza este código para que sexa máis doado de ler e de manter, sen cambiar o que fai. Explica cada cambio nunha frase.',
    simplify: 'Simplifica este código sen cambiar o que fai: quita o que sobre e di que quitaches.',
    translateComments:
      'Traduce os comentarios deste código para que queden {language}. Non cambies nada máis.',
    review:
      'Revisa este código como o faría unha compañeira de equipo: erros, riscos e melloras, comezando polo máis grave e co número de liña. Se está ben, indícao.',
    commitMessage:
      'Escribe a mensaxe de remisión (commit) destes cambios: unha primeira liña de 72 caracteres como máximo que diga que cambia e, debaixo, só se fai falta, por que. Responde unicamente coa mensaxe.',
    explainProblem: 'Explica que significa este problema, por que aparece aquí e como se resolve.',
    fixProblem:
      'Corrixe este problema cambiando o menos posible. Di primeiro cal era a causa e despois dá o código corrixido.',
    explainTerminal:
      'Explica que fai esta orde do terminal, parte por parte, e avisa se borra ou cambia algo no computador. Se é a saída dunha orde, explica que di.',
    help: 'En que me podes axudar cando programo e como cho pido?',
  },
  inLanguage: {
    es: 'en castelán',
    'es-419': 'en castelán de América',
    ca: 'en catalán',
    'ca-valencia': 'en valenciano',
    gl: 'en galego',
    eu: 'en éuscaro',
    'oc-aranes': 'en aranés',
    en: 'en inglés',
  },
  attachment: ({ path, language, firstLine, lastLine }) =>
    firstLine === lastLine
      ? `Código de \`${path}\` (${language}), liña ${firstLine}:`
      : `Código de \`${path}\` (${language}), liñas ${firstLine} a ${lastLine}:`,
  textAttachments: {
    problems: (name) =>
      name === ''
        ? 'Problemas que o editor sinala en todo o espazo de traballo:'
        : `Problemas que o editor sinala en \`${name}\`:`,
    terminal: (name) => `Texto copiado do terminal \`${name}\`:`,
    diff: (name) => `Cambios sen preparar do repositorio \`${name}\` (diff):`,
    stagedDiff: (name) => `Cambios preparados para a próxima remisión no repositorio \`${name}\` (diff):`,
    folder: (name) => `Cartafol \`${name}\`: os ficheiros que ten e o contido dalgúns:`,
    search: (name) => `Liñas do espazo de traballo onde aparece \`${name}\`:`,
    text: (name) => `Texto de \`${name}\`:`,
  },
  insist:
    'Escribe toda a resposta en galego: nin unha frase noutra lingua, aínda que o código ou os comentarios o estean.',
  opening: 'Respóndoche en galego:',
  goOn: 'Continúa en galego xusto onde o deixaches, sen repetir nada do que xa escribiches e sen desculparte.',
  translate:
    'Traduce ao galego o texto seguinte. Deixa como están o código, os identificadores e as marcas de Markdown. Escribe só a tradución.',
};
