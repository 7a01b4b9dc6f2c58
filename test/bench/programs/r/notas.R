# Marks of a course, by group.
notas <- data.frame(
  alumno = c("Ane", "Iker", "Uxue", "Mikel"),
  grupo = c("a", "b", "a", "b"),
  nota = c(7.5, 4.0, 9.0, 6.5)
)

media_por_grupo <- function(datos) {
  grupos <- split(datos$nota, datos$grupo)
  sapply(grupos, mean)
}

aprobados <- function(datos, minimo = 5) {
  if (nrow(datos) == 0) {
    return(character(0))
  }
  datos$alumno[datos$nota >= minimo]
}

print(media_por_grupo(notas))
for (alumno in aprobados(notas)) {
  cat(alumno, "passes\n")
}
