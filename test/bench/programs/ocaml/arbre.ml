(* A tree of words, sorted. *)
type arbre =
  | Fulla
  | Node of arbre * string * arbre

let rec insereix arbre paraula =
  match arbre with
  | Fulla -> Node (Fulla, paraula, Fulla)
  | Node (esquerra, aqui, dreta) ->
    if paraula < aqui then Node (insereix esquerra paraula, aqui, dreta)
    else if paraula > aqui then Node (esquerra, aqui, insereix dreta paraula)
    else arbre

let rec llista = function
  | Fulla -> []
  | Node (esquerra, aqui, dreta) -> llista esquerra @ (aqui :: llista dreta)

let () =
  [ "pera"; "figa"; "poma" ]
  |> List.fold_left insereix Fulla
  |> llista
  |> List.iter print_endline
