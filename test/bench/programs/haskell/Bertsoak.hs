module Bertsoak
  ( Bertso (..)
  , errima
  , puntuak
  ) where

import Data.Char (toLower)
import Data.List (isSuffixOf)

-- | A verse has lines; its rhyme is how they end.
data Bertso = Bertso
  { izenburua :: String
  , lerroak :: [String]
  }

errima :: String -> String
errima = map toLower . reverse . take 3 . reverse

puntuak :: Bertso -> Int
puntuak bertso =
  case lerroak bertso of
    [] -> 0
    (lehena : besteak) ->
      let amaiera = errima lehena
       in length (filter (amaiera `isSuffixOf`) besteak)

main :: IO ()
main = do
  let bertso = Bertso "Proba" ["mendian elurra", "kalean urra", "etxean sua"]
  putStrLn (izenburua bertso)
  print (puntuak bertso)
