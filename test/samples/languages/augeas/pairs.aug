(* remark (names and values (* nested *) in lines *)
module Pairs =
  autoload xfm

  let eol = Util.eol
  let entry = [ key /[a-z]+/ . del /=/ "=" . store /[^\n]+/ . eol ]
  let note = "quoted (("
  let lns = entry*

  let filter = incl "/etc/pairs.conf"
  let xfm = transform lns filter
