import type { IdentifiedLanguage } from '../identify';

/**
 * What people call the languages, in es, ca, gl, oc, pt, fr and en: patterns over lower-case text without accents.
 * Languages outside the closed set count as `other`.
 */
export const languageNames: Readonly<Record<IdentifiedLanguage | 'other', string>> = {
  es: 'espanol[ae]?|espanyol[ae]?|espanhol[ae]?|espanhou|espagnole?|spanish|castella|castellan[oa]|castelan|castelhan[oa]?|castilian|castillan',
  ca: 'catal(?:an|a|ao)|catalane?|valencian?[oa]?|valencien',
  gl: 'galleg[oa]|galeg[oa]|gallec|galhec|galician|galicien',
  eu: 'vasco|vascuence|euskara|euskera|euscara|euscaro|eusquera|euscar|basc[oa]?|basque',
  oc: 'occitan?[oa]?|arane[sz]|aranese|aranais',
  pt: 'portugues[ae]?|portuguese|portugais',
  en: 'ingles[ae]?|angles[ae]?|english|anglais[e]?',
  fr: 'frances[ae]?|french|francais[e]?',
  other:
    'aleman[ay]?|alemany[a]?|alemao|german|allemand|italian?[oa]?|italien|latin|llati|chin[oe]s?|xines|chinese|chinois|japones|japanese|japonais|rus[oe]?|rus|russ[oe]|russian|russe|arabe?|arabic|rumano|romanes|romanian|holandes|neerlandes|dutch|asturian[ou]?|aragones|polac[oa]|ucraniano|ukrainian|coreano|korean',
};

/** The stems of the same in Basque; the ending says whether it is "in", "into" or "from". */
export const basqueStems: Readonly<Record<IdentifiedLanguage | 'other', string>> = {
  es: 'gaztelania|gaztelera|gaztelan|espainiera|espainol',
  ca: 'katalan|valentziera|valentzier',
  gl: 'galego|galiziera|galizier',
  eu: 'euskara|euskera|euskar',
  oc: 'okzitaniera|okzitanier|aranera|araner|aranes',
  pt: 'portuges',
  en: 'ingeles',
  fr: 'frantses',
  other: 'aleman|alemanier|italiera|italier|txinera|txiner|japoniera|errusier|arabier|latin',
};
