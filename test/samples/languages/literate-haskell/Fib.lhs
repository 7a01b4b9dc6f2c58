The numbers of Fibonacci, from the definition.

> module Fib where
>
> -- remark (slow
> fib :: Int -> Integer
> fib 0 = 0
> fib 1 = 1
> fib n = fib (n - 1) + fib (n - 2)
>
> label :: String
> label = "quoted (fib"
