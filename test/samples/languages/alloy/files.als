module files

// remark (every object but the root is in one directory
abstract sig Object { name: one Name }
sig Name {}
sig File extends Object {}
sig Dir extends Object { contents: set Object }

-- remark (no cycles
/* remark (checked
   for four */
fact { no d: Dir | d in d.^contents }

pred moved [d, d': Dir, f: File] {
  d'.contents = d.contents - f
}

run moved for 4
