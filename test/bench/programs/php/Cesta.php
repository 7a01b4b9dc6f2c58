<?php

namespace Mercado;

class Cesta
{
    private array $lineas = [];

    public function add(string $producto, int $unidades, float $precio): void
    {
        if ($unidades <= 0) {
            throw new \InvalidArgumentException("No units of {$producto}");
        }
        $this->lineas[] = ['producto' => $producto, 'unidades' => $unidades, 'precio' => $precio];
    }

    public function total(float $iva = 0.21): float
    {
        $total = 0.0;
        foreach ($this->lineas as $linea) {
            $total += $linea['unidades'] * $linea['precio'];
        }
        return round($total * (1 + $iva), 2);
    }
}

$cesta = new Cesta();
$cesta->add('aceite', 2, 7.5);
echo $cesta->total(), PHP_EOL;
