/** One setting as `package.json` has it, with its texts as %keys%. */
export interface ManifestSetting {
  readonly type: string;
  readonly order: number;
  readonly scope: string;
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly enumItemLabels?: readonly string[];
  readonly markdownDescription: string;
  readonly markdownDeprecationMessage?: string;
}

/** A group of settings, as the settings page shows it. */
export interface SettingGroup {
  readonly id: string;
  readonly title: string;
  readonly order: number;
  readonly properties: Readonly<Record<string, ManifestSetting>>;
}

export interface ManifestWithSettings {
  readonly contributes: { readonly configuration: readonly SettingGroup[] };
}

/** Every setting of a manifest by its whole name, whatever its group. */
export function settingsOf({ contributes }: ManifestWithSettings): Readonly<Record<string, ManifestSetting>> {
  return Object.fromEntries(
    contributes.configuration.flatMap(({ properties }) => Object.entries(properties)),
  );
}
