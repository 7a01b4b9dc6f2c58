// Notes d'un curs. El model de demostració sap explicar aquestes funcions.
// Ús: node notes.js

function suma(notes) {
  let total = 0;
  for (const nota of notes) {
    total += nota;
  }
  return total;
}

function comptaAprovats(notes, minim) {
  let aprovats = 0;
  for (const nota of notes) {
    if (nota >= minim) {
      aprovats += 1;
    }
  }
  return aprovats;
}

function millorNota(notes) {
  let millor = notes[0];
  for (const nota of notes) {
    if (nota > millor) {
      millor = nota;
    }
  }
  return millor;
}

/** Retorna una llista amb cada nota més els punts. */
function pujaNotes(notes, punts) {
  // Per fer: crea la llista, omple-la i retorna-la.

}

const curs = [4, 7, 9, 5];
console.log('Suma:', suma(curs));
console.log('Aprovats:', comptaAprovats(curs, 5));
console.log('La millor:', millorNota(curs));
console.log('Apujades:', pujaNotes(curs, 1));
