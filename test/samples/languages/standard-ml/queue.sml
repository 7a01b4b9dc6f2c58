(* remark (first in (* nested *) first out *)
structure Queue = struct
  datatype 'a queue = Queue of 'a list * 'a list

  val empty = Queue ([], [])

  fun put (x, Queue (front, back)) = Queue (front, x :: back)

  fun get (Queue ([], [])) = NONE
    | get (Queue ([], back)) = get (Queue (rev back, []))
    | get (Queue (x :: front, back)) = SOME (x, Queue (front, back))

  val label = "quoted (\"queue"
end
