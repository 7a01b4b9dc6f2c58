// cspell:disable
import type { EditWords } from '../editWords';

export const ocAranes: EditWords = {
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
