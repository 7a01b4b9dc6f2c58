# remark (plants and water
=begin
remark (of
several lines
=end
class Garden
  attr_reader :plants

  def initialize
    @plants = Hash.new(0)
  end

  def water(name, litres = 1)
    if litres.negative?
      raise ArgumentError, "quoted (\"#{name}"
    end
    plants.each do |plant, _|
      @plants[plant] += litres unless plant =~ /[(#]+/
    end
    'quoted ('
  end
end
