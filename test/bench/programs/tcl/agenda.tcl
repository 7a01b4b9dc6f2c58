# A list of telephone numbers.
namespace eval agenda {
    variable numeros
    array set numeros {}

    proc apunta {nombre numero} {
        variable numeros
        if {[string length $numero] < 9} {
            error "too short: $numero"
        }
        set numeros($nombre) $numero
    }

    proc busca {patron} {
        variable numeros
        set found {}
        foreach nombre [lsort [array names numeros]] {
            if {[string match $patron $nombre]} {
                lappend found $nombre $numeros($nombre)
            }
        }
        return $found
    }
}

agenda::apunta Ane 600100200
puts [agenda::busca A*]
