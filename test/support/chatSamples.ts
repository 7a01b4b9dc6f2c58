// The samples are in Spanish and Basque. cspell:disable
import type { ViewAnswers, ViewModels, ViewMessage, ViewState, ViewText } from '../../src/core/chat/protocol';
import { composerWith } from './composerSamples';

/** Words of the view in Spanish. */
export const spanish: ViewText = {
  composerPlaceholder: 'Pregunta sobre tu código',
  composerLabel: 'Pregunta',
  send: 'Enviar',
  stop: 'Detener',
  newChat: 'Conversación nueva',
  copy: 'Copiar',
  copied: 'Copiado',
  insert: 'Insertar',
  copyCode: 'Copiar el código',
  insertCode: 'Insertar en el cursor',
  you: 'Tú',
  assistant: 'Aliada',
  conversation: 'Conversación',
  statusAnswering: 'Respondiendo…',
  statusTranslating: 'Traduciendo…',
  statusDone: 'Respuesta completa',
  statusFailed: 'La respuesta ha fallado',
  statusStopped: 'Respuesta detenida',
  stoppedNote: 'Detenida por ti. El texto está incompleto.',
  cutNote: 'El modelo ha llegado a su límite. El texto está incompleto.',
  emptyTitle: 'Pregunta en tu lengua',
  emptyBody: 'Selecciona código y pide que te lo explique, o escribe abajo lo que quieres saber.',
  selectionAttached: 'Va con la pregunta:',
  answersMenu: 'Idioma y nivel de las respuestas',
  scopeLabel: 'Elegir',
  scopeConversation: 'Para esta conversación',
  scopeForGood: 'Para siempre',
  languagesLabel: 'Responde en',
  levelsLabel: 'Explicaciones',
  independent: 'Aliada es un proyecto independiente del BSC y del programa ALIA.',
  actions: {
    copyAnswer: 'Copiar la respuesta',
    regenerate: 'Responder otra vez',
    continue: 'Continuar',
    edit: 'Editar la pregunta',
    editLabel: 'La pregunta con otras palabras',
    sendEdited: 'Enviar',
    cancel: 'Cancelar',
    previous: 'Versión anterior',
    next: 'Versión siguiente',
    followUps: 'Seguir con',
    interruptedNote: 'La ventana se cerró antes de que la respuesta estuviera completa.',
  },
  history: {
    title: 'Conversaciones',
    open: 'Ver las conversaciones',
    close: 'Volver al chat',
    search: 'Buscar en títulos y textos',
    searching: 'Buscando…',
    none: 'Aún no hay conversaciones.',
    nothingFound: 'No se ha encontrado nada.',
    rename: 'Cambiar el nombre',
    renameLabel: 'Nombre de la conversación',
    export: 'Exportar como Markdown',
    delete: 'Eliminar',
    deleted: 'Eliminada',
    undo: 'Deshacer',
    deleteAll: 'Eliminar todas',
    current: 'abierta ahora',
  },
  code: {
    apply: 'Aplicar',
    applyName: 'Aplicar al archivo: muestra antes los cambios',
    newFile: 'Archivo nuevo',
    newFileName: 'Abrir como archivo nuevo',
    terminal: 'Terminal',
    terminalName: 'Escribir en un terminal, sin ejecutarlo',
    unseen: 'Este código tiene caracteres que no se ven. Se muestran con su código.',
    copiedUnseen: 'Copiado, con los caracteres que no se ven.',
  },
};

const inSpanish: ViewAnswers = {
  language: 'Español',
  lang: 'es',
  description: 'Responde en español. Lo elegiste en la configuración.',
  languages: [
    { value: 'auto', label: 'Automático', checked: false },
    { value: 'es', label: 'Español', lang: 'es', checked: true },
    { value: 'es-419', label: 'Español (América)', lang: 'es-419', checked: false },
    { value: 'eu', label: 'Euskara', lang: 'eu', checked: false },
  ],
  levels: [
    { value: 'beginner', label: 'Para principiantes', checked: false },
    { value: 'standard', label: 'Normales', checked: true },
    { value: 'brief', label: 'Breves', checked: false },
  ],
};

/** Two servers, one of which is away. */
export const someModels: ViewModels = {
  name: 'ALIA-40b-instruct-2606',
  description: 'Modelo: BSC-LT/ALIA-40b-instruct-2606 en alia.example.es.',
  asking: false,
  groups: [
    {
      host: 'alia.example.es',
      options: [
        {
          value: 'alia',
          label: 'BSC-LT/ALIA-40b-instruct-2606',
          checked: true,
          detail: '40B · contexto de 32.768 tokens',
        },
        {
          value: 'fc',
          label: 'BSC-LT/ALIA-40b-fc-2606',
          checked: false,
          detail: '40B · contexto de 32.768 tokens · puede usar herramientas',
        },
      ],
    },
    {
      host: 'localhost:11434',
      note: 'No se puede llegar a localhost:11434.',
      options: [{ value: 'away', label: 'hdnh2006/salamandra-7b-instruct', checked: false, detail: '7B' }],
    },
  ],
  context: {
    share: 0.42,
    label: '42 %',
    description: 'Contexto en uso: 13.763 de 32.768 tokens (42 %).',
  },
  text: {
    menu: 'Modelo de las respuestas',
    asking: 'Preguntando qué modelos hay…',
    another: 'Configurar otro servidor…',
  },
};

/** A state with nothing in it, changed as a test needs it. */
export function stateWith(changes: Partial<ViewState> = {}): ViewState {
  return {
    ...{ lang: 'es', text: spanish, messages: [], busy: false, answers: inSpanish },
    composer: composerWith(),
    ...changes,
  };
}

export function question(id: string, text: string, changes: Partial<ViewMessage> = {}): ViewMessage {
  return { id, role: 'user', text, status: 'done', lang: 'es', attachments: [], ...changes };
}

export function answer(id: string, text: string, changes: Partial<ViewMessage> = {}): ViewMessage {
  return {
    ...{ id, role: 'assistant', text, status: 'done', lang: 'es', attachments: [] },
    source: { model: 'ALIA-40b-instruct', host: 'endpoint.example.es' },
    ...changes,
  };
}

const fence = '```';

/** A long answer with everything that models write, in Spanish. */
export const longAnswer = `# Qué hace \`total_por_categoria\`

La función **recorre la lista una sola vez** y suma los importes por categoría. Consulta la
[documentación de Python](https://docs.python.org/es/3/library/collections.html) y [la guía][guia].

## Paso a paso

1. Crea un diccionario con valor por defecto.
2. Para cada gasto:
   - lee la *categoría*;
   - suma el importe:

     ${fence}python
     totales[gasto.categoria] += gasto.importe
     ${fence}

   - y sigue con el siguiente.
3. Devuelve el diccionario.

- [x] Sin efectos secundarios
- [ ] Con anotaciones de tipos

| Operación | Coste | Memoria adicional | Cuándo conviene usarla |
|---|---:|:---:|---|
| \`defaultdict\` | O(n) | O(k) | casi siempre |
| ordenar y agrupar | O(n log n) | O(n) | si además quieres el orden |
| \`Counter\` | O(n) | O(k) | con enteros |

### Versión con tipos

${fence}python
from collections import defaultdict
from decimal import Decimal

def total_por_categoria(gastos: list[Gasto]) -> dict[str, Decimal]:
    """Suma los importes de cada categoría; una lista vacía da un diccionario vacío."""
    totales: defaultdict[str, Decimal] = defaultdict(Decimal)
    for gasto in gastos:
        totales[gasto.categoria] += gasto.importe
    return dict(totales)
${fence}

> **Nota:** con \`float\` se pierden céntimos.
>
> > Lo mismo ocurre en JavaScript.

La misma idea en TypeScript:

${fence}typescript
const totales = new Map<string, number>();
for (const { categoria, importe } of gastos) totales.set(categoria, (totales.get(categoria) ?? 0) + importe);
${fence}

---

Y en SQL, que lo hace la base de datos:

${fence}sql
SELECT categoria, SUM(importe) FROM gastos GROUP BY categoria;
${fence}

Si algo queda oscuro, pregunta.

[guia]: https://example.org/guia
`;

/** A shorter one in Basque, with a fence that never ends. */
export const basqueAnswer = `Funtzio honek **zerrenda behin bakarrik** zeharkatzen du:

1. hiztegi huts bat sortzen du;
2. gastu bakoitzaren zenbatekoa bere kategoriari gehitzen dio.

${fence}rust
fn batu(gastuak: &[Gastua]) -> HashMap<String, i64> {
    let mut batura = HashMap::new();
`;
