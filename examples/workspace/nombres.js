// Escriu nombres en català: 21 és «vint-i-un», 345 és «tres-cents quaranta-cinc».
// Ús: node nombres.js 21 345

const unitats = [
  'zero', 'un', 'dos', 'tres', 'quatre', 'cinc', 'sis', 'set', 'vuit', 'nou',
  'deu', 'onze', 'dotze', 'tretze', 'catorze', 'quinze', 'setze', 'disset', 'divuit', 'dinou',
];

const desenes = [
  '', '', 'vint', 'trenta', 'quaranta', 'cinquanta', 'seixanta', 'setanta', 'vuitanta', 'noranta',
];

/** Nombres de 0 a 99. Entre vint i trenta hi va una «i»: vint-i-tres, però trenta-tres. */
function finsANorantaNou(nombre) {
  if (nombre < 20) return unitats[nombre];
  const desena = desenes[Math.floor(nombre / 10)];
  const unitat = nombre % 10;
  if (unitat === 0) return desena;
  return nombre < 30 ? `${desena}-i-${unitats[unitat]}` : `${desena}-${unitats[unitat]}`;
}

/** Nombres de 0 a 999. Les centenes porten guionet, «dos-cents», i darrere seu no n'hi va cap. */
function finsANouCents(nombre) {
  if (nombre < 100) return finsANorantaNou(nombre);
  const centenes = Math.floor(nombre / 100);
  const paraula = centenes === 1 ? 'cent' : `${unitats[centenes]}-cents`;
  const resta = nombre % 100;
  return resta === 0 ? paraula : `${paraula} ${finsANorantaNou(resta)}`;
}

/** Nombres de 0 a 999.999: 1.000 és «mil», 2.304 és «dos mil tres-cents quatre». */
function enLletres(nombre) {
  if (nombre < 1000) return finsANouCents(nombre);
  // Per fer: separa els milers de la resta i escriu-los amb la paraula «mil».

}

const demanats = process.argv.slice(2).map(Number);
for (const nombre of demanats.length > 0 ? demanats : [8, 21, 33, 100, 345]) {
  console.log(nombre, enLletres(nombre));
}
