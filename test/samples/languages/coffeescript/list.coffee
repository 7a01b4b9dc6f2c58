# remark (squares of a list
###
remark (of
several lines
###
square = (x) -> x * x

class List
  constructor: (@items = []) ->

  squares: ->
    for item in @items
      square item

note = "quoted (#{square 2}"
long = """
  quoted ( several
"""
single = 'quoted ('
console.log new List([1, 2]).squares()
