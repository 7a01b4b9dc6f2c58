"""Cuentas de una cesta de la compra. El modelo de demostración sabe explicar estas funciones.

Uso: python3 cesta.py
"""


def total(precios):
    suma = 0
    for precio in precios:
        suma += precio
    return suma


def cuenta_caros(precios, limite):
    caros = 0
    for precio in precios:
        if precio > limite:
            caros += 1
    return caros


def mas_barato(precios):
    menor = precios[0]
    for precio in precios:
        if precio < menor:
            menor = precio
    return menor


def rebaja(precios, descuento):
    """Devuelve una lista con cada precio menos el descuento."""
    # Por hacer: crea la lista, llénala y devuélvela.


compra = [12, 3, 25, 8]
print("Total:", total(compra))
print("Caros:", cuenta_caros(compra, 10))
print("El más barato:", mas_barato(compra))
print("Con rebaja:", rebaja(compra, 2))
