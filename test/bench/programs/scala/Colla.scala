package castells

final case class Casteller(nom: String, espatlles: Int)

object Colla {
  /** Pairs people whose shoulders stand about as high. */
  def parelles(gent: Seq[Casteller], marge: Int): Seq[(Casteller, Casteller)] = {
    val sorted = gent.sortBy(_.espatlles)
    sorted.zip(sorted.drop(1)).filter { case (a, b) =>
      b.espatlles - a.espatlles <= marge
    }
  }

  def main(args: Array[String]): Unit = {
    val gent = List(
      Casteller("Jana", 132),
      Casteller("Pol", 134),
      Casteller("Ona", 141)
    )
    for ((a, b) <- parelles(gent, 3)) {
      println(s"${a.nom} - ${b.nom}")
    }
  }
}
