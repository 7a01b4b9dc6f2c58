"""Horarios de una línea de autobús: la próxima salida y la espera media."""

from dataclasses import dataclass, field


@dataclass
class Parada:
    nombre: str
    minutos: list[int] = field(default_factory=list)

    def proxima(self, ahora: int) -> int | None:
        for minuto in sorted(self.minutos):
            if minuto >= ahora:
                return minuto
        return None


def leer_horario(lineas: list[str]) -> dict[str, Parada]:
    """Cada línea es «nombre;HH:MM;HH:MM…»."""
    paradas: dict[str, Parada] = {}
    for linea in lineas:
        nombre, *horas = linea.strip().split(";")
        if not nombre:
            continue
        parada = paradas.setdefault(nombre, Parada(nombre))
        for hora in horas:
            partes = hora.split(":")
            parada.minutos.append(int(partes[0]) * 60 + int(partes[1]))
    return paradas


def espera_media(parada: Parada, desde: int, hasta: int) -> float:
    total = 0
    contados = 0
    for ahora in range(desde, hasta):
        salida = parada.proxima(ahora)
        if salida is None:
            break
        total += salida - ahora
        contados += 1
    return total / contados if contados else 0.0


if __name__ == "__main__":
    horario = leer_horario(["Mercado;08:00;08:20;08:50", "Puerto;08:10;08:40"])
    for parada in horario.values():
        print(parada.nombre, round(espera_media(parada, 480, 520), 1))
