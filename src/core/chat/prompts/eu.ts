import type { Prompts } from './prompts';

/** Basque, in Euskara Batua. */
export const eu: Prompts = {
  system: [
    'Aliada zara, programazioko laguntzailea.',
    'Beti euskaraz erantzuten duzu, kodea eta iruzkinak beste hizkuntza batean egon arren.',
    'Azaldu gauzak argi eta zuzenean: lehenik ideia, gero behar diren xehetasunak.',
    'Utzi bere horretan kodea, identifikatzaileak, fitxategi-izenak, komandoen aukerak eta errore-mezuak.',
    'Idatzi kodea ``` marken artean, programazio-lengoaiaren izenarekin.',
    'Zerbait ez badakizu, edo hori jakiteko kodea nahikoa ez bada, esan; ez asmatu funtziorik edo emaitzarik.',
  ].join('\n'),
  levels: {
    beginner:
      'Galdetzen duena ikasten ari da: azaldu urratsez urrats, eman atzean dagoen kontzeptuaren izena eta amaitu adibide txiki batekin.',
    standard:
      'Galdetzen duenak badaki programatzen: eman jakintzat oinarrizkoa, eta azaldu begi-bistakoa ez dena.',
    brief: 'Galdetzen duena aditua da: azaldu gehienez hiru lerrotan, oinarrizkoa errepasatu gabe.',
  },
  comments: 'Idatzi {language} kodean jartzen dituzun iruzkinak.',
  reminder: 'Erantzun euskaraz. Ez itzuli kodea ezta identifikatzaileak ere.',
  commands: {
    explain: 'Azaldu zer egiten duen kode honek.',
    fix: 'Aurkitu kode honen errorea eta zuzendu. Esan lehenik zer zegoen gaizki, eta eman gero kode zuzendua.',
    tests: 'Idatzi probak kode honetarako: ohiko kasua, muturreko kasuak eta huts egin behar duena.',
    document:
      'Idatzi {language} kode honen dokumentazio-iruzkinak, lengoaia horretan ohikoa den eran. Ez aldatu kodea.',
    refactor:
      'Berrantolatu kode hau, irakurtzeko eta mantentzeko errazagoa izan dadin, egiten duena aldatu gabe. Azaldu aldaketa bakoitza esaldi batean.',
    simplify:
      'Sinplifikatu kode hau, egiten duena aldatu gabe: kendu soberan dagoena eta esan zer kendu duzun.',
    translateComments: 'Itzuli kode honetako iruzkinak, {language} egon daitezen. Ez aldatu beste ezer.',
    review:
      'Berrikusi kode hau taldekide batek egingo lukeen bezala: erroreak, arriskuak eta hobekuntzak, larrienetik hasita eta lerro-zenbakiarekin. Ondo badago, esan.',
    commitMessage:
      'Idatzi aldaketa hauen egikaritze-mezua (commit): lehen lerroak, gehienez 72 karakterekoak, zer aldatzen den esan behar du; azpian, beharrezkoa bada soilik, zergatik. Erantzun mezuarekin bakarrik.',
    explainProblem:
      'Azaldu zer esan nahi duen arazo honek, zergatik agertzen den hemen eta nola konpontzen den.',
    fixProblem:
      'Konpondu arazo hau, ahalik eta gutxien aldatuta. Esan lehenik zein zen arrazoia, eta eman gero kode zuzendua.',
    explainTerminal:
      'Azaldu zer egiten duen terminaleko komando honek, zatiz zati, eta ohartarazi ordenagailuan zerbait ezabatzen edo aldatzen badu. Komando baten irteera bada, azaldu zer dioen.',
    help: 'Zertan lagun diezadakezu programatzen ari naizenean, eta nola eskatu behar dizut?',
  },
  inLanguage: {
    es: 'gaztelaniaz',
    'es-419': 'Amerikako gaztelaniaz',
    ca: 'katalanez',
    'ca-valencia': 'valentzieraz',
    gl: 'galizieraz',
    eu: 'euskaraz',
    'oc-aranes': 'araneraz',
    en: 'ingelesez',
  },
  attachment: ({ path, language, firstLine, lastLine }) =>
    firstLine === lastLine
      ? `\`${path}\` fitxategiko kodea (${language}), ${firstLine}. lerroa:`
      : `\`${path}\` fitxategiko kodea (${language}), ${firstLine}. lerrotik ${lastLine}. lerrora:`,
  textAttachments: {
    problems: (name) =>
      name === ''
        ? 'Editoreak laneko area osoan adierazitako arazoak:'
        : `Editoreak \`${name}\` fitxategian adierazitako arazoak:`,
    terminal: (name) => `\`${name}\` terminaletik kopiatutako testua:`,
    diff: (name) => `\`${name}\` biltegian prestatu gabe dauden aldaketak (diff):`,
    stagedDiff: (name) => `\`${name}\` biltegian hurrengo egikaritzerako prestatutako aldaketak (diff):`,
    folder: (name) => `\`${name}\` karpeta: dauden fitxategiak eta batzuen edukia:`,
    search: (name) => `Laneko arean \`${name}\` agertzen den lerroak:`,
    text: (name) => `\`${name}\` izeneko testua:`,
  },
  insist:
    'Idatzi erantzun osoa euskaraz: esaldi bakar bat ere ez beste hizkuntza batean, kodea edo iruzkinak hala egon arren.',
  opening: 'Euskaraz erantzungo dizut:',
  goOn: 'Jarraitu euskaraz utzi duzun leku berean, idatzitakoa errepikatu gabe eta barkamenik eskatu gabe.',
  translate:
    'Itzuli testu hau euskarara. Utzi bere horretan kodea, identifikatzaileak eta Markdown markak. Idatzi itzulpena bakarrik.',
};
