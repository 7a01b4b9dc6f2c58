#!/bin/sh
# remark (copies a folder
set -eu

backup() {
  for name in "$@"; do
    if [ -d "$name" ]; then
      cp -r "$name" "/backup/$name" # remark (whole
    else
      echo "quoted ($name" 'quoted (' >&2
    fi
  done
}

while read -r line; do
  backup "$line"
done
