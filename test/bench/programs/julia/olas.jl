module Olas

export energia, clasifica

"""
    energia(altura, periodo)

Energy of a wave in kilowatts per metre.
"""
function energia(altura, periodo)
    if altura < 0 || periodo < 0
        throw(ArgumentError("a wave has no negative size"))
    end
    return 0.5 * altura^2 * periodo
end

function clasifica(alturas)
    grupos = Dict("calma" => 0, "marejada" => 0, "temporal" => 0)
    for altura in alturas
        if altura < 0.5
            grupos["calma"] += 1
        elseif altura < 4
            grupos["marejada"] += 1
        else
            grupos["temporal"] += 1
        end
    end
    return grupos
end

end
