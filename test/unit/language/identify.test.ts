import assert from 'node:assert/strict';
import { identifiedLanguages, identify } from '../../../src/core/language/spoken/identify';

const explanations: Readonly<Record<string, readonly string[]>> = {
  es: [
    'El decorador mide cuánto tarda cada petición y lo escribe en el registro al terminar.',
    'Si borras esa línea, la pila crecerá sin parar hasta que se acabe la memoria.',
    'Para la computadora, ambas expresiones son iguales: solo cambia cómo las leen ustedes.',
  ],
  ca: [
    'El decorador mesura quant triga cada petició i ho escriu al registre quan acaba.',
    'Si esborres aquesta línia, la pila creixerà sense parar fins que no quedi memòria.',
    'Esta classe servix perquè els xiquets puguen dibuixar figures senzilles amb poques ordes.',
  ],
  gl: [
    'O decorador mide canto tarda cada petición e escríbeo no rexistro ao rematar.',
    'Se borras esa liña, a pila medrará sen parar ata que se esgote a memoria.',
    'Velaí o motivo polo que a segunda chamada non chega a facer nada.',
  ],
  eu: [
    'Dekoratzaileak eskaera bakoitzak zenbat irauten duen neurtzen du eta erregistroan idazten du.',
    'Lerro hori ezabatzen baduzu, pila etengabe haziko da memoria agortu arte.',
  ],
  oc: [
    'Eth decorador mesure guaire tarde cada demana e ac escriu en registre quan acabe.',
    "S'esfaces aguesta linha, era pila creisherà sense arturar-se enquia que non i age memòria.",
    'Lo decorador mesura lo temps que pren cada requèsta e l’escriu dins lo jornal.',
  ],
  pt: [
    'O decorador mede quanto tempo cada pedido demora e escreve-o no registo quando termina.',
    'Se você apagar essa linha, a pilha vai crescer sem parar até a memória acabar.',
  ],
  en: [
    'The decorator measures how long each request takes and writes it to the log when it is done.',
    'Delete that line and the stack will keep growing until memory runs out.',
  ],
  fr: [
    "Le décorateur mesure la durée de chaque requête et l'écrit dans le journal à la fin.",
    "Si tu effaces cette ligne, la pile va grandir sans cesse jusqu'à épuiser la mémoire.",
  ],
};

describe('identifying the language of prose', () => {
  for (const language of identifiedLanguages) {
    it(`knows ${language}, and is sure of it`, () => {
      for (const text of explanations[language]!) {
        const found = identify(text);
        assert.equal(found.language, language, text);
        assert.equal(found.enough, true, text);
        assert.ok(found.confidence > 0.8 && found.confidence <= 1, `${found.confidence} for: ${text}`);
      }
    });
  }

  it('does not mind capitals, decomposed accents and accelerator keys', () => {
    for (const language of identifiedLanguages) {
      const [text] = explanations[language]!;
      for (const changed of [
        text!.toUpperCase(),
        text!.normalize('NFD'),
        text!.replace(/ (\p{L})/gu, ' _$1'),
      ]) {
        assert.equal(identify(changed).language, language, changed);
      }
    }
  });

  it('guesses however short the text is, and says that it is not enough', () => {
    for (const text of ['', ' ', '?', '42', 'そうです', 'ok', 'la', 'if x:']) {
      const found = identify(text);
      assert.ok(identifiedLanguages.includes(found.language), text);
      assert.equal(found.enough, false, text);
      assert.ok(found.confidence >= 0 && found.confidence <= 1, text);
    }
    assert.ok(identify('').confidence < 0.3);
    assert.equal(identify('Zergatik ez dabil?').language, 'eu');
  });

  it('is less sure of words that several languages share', () => {
    const shared = identify('Formato de texto, error interno, color, total.');
    const clear = identify('La condición del bucle no se comprueba nunca más de dos veces.');
    assert.ok(shared.confidence < clear.confidence);
  });

  it('is not slower than its text is long', () => {
    const long = `${explanations.gl!.join(' ')} `.repeat(20_000);
    assert.equal(identify(long).language, 'gl');
  });
});
