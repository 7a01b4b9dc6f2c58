// cspell:disable
/** What is trained on, beside the texts in `texts/`. */
export const trainingPackages = [
  ...['es', 'ca', 'gl', 'eu', 'pt', 'pt-br', 'fr', 'en-us', 'en-gb'].map((tag) => `libreoffice-help-${tag}`),
  ...['es', 'ca', 'gl', 'eu', 'oc', 'pt', 'pt-br', 'fr', 'en-gb'].map((tag) => `libreoffice-l10n-${tag}`),
];

/** Never trained on. Options of the training were chosen by their figures on these. */
export const tuningPackages = [
  ...['nautilus-data', 'gedit-common', 'epiphany-browser-data', 'gnumeric-common', 'libgtk-3-common'],
  ...['libgtk-4-common', 'totem-common', 'rhythmbox-data', 'gnome-control-center-data', 'pidgin-data'],
  ...['gnome-software-common', 'synaptic', 'brasero-common', 'file-roller', 'aisleriot', 'gnome-mahjongg'],
  ...['quadrapassel', 'shotwell-common', 'simple-scan', 'baobab', 'gnome-calculator', 'gnome-terminal-data'],
  ...['yelp', 'eog', 'evince-common', 'gnome-system-monitor', 'gnome-disk-utility', 'cheese-common'],
  ...['seahorse', 'vinagre', 'gnome-builder', 'glade', 'gdm3'],
];

/** Never trained on, and looked at only for the figures that are reported. */
export const finalPackages = [
  ...['gimp-data', 'inkscape', 'dpkg', 'apt', 'aptitude-common', 'git', 'coreutils', 'bash', 'vlc-l10n'],
  ...['gnome-user-docs', 'gnucash-common', 'evolution-common', 'anjuta-common'],
  ...['ca', 'es-es', 'gl', 'eu', 'oc', 'pt-pt', 'pt-br', 'fr', 'en-gb'].map(
    (tag) => `firefox-esr-l10n-${tag}`,
  ),
];
