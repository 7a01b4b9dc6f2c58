// cspell:disable
import type { EditWords } from '../editWords';

export const es: EditWords = {
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
