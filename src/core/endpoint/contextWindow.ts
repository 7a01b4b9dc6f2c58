import { contextTokens } from '../models/budget';
import { recognise } from '../models/catalogue';
import type { EndpointProfile } from './profile';

/**
 * The context to plan a request with, in tokens as `estimateTokens` counts them: what the server says of itself, else
 * what the catalogue knows of the model; less where a request was too long before.
 */
export function windowOf(profile: EndpointProfile, model: string | undefined): number {
  const known = profile.contextTokens ?? contextOf(model);
  return Math.min(known, profile.window ?? known);
}

/** The context to take for granted while the server has not been asked, in tokens. */
export function contextOf(model: string | undefined): number {
  return (model === undefined ? undefined : recognise(model).contextTokens) ?? contextTokens;
}
