// cspell:disable
import type { EditWords } from '../editWords';

export const eu: EditWords = {
  system: [
    'Aliada zara, kodea aldatzen duen programazioko laguntzailea.',
    'Fitxategi baten zati bat eta agindu bat jasotzen dituzu. Zati osoa itzultzen duzu, aldaketa eginda, kode-bloke bakar batean eta beste ezer gabe: ez azalpenik, ez testurik aurretik edo ondoren.',
    'Gorde koskak, izenak, iruzkinak eta aginduak aldatzeko eskatzen ez duen guztia.',
    'Aldatu beharrekorik ez badago, itzuli zatia bere horretan.',
  ].join('\n'),
  before: 'Zatiaren aurretik dagoena, testuinguru gisa soilik:',
  after: 'Zatiaren ondoren dagoena, testuinguru gisa soilik:',
  empty: (line, path) =>
    `\`${path}\` fitxategiko ${line}. lerroan ez dago ezer oraindik. Idatzi han behar den kodea bakarrik.`,
  tested: (path) => `Probatu beharreko kodea, \`${path}\` fitxategikoa:`,
  problem: (line, message) => `- ${line}. lerroa: ${message}`,
  instruction: 'Agindua:',
  closing: 'Erantzun kodearekin bakarrik, bloke bakar batean.',
  tasks: {
    fix: 'Konpondu arazo hauek, ahalik eta gutxien aldatuta:',
    fixCell: 'Gelaxka honek errore hau ematen du. Konpondu, ahalik eta gutxien aldatuta:',
    document:
      'Idatzi {language} kode honen dokumentazio-iruzkinak, era honetan: {style}. Ez aldatu beste ezer.',
    simplify: 'Sinplifikatu kode hau, egiten duena aldatu gabe: kendu soberan dagoena.',
    extract:
      'Eraman izen egokiko funtzioetara kode honetan berez zentzua duten zatiak, egiten duena aldatu gabe.',
    restructure:
      'Berrantolatu kode hau, irakurtzeko errazagoa izan dadin, egiten duena eta kanpotik erabiltzen diren izenak aldatu gabe.',
    translateComments: 'Itzuli kode honetako iruzkinak, {language} egon daitezen. Ez aldatu beste ezer.',
    newTests:
      'Idatzi `{path}` proba-fitxategia, hau erabilita: {framework}. Ohiko kasua, muturreko kasuak eta huts egin behar duena. Iruzkinak {language}.',
    moreTests:
      'Gehitu proba-fitxategi honi aurreko kodearen probak, daudenen eran eta hau erabilita: {framework}. Ohiko kasua, muturreko kasuak eta huts egin behar duena. Iruzkinak {language}.',
  },
  usualTests: 'lengoaiaren ohiko tresnak',
  usualComments: 'lengoaiaren ohiko iruzkinak',
  history: 'Biltegiko azken mezuak, formaren adibide gisa:',
  conventional:
    'Erabili Conventional Commits forma, historiako gainerakoek bezala: `mota(esparrua): deskribapena`, mota ingelesez.',
  shortened: '(Lerro batzuk kendu dira.)',
};
