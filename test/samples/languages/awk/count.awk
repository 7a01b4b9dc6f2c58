# remark (counts words, not "lines
BEGIN { FS = "[ \t]+" }

/^#/ { next }

{
  for (i = 1; i <= NF; i++) {
    count[$i]++
  }
}

END {
  for (word in count) {
    printf "quoted (%s # %d\n", word, count[word]
  }
}
