#!/usr/bin/env bash
# Fa una còpia de seguretat d'una carpeta i en conserva les més noves.
# Ús: ./copies.sh CARPETA DESTINACIÓ [QUANTES]
set -euo pipefail

# Escriu un missatge d'error i acaba.
falla() {
  echo "copies.sh: $1" >&2
  exit 1
}

# Comprimeix la carpeta dins de la destinació, en un fitxer que porta la data i l'hora al nom.
copia() {
  local carpeta=$1 desti=$2 nom fitxer
  nom=$(basename "$carpeta")
  fitxer="$desti/$nom-$(date +%Y%m%d-%H%M%S).tar.gz"
  tar --create --gzip --file "$fitxer" --directory "$(dirname "$carpeta")" "$nom"
  echo "Còpia feta: $fitxer ($(du -h "$fitxer" | cut -f1))"
}

# Esborra les còpies velles d'una carpeta. El nom porta la data: l'ordre alfabètic és el del temps.
neteja() {
  local nom=$1 desti=$2 quantes=$3
  # Per fer: conserva només les còpies més noves, tantes com digui "$quantes", i esborra les altres.

}

carpeta=${1:-}
desti=${2:-}
quantes=${3:-7}

[[ -d $carpeta ]] || falla "no trobo la carpeta «$carpeta»"
[[ -n $desti ]] || falla "falta la carpeta de destinació"
[[ $quantes =~ ^[1-9][0-9]*$ ]] || falla "«$quantes» no és un nombre de còpies"

carpeta=$(cd "$carpeta" && pwd)
mkdir -p "$desti"
copia "$carpeta" "$desti"
neteja "$(basename "$carpeta")" "$desti" "$quantes"
