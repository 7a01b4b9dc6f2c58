"""Comprueba la letra de un NIF o de un NIE.

Uso: python3 nif.py 12345678Z X1234567L
"""

import re
import sys

LETRAS = "TRWAGMYFPDXBNJZSQVHLCKE"

# Un NIE empieza por una letra que hace de primera cifra.
PRIMERA_CIFRA = {"X": "0", "Y": "1", "Z": "2"}


def normalizar(documento: str) -> str:
    """Quita espacios, puntos y guiones, y pasa las letras a mayúsculas."""
    return re.sub(r"[\s.-]", "", documento).upper()


def letra(numero: int) -> str:
    """Devuelve la letra de control de un número: el resto de dividirlo entre 23 la señala en la tabla."""
    return LETRAS[numero % 23]


def es_valido(documento: str) -> bool:
    """Dice si el documento tiene la forma de un NIF o de un NIE y su letra es la que toca."""
    documento = normalizar(documento)
    if not re.fullmatch(r"[0-9XYZ][0-9]{7}[A-Z]", documento):
        return False
    cifras = PRIMERA_CIFRA.get(documento[0], documento[0]) + documento[1:-1]
    return documento[-1] == letra(int(cifras))


def ocultar(documento: str) -> str:
    """Tapa el documento para publicarlo: deja a la vista solo las cifras cuarta a séptima.

    >>> ocultar("12345678Z")
    '***4567**'
    """
    # Por hacer: devuelve el documento con asteriscos en las demás posiciones.


def main() -> None:
    for documento in sys.argv[1:] or ["12345678Z", "X1234567L", "12345678A"]:
        resultado = "correcto" if es_valido(documento) else "incorrecto"
        print(f"{documento}: {resultado}")


if __name__ == "__main__":
    main()
