import { chainLook } from '../../core/endpoint/certificate.node';
import { certificates } from '../../core/endpoint/certificates.node';
import { nodeFetch } from '../../core/endpoint/transport.node';
import { localModelOnDesktop } from '../localModel/onDesktop';
import { DiskIgnoreFiles } from '../privacy/diskIgnoreFiles';
import type { Platform } from './platform';

/** VS Code on a computer, or its server on another one: there is a Node. */
export const desktop: Platform = {
  environment: process.env,
  network: (userAgent, settings) => {
    const tlsFor = certificates(settings);
    return { fetch: nodeFetch(userAgent, {}, tlsFor), lookAtChain: chainLook(tlsFor) };
  },
  ignoreFiles: (changed) => new DiskIgnoreFiles(changed),
  localModel: localModelOnDesktop,
};
