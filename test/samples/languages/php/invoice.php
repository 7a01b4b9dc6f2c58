<?php
// remark (what is owed
# remark (in euros
/* remark (of
   one client */
class Invoice
{
    private array $lines = [];

    public function add(string $what, float $price): void
    {
        $this->lines[] = ['what' => $what, 'price' => $price];
    }

    public function text(): string
    {
        return "quoted (\"" . 'quoted (' . array_sum(array_column($this->lines, 'price'));
    }
}
