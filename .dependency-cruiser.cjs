// The arrows of the house (CONTRIBUTING.md, "The map"): editor -> core; completion and chat -> the rest of
// core; media -> types of core/chat. `npm run check:layers` breaks the build when one runs backwards.
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'core-knows-no-vscode',
      comment: 'Decisions live in src/core, which must run without VS Code.',
      severity: 'error',
      from: { path: '^src/core/' },
      // Resolved by its types, or not at all.
      to: { path: '^vscode$|@types/vscode/' },
    },
    {
      name: 'core-knows-no-node',
      comment:
        'Node modules are used only in *.node.ts, behind an interface: the core also runs in a browser.',
      severity: 'error',
      from: { path: '^src/core/', pathNot: '[.]node[.]ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'node-files-stand-behind-an-interface',
      comment:
        'A *.node.ts file is chosen by the editor, never imported by the core, other than by its like.',
      severity: 'error',
      from: { path: '^src/core/', pathNot: '[.]node[.]ts$' },
      to: { path: '[.]node[.]ts$' },
    },
    {
      name: 'core-never-to-editor-or-media',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { path: '^(src/(editor|extension)|media)' },
    },
    {
      name: 'foundations-never-to-rivers',
      comment: 'endpoint, models, language and privacy serve completion and chat and do not know them.',
      severity: 'error',
      from: { path: '^src/core/(endpoint|models|language|privacy|text)' },
      to: { path: '^src/core/(completion|chat)/' },
    },
    {
      name: 'completion-never-to-chat',
      severity: 'error',
      from: { path: '^src/core/completion/' },
      to: { path: '^src/core/chat/' },
    },
    {
      name: 'chat-never-to-completion',
      severity: 'error',
      from: { path: '^src/core/chat/' },
      to: { path: '^src/core/completion/' },
    },
    {
      name: 'editor-never-to-media',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^media/' },
    },
    {
      name: 'media-imports-only-types-of-chat',
      comment: 'What runs in a webview shares the message types and nothing else.',
      severity: 'error',
      from: { path: '^media/' },
      to: { path: '^src/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'media-imports-only-from-chat',
      severity: 'error',
      from: { path: '^media/' },
      to: { path: '^src/', pathNot: '^src/core/chat/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
