/** Names that are not just the id with a capital letter. By VS Code's language id. */
const names: Readonly<Record<string, string>> = {
  bat: 'Batch',
  bibtex: 'BibTeX',
  cpp: 'C++',
  csharp: 'C#',
  css: 'CSS',
  cuda: 'CUDA',
  dockercompose: 'Docker Compose',
  dockerfile: 'Dockerfile',
  fortran: 'Fortran',
  FortranFreeForm: 'Fortran',
  'fortran-modern': 'Fortran',
  fsharp: 'F#',
  html: 'HTML',
  javascript: 'JavaScript',
  javascriptreact: 'JavaScript JSX',
  json: 'JSON',
  jsonc: 'JSON',
  latex: 'LaTeX',
  makefile: 'Makefile',
  matlab: 'MATLAB',
  'objective-c': 'Objective-C',
  'objective-cpp': 'Objective-C++',
  ocaml: 'OCaml',
  php: 'PHP',
  plaintext: 'TXT',
  powershell: 'PowerShell',
  restructuredtext: 'reStructuredText',
  scss: 'SCSS',
  shellscript: 'Shell',
  sql: 'SQL',
  tex: 'TeX',
  typescript: 'TypeScript',
  typescriptreact: 'TypeScript JSX',
  vb: 'Visual Basic',
  xml: 'XML',
  yaml: 'YAML',
};

/** A programming language's own name, from VS Code's language id. */
export function languageName(languageId: string): string {
  return names[languageId] ?? languageId.charAt(0).toUpperCase() + languageId.slice(1);
}

/** The word after ``` that names the language, from VS Code's language id. */
export function fenceTag(languageId: string): string {
  if (languageId === 'plaintext') return '';
  return languageId === 'shellscript' ? 'bash' : languageId.toLowerCase();
}
