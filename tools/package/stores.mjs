import { publishVSIX } from '@vscode/vsce';
import { publish } from 'ovsx';

/**
 * @typedef {object} Store
 * @property {string} id
 * @property {string} name
 * @property {string} tokenName the variable of the environment with its token
 * @property {(vsix: string, token: string) => Promise<void>} upload rejects where the store refuses
 */

/** @type {readonly Store[]} */
export const stores = [
  {
    id: 'marketplace',
    name: 'Visual Studio Marketplace',
    tokenName: 'VSCE_PAT',
    upload: (vsix, pat) => publishVSIX(vsix, { pat }),
  },
  {
    id: 'open-vsx',
    name: 'Open VSX',
    tokenName: 'OVSX_PAT',
    upload: async (extensionFile, pat) => {
      const [result] = await publish({ extensionFile, pat });
      if (result?.status !== 'fulfilled') throw result?.reason ?? new Error('no answer');
    },
  },
];

/**
 * @param {string} text
 * @returns {string} with the tokens of the environment covered
 */
export function withoutSecrets(text) {
  return stores.reduce((covered, { tokenName }) => {
    const token = process.env[tokenName];
    if (!token) return covered;
    // Open VSX takes it in the address.
    return covered.replaceAll(token, '***').replaceAll(encodeURIComponent(token), '***');
  }, text);
}
