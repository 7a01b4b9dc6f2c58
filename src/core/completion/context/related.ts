/** Languages that are written in one project and call each other. By VS Code's language id. */
const families: readonly (readonly string[])[] = [
  ['javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'vue', 'svelte', 'astro'],
  ['c', 'cpp', 'objective-c', 'objective-cpp', 'cuda-cpp', 'cuda'],
  ['css', 'scss', 'less', 'sass'],
  ['fortran', 'FortranFreeForm', 'FortranFixedForm', 'fortran-modern', 'fortran_fixed-form'],
  ['java', 'kotlin', 'groovy', 'scala'],
  ['latex', 'tex'],
  ['json', 'jsonc', 'jsonl'],
];

/** True where a piece of a file in one language may help in another. */
export function areRelated(one: string, other: string): boolean {
  return one === other || families.some((family) => family.includes(one) && family.includes(other));
}
