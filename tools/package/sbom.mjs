import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';

/** @typedef {import('./bundled.mjs').BundledPackage} BundledPackage */

/**
 * The bill of materials (CycloneDX 1.6) of what was bundled. It says the same for the same commit: its time is the
 * commit's, and it has no serial number.
 *
 * @param {object} about
 * @param {{ name: string, publisher: string, version: string, license: string, devDependencies: Record<string, string> }}
 *   about.manifest
 * @param {BundledPackage[]} about.packages
 * @param {Record<string, string>} about.integrity of each folder in node_modules, as the lock file has it
 * @param {string} about.sha256 of the .vsix
 * @param {number} about.epoch seconds since 1970
 * @returns {string} JSON
 */
export function sbom({ manifest, packages, integrity, sha256, epoch }) {
  const { name, publisher, version, license } = manifest;
  const self = new Models.Component(Enums.ComponentType.Application, name, {
    bomRef: `${publisher}.${name}@${version}`,
    publisher,
    version,
    licenses: licences(license),
    hashes: new Models.HashDictionary([[Enums.HashAlgorithm['SHA-256'], sha256]]),
    purl: `pkg:vscode-extension/${publisher}/${name}@${version}`,
  });
  const bom = new Models.Bom({
    metadata: new Models.Metadata({ component: self, timestamp: new Date(epoch * 1000) }),
  });
  const components = packages.map((one) => component(one, integrity[one.folder]));
  for (const [index, one] of packages.entries()) {
    const ours = /** @type {Models.Component} */ (components[index]);
    bom.components.add(ours);
    if (one.name in manifest.devDependencies) self.dependencies.add(ours.bomRef);
    for (const wanted of Object.keys(one.dependencies)) {
      const used = nearest(packages, one, wanted);
      if (used !== undefined)
        ours.dependencies.add(/** @type {Models.Component} */ (components[used]).bomRef);
    }
  }
  const normalizers = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  const text = new Serialize.JsonSerializer(normalizers).serialize(bom, { sortLists: true, space: 2 });
  return `${text}\n`;
}

/**
 * @param {BundledPackage} one
 * @param {string | undefined} integrity
 * @returns {Models.Component}
 */
function component({ name, version, licence, description }, integrity) {
  const [, group, own = name] = /^(@[^/]+)\/(.+)$/.exec(name) ?? [];
  const purl = `pkg:npm/${group === undefined ? '' : `${encodeURIComponent(group)}/`}${own}@${version}`;
  return new Models.Component(Enums.ComponentType.Library, own, {
    ...{ bomRef: purl, purl, version, description, licenses: licences(licence) },
    ...(group === undefined ? {} : { group }),
    hashes: new Models.HashDictionary(hashOf(integrity)),
  });
}

/**
 * The hash of a library's archive, which npm checks when it installs.
 *
 * @param {string | undefined} integrity
 * @returns {[Enums.HashAlgorithm, string][]}
 */
function hashOf(integrity) {
  const base64 = /^sha512-(.+)$/.exec(integrity ?? '')?.[1];
  if (base64 === undefined) return [];
  return [[Enums.HashAlgorithm['SHA-512'], Buffer.from(base64, 'base64').toString('hex')]];
}

/**
 * @param {string} expression of SPDX
 * @returns {Models.LicenseRepository}
 */
function licences(expression) {
  const licence = expression.includes(' ')
    ? new Models.LicenseExpression(expression)
    : new Models.SpdxLicense(expression);
  return new Models.LicenseRepository([licence]);
}

/**
 * Which of the bundled ones a library means by a name: the one in its own node_modules before that of the project.
 *
 * @param {BundledPackage[]} packages
 * @param {BundledPackage} from
 * @param {string} wanted
 * @returns {number | undefined} the index
 */
function nearest(packages, from, wanted) {
  for (const folder of [`${from.folder}/node_modules/${wanted}`, `node_modules/${wanted}`]) {
    const index = packages.findIndex((one) => one.folder === folder);
    if (index >= 0) return index;
  }
  return undefined;
}
