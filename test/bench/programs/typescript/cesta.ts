/** Una cesta de la compra con descuentos por cantidad. */
export interface Articulo {
  readonly codigo: string;
  readonly precio: number;
  readonly peso?: number;
}

interface Linea {
  readonly articulo: Articulo;
  cantidad: number;
}

export class Cesta {
  private readonly lineas = new Map<string, Linea>();

  get vacia(): boolean {
    return this.lineas.size === 0;
  }

  anadir(articulo: Articulo, cantidad = 1): void {
    const linea = this.lineas.get(articulo.codigo);
    if (linea === undefined) {
      this.lineas.set(articulo.codigo, { articulo, cantidad });
    } else {
      linea.cantidad += cantidad;
    }
  }

  total(descuento: (cantidad: number) => number): number {
    let suma = 0;
    for (const { articulo, cantidad } of this.lineas.values()) {
      const rebaja = descuento(cantidad);
      if (rebaja < 0 || rebaja > 1) {
        throw new RangeError(`descuento imposible: ${rebaja}`);
      }
      suma += articulo.precio * cantidad * (1 - rebaja);
    }
    return Math.round(suma * 100) / 100;
  }

  quitar(codigo: string): boolean {
    return this.lineas.delete(codigo);
  }
}

export function porCantidad(cantidad: number): number {
  if (cantidad >= 10) return 0.15;
  return cantidad >= 5 ? 0.05 : 0;
}
