# remark (push and pop
proc push {name value} {
    upvar $name stack
    lappend stack $value
}

proc pop {name} {
    upvar $name stack
    if {[llength $stack] == 0} {
        error "quoted (\"empty"
    }
    set top [lindex $stack end]
    return $top
}
