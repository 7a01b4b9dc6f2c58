// Cifras de control de un IBAN, el número de una cuenta bancaria en Europa.
// Los nombres del código están en inglés y los comentarios en español, como en muchos proyectos.

/** Un IBAN español lleva, tras el país y dos cifras de control, las veinte cifras de la cuenta. */
const spanishAccountLength = 20;

/** Cambia cada letra por su número: A es 10, B es 11 … Z es 35. */
function lettersToDigits(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
}

/** Resto de dividir entre 97 un número demasiado largo para caber en un `number`. */
function remainder97(digits: string): number {
  let remainder = 0;
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder;
}

/** Calcula las dos cifras de control de una cuenta: "ES" y "21000418450200051332" dan "91". */
export function checkDigits(country: string, account: string): string {
  const remainder = remainder97(lettersToDigits(`${account}${country}00`));
  return String(98 - remainder).padStart(2, '0');
}

/** Dice si las cifras de control de un IBAN concuerdan con su cuenta. Los espacios no cuentan. */
export function isValid(iban: string): boolean {
  const compact = iban.replace(/\s/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(compact)) return false;
  if (compact.startsWith('ES') && compact.length !== 4 + spanishAccountLength) return false;
  return compact.slice(2, 4) === checkDigits(compact.slice(0, 2), compact.slice(4));
}

/** Escribe un IBAN como sale en los recibos, en grupos de cuatro: "ES91 2100 0418 4502 0005 1332". */
export function inGroups(iban: string): string {
  const groups: string[] = [];
  // Por hacer: llena `groups` con trozos de cuatro caracteres.

  return groups.join(' ');
}

const example = 'ES9121000418450200051332';
console.log(example, isValid(example) ? 'es correcto' : 'no es correcto');
console.log('Como sale en los recibos:', inGroups(example));
