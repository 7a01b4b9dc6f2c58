/** A setting, below `aliada.`, that has another name now. Its values go on counting under the old one. */
export interface RenamedSetting {
  readonly from: string;
  readonly to: string;
}

/** Those that people may still have. `package.json` names each, with `markdownDeprecationMessage`. */
export const renamedSettings: readonly RenamedSetting[] = [
  { from: 'commitMessages.language', to: 'commits.language' },
];

/** Where a setting can be written, the nearest to a file first. */
const places = ['workspaceFolderValue', 'workspaceValue', 'globalValue'] as const;
export type SettingPlace = (typeof places)[number];

/** What is written for a setting, as VS Code's `inspect` tells it; what nobody wrote is missing. */
export type WrittenValues = Readonly<Partial<Record<SettingPlace, unknown>>> & {
  readonly defaultValue?: unknown;
};

/** The value that counts: the nearest place decides, and within one place the new name. */
export function valueOf(now: WrittenValues | undefined, before: WrittenValues | undefined): unknown {
  for (const place of places) {
    const value = now?.[place] ?? before?.[place];
    if (value !== undefined) return value;
  }
  return now?.defaultValue;
}

/** What has to be done in one place to have the value under the new name only. */
export interface Move {
  readonly place: SettingPlace;
  /** To be written under the new name; missing where a value stands there already. */
  readonly value?: unknown;
}

/** The moves that leave nothing under the old name and change nothing of what counts. */
export function movesOf(now: WrittenValues | undefined, before: WrittenValues | undefined): readonly Move[] {
  return places
    .filter((place) => before?.[place] !== undefined)
    .map((place) => (now?.[place] === undefined ? { place, value: before?.[place] } : { place }));
}
