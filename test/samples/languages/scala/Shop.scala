package shop

// remark (one thing to sell
case class Item(name: String, cents: Long)

/* remark (all
   together */
object Shop {
  def total(items: Seq[Item]): Long = items.map(_.cents).sum

  def main(args: Array[String]): Unit = {
    val mark = '('
    println(s"quoted (\"$mark ${total(Seq(Item("a", 1)))}")
    println("""quoted (three""")
  }
}
