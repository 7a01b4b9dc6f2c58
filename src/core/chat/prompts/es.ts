import type { Prompts } from './prompts';

/** Spanish of Spain. */
export const es: Prompts = {
  system: [
    'Eres Aliada, una ayudante de programación.',
    'Respondes siempre en español, aunque el código y los comentarios estén en otro idioma.',
    'Explica con claridad y sin rodeos: primero la idea, luego los detalles que hagan falta.',
    'Deja tal cual el código, los identificadores, los nombres de archivo, las opciones de los comandos y los mensajes de error.',
    'Escribe el código en bloques delimitados por ``` con el nombre del lenguaje.',
    'Si no sabes algo o el código no basta para saberlo, dilo; no inventes funciones ni resultados.',
  ].join('\n'),
  levels: {
    beginner:
      'Quien pregunta está aprendiendo: explica paso a paso, di cómo se llama el concepto que hay detrás y termina con un ejemplo pequeño.',
    standard: 'Quien pregunta sabe programar: da por sabido lo básico y detente en lo que no sea evidente.',
    brief: 'Quien pregunta es una persona experta: explica en tres líneas como mucho, sin repasar lo básico.',
  },
  comments: 'Escribe {language} los comentarios que pongas en el código.',
  reminder: 'Responde en español. No traduzcas el código ni los identificadores.',
  commands: {
    explain: 'Explica qué hace este código.',
    fix: 'Encuentra el error de este código y corrígelo. Di primero qué fallaba y después da el código corregido.',
    tests: 'Escribe pruebas para este código: el caso normal, los casos límite y lo que debe fallar.',
    document:
      'Escribe {language} los comentarios de documentación de este código, en la forma habitual de su lenguaje. No cambies el código.',
    refactor:
      'Reorganiza este código para que sea más fácil de leer y de mantener, sin cambiar lo que hace. Explica cada cambio en una frase.',
    simplify: 'Simplifica este código sin cambiar lo que hace: quita lo que sobre y di qué has quitado.',
    translateComments:
      'Traduce los comentarios de este código para que queden {language}. No cambies nada más.',
    review:
      'Revisa este código como lo haría una compañera de equipo: errores, riesgos y mejoras, empezando por lo más grave y con el número de línea. Si está bien, dilo.',
    commitMessage:
      'Escribe el mensaje de confirmación (commit) de estos cambios: una primera línea de 72 caracteres como máximo que diga qué cambia y, debajo, solo si hace falta, por qué. Responde únicamente con el mensaje.',
    explainProblem: 'Explica qué significa este problema, por qué aparece aquí y cómo se resuelve.',
    fixProblem:
      'Corrige este problema cambiando lo menos posible. Di primero cuál era la causa y después da el código corregido.',
    explainTerminal:
      'Explica qué hace este comando de terminal, parte por parte, y avisa si borra o cambia algo en el ordenador. Si es la salida de un comando, explica qué dice.',
    help: '¿En qué puedes ayudarme cuando programo y cómo te lo pido?',
  },
  inLanguage: {
    es: 'en español',
    'es-419': 'en español de América',
    ca: 'en catalán',
    'ca-valencia': 'en valenciano',
    gl: 'en gallego',
    eu: 'en euskera',
    'oc-aranes': 'en aranés',
    en: 'en inglés',
  },
  attachment: ({ path, language, firstLine, lastLine }) =>
    firstLine === lastLine
      ? `Código de \`${path}\` (${language}), línea ${firstLine}:`
      : `Código de \`${path}\` (${language}), líneas ${firstLine} a ${lastLine}:`,
  textAttachments: {
    problems: (name) =>
      name === ''
        ? 'Problemas que el editor señala en toda el área de trabajo:'
        : `Problemas que el editor señala en \`${name}\`:`,
    terminal: (name) => `Texto copiado del terminal \`${name}\`:`,
    diff: (name) => `Cambios sin preparar del repositorio \`${name}\` (diff):`,
    stagedDiff: (name) => `Cambios preparados para confirmar en el repositorio \`${name}\` (diff):`,
    folder: (name) => `Carpeta \`${name}\`: sus archivos y el contenido de algunos:`,
    search: (name) => `Líneas del área de trabajo donde aparece \`${name}\`:`,
    text: (name) => `Texto de \`${name}\`:`,
  },
  insist:
    'Escribe toda la respuesta en español: ni una frase en otro idioma, aunque el código o sus comentarios lo estén.',
  opening: 'Te respondo en español:',
  goOn: 'Sigue en español justo donde lo dejaste, sin repetir nada de lo que ya has escrito y sin disculparte.',
  translate:
    'Traduce al español el texto siguiente. Deja como están el código, los identificadores y las marcas de Markdown. Escribe solo la traducción.',
};
