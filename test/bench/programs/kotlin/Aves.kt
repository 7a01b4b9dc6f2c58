package aves

data class Ave(val nombre: String, val gramos: Int, val migra: Boolean)

class Cuaderno {
    private val vistas = mutableMapOf<Ave, Int>()

    fun anota(ave: Ave, cuantas: Int = 1) {
        require(cuantas > 0) { "at least one" }
        vistas[ave] = (vistas[ave] ?: 0) + cuantas
    }

    fun migratorias(): List<Ave> = vistas.keys
        .filter { it.migra }
        .sortedBy { it.nombre }

    fun resumen(): String {
        val total = vistas.values.sum()
        return when {
            total == 0 -> "nothing seen"
            total < 10 -> "a quiet day: $total"
            else -> "a good day: $total"
        }
    }
}

fun main() {
    val cuaderno = Cuaderno()
    cuaderno.anota(Ave("golondrina", 19, true), 6)
    cuaderno.anota(Ave("urraca", 220, false))
    println(cuaderno.migratorias().joinToString { it.nombre })
    println(cuaderno.resumen())
}
