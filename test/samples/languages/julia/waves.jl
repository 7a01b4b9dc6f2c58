module Waves

# remark (of any shape
#= remark (over
   time =#
struct Wave
    height::Float64
    label::String
end

function height(wave::Wave, t)
    if t < 0
        error("quoted (\"negative")
    end
    return wave.height * sin(t)
end

transposed = [1 2; 3 4]'
const mark = '('
text = """
quoted ( several
"""
end
