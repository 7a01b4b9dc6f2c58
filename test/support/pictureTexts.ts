// What is asked, answered and shown in the pictures of the handbook. cspell:disable
import type { InterfaceLanguage } from '../../src/core/language/spoken/languages';

/** One scene: a file, a scripted answer about it, and what else is asked. */
export interface PictureText {
  readonly file: string;
  readonly code: string;
  readonly answer: string;
  /** Questions of earlier conversations, with their answers. */
  readonly earlier: readonly (readonly [question: string, answer: string])[];
  /** The first letters of a command and of an attachment, as they are typed. */
  readonly command: string;
  readonly source: string;
}

const fence = '```';

export const pictureTexts: Readonly<Record<Exclude<InterfaceLanguage, 'en'>, PictureText>> = {
  es: {
    file: 'lluvia.py',
    code: `"""Lluvia de una semana, en litros por metro cuadrado."""


def media(litros):
    return sum(litros) / len(litros)


def dia_mas_lluvioso(litros):
    return litros.index(max(litros)) + 1


semana = [0, 3.5, 12, 8, 0, 0, 1.5]
print(media(semana), dia_mas_lluvioso(semana))
`,
    answer: `Son dos funciones sobre una **lista de números**:

1. \`media\` suma los litros con \`sum\` y los divide entre cuántos días hay, que dice \`len\`.
2. \`dia_mas_lluvioso\` busca el mayor con \`max\` y devuelve su posición. Suma 1 porque Python cuenta desde 0.

Con una lista vacía fallan las dos. Así no:

${fence}python
def media(litros):
    return sum(litros) / len(litros) if litros else 0


def dia_mas_lluvioso(litros):
    return litros.index(max(litros)) + 1 if litros else None
${fence}
`,
    earlier: [
      ['¿Qué es una lista por comprensión?', 'Una forma breve de construir una lista a partir de otra.'],
      ['¿Por qué Python cuenta desde cero?', 'Porque el índice dice a cuántos pasos está del principio.'],
      [
        'Compara un bucle «for» con uno «while»',
        'El primero recorre; el segundo repite mientras se cumpla algo.',
      ],
    ],
    command: '/re',
    source: '#',
  },
  ca: {
    file: 'pluja.py',
    code: `"""Pluja d'una setmana, en litres per metre quadrat."""


def mitjana(litres):
    return sum(litres) / len(litres)


def dia_mes_plujos(litres):
    return litres.index(max(litres)) + 1


setmana = [0, 3.5, 12, 8, 0, 0, 1.5]
print(mitjana(setmana), dia_mes_plujos(setmana))
`,
    answer: `Són dues funcions sobre una **llista de nombres**:

1. \`mitjana\` suma els litres amb \`sum\` i els divideix pels dies que hi ha, que diu \`len\`.
2. \`dia_mes_plujos\` busca el més gran amb \`max\` i en torna la posició. Hi suma 1 perquè Python compta des de 0.

Amb una llista buida fallen totes dues. Així no:

${fence}python
def mitjana(litres):
    return sum(litres) / len(litres) if litres else 0


def dia_mes_plujos(litres):
    return litres.index(max(litres)) + 1 if litres else None
${fence}
`,
    earlier: [],
    command: '/re',
    source: '#',
  },
  gl: {
    file: 'chuvia.py',
    code: `"""Chuvia dunha semana, en litros por metro cadrado."""


def media(litros):
    return sum(litros) / len(litros)


def dia_mais_chuvioso(litros):
    return litros.index(max(litros)) + 1


semana = [0, 3.5, 12, 8, 0, 0, 1.5]
print(media(semana), dia_mais_chuvioso(semana))
`,
    answer: `Son dúas funcións sobre unha **lista de números**:

1. \`media\` suma os litros con \`sum\` e divídeos entre os días que hai, que di \`len\`.
2. \`dia_mais_chuvioso\` busca o maior con \`max\` e devolve a súa posición. Suma 1 porque Python conta desde 0.

Cunha lista baleira fallan as dúas. Así non:

${fence}python
def media(litros):
    return sum(litros) / len(litros) if litros else 0


def dia_mais_chuvioso(litros):
    return litros.index(max(litros)) + 1 if litros else None
${fence}
`,
    earlier: [],
    command: '/re',
    source: '#',
  },
  eu: {
    file: 'euria.py',
    code: `"""Aste bateko euria, litrotan metro koadroko."""


def batez_bestekoa(litroak):
    return sum(litroak) / len(litroak)


def egun_euritsuena(litroak):
    return litroak.index(max(litroak)) + 1


astea = [0, 3.5, 12, 8, 0, 0, 1.5]
print(batez_bestekoa(astea), egun_euritsuena(astea))
`,
    answer: `Bi funtzio dira, biak **zenbaki-zerrenda** baten gainekoak:

1. \`batez_bestekoa\` funtzioak litroak batzen ditu (\`sum\`) eta egun kopuruaz zatitzen ditu (\`len\`).
2. \`egun_euritsuena\` funtzioak handiena bilatzen du (\`max\`) eta haren posizioa itzultzen du. Bat gehitzen dio, \
Python zerotik hasten baita zenbatzen.

Zerrenda hutsik badago, biek huts egiten dute. Honela ez:

${fence}python
def batez_bestekoa(litroak):
    return sum(litroak) / len(litroak) if litroak else 0


def egun_euritsuena(litroak):
    return litroak.index(max(litroak)) + 1 if litroak else None
${fence}
`,
    earlier: [
      ['Zer da zerrenda-ulermena?', 'Zerrenda bat beste batetik eraikitzeko modu laburra.'],
      ['Zergatik hasten da Python zerotik?', 'Indizeak hasieratik zenbat urrats dauden esaten duelako.'],
      [
        'Alderatu «for» eta «while» begiztak',
        'Lehenak zerrenda bat zeharkatzen du; bigarrenak errepikatu egiten du.',
      ],
    ],
    command: '/be',
    source: '#',
  },
};
