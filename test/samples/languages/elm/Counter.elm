module Counter exposing (main)

import Browser
import Html exposing (Html, button, div, text)

{- remark (one number
   and two buttons -}
type Msg = Up | Down

update : Msg -> Int -> Int
update msg model =
    case msg of
        Up -> model + 1
        Down -> model - 1

-- remark (what is seen
view : Int -> Html Msg
view model =
    div [] [ text ("quoted (\"" ++ String.fromInt model), text (String.fromChar '(') ]

main = Browser.sandbox { init = 0, update = update, view = view }
