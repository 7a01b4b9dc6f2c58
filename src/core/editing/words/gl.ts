// cspell:disable
import type { EditWords } from '../editWords';

export const gl: EditWords = {
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
