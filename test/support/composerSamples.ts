// The samples are in Spanish. cspell:disable
import type { ViewAttached, ViewChoice, ViewComposer } from '../../src/core/chat/composer/protocol';

function choice(id: string, name: string, words: readonly string[], description: string): ViewChoice {
  return { id, name, words, description };
}

/** What the composer shows with nothing in it, changed as a test needs it. */
export function composerWith(changes: Partial<ViewComposer> = {}): ViewComposer {
  return {
    commandsLabel: 'Órdenes',
    commands: [
      choice('explain', '/explica', ['explica', 'explain', 'azaldu'], 'Explica qué hace el código'),
      choice('fix', '/arregla', ['arregla', 'fix', 'konpondu'], 'Encuentra lo que falla y lo corrige'),
      choice('tests', '/pruebas', ['pruebas', 'tests', 'proves', 'probak'], 'Escribe pruebas'),
      choice('review', '/revisa', ['revisa', 'review', 'berrikusi'], 'Busca errores y riesgos'),
    ],
    sourcesLabel: 'Adjuntar',
    sources: [
      choice('selection', '#selección', ['seleccion', 'selection'], 'El código seleccionado'),
      choice('file', '#archivo', ['archivo', 'file', 'fitxategia'], 'Un archivo del área de trabajo'),
      choice(
        'symbol',
        '#símbolo',
        ['simbolo', 'symbol', 'sinboloa'],
        'Una función, una clase u otro símbolo',
      ),
    ],
    choicesCount: 'Quedan {0}',
    attachLabel: 'Adjuntar algo',
    attached: [],
    notes: [],
    startersLabel: 'Para probar',
    starters: [
      { id: 's0', label: 'Explicar suma.py' },
      { id: 's1', label: 'Revisar suma.py' },
    ],
    ...changes,
  };
}

/** A chip of the composer. */
export function attached(id: string, label: string, changes: Partial<ViewAttached> = {}): ViewAttached {
  return {
    ...{ id, label, kind: 'code', tokens: '120', description: `${label}, unos 120 tokens` },
    removeLabel: `Quitar ${label}`,
    ...changes,
  };
}

/** The composer with a selection that goes along. */
export function withSelection(label: string): ViewComposer {
  return composerWith({ attached: [attached('selection', label)], sum: '≈ 120 de 8192 tokens' });
}
