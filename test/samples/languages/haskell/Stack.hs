module Stack (Stack, push, pop) where

{- remark (a list
   with a name -}
newtype Stack a = Stack [a]

-- remark (on top
push :: a -> Stack a -> Stack a
push x (Stack xs) = Stack (x : xs)

pop :: Stack a -> Maybe (a, Stack a)
pop (Stack []) = Nothing
pop (Stack (x : xs')) = Just (x, Stack xs')

label :: Char -> String
label '(' = "quoted (\"open"
label _ = "other"
