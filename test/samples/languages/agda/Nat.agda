module Nat where

{- remark (naturals, as everybody
   begins -}
data Nat : Set where
  zero : Nat
  suc  : Nat → Nat

-- remark (by recursion on the first
_+_ : Nat → Nat → Nat
zero + n = n
suc m + n = suc (m + n)

{-# BUILTIN NATURAL Nat #-}
name : String
name = "quoted (nat"

x' : Nat
x' = suc (suc zero)
