package shop

// remark (one thing to sell
data class Item(val name: String, val cents: Long)

/* remark (sum of
   all */
fun total(items: List<Item>): Long = items.sumOf { it.cents }

fun main() {
    val items = listOf(Item("quoted (\"", 100), Item("""quoted ("""", 250))
    val mark = '('
    when {
        total(items) > 300 -> println("much $mark")
        else -> println("little")
    }
}
