require 'json'

# A recipe and what it takes.
class Receta
  attr_reader :nombre, :ingredientes

  def initialize(nombre, ingredientes = {})
    @nombre = nombre
    @ingredientes = ingredientes
  end

  def para(personas)
    ingredientes.map do |ingrediente, gramos|
      [ingrediente, gramos * personas]
    end.to_h
  end

  def vegetariana?
    if ingredientes.key?('pollo') || ingredientes.key?('jamón')
      false
    else
      true
    end
  end
end

recetas = [
  Receta.new('tortilla', 'huevo' => 120, 'patata' => 200),
  Receta.new('caldo', 'pollo' => 150, 'puerro' => 50)
]

recetas.each do |receta|
  next unless receta.vegetariana?

  puts "#{receta.nombre}: #{JSON.generate(receta.para(4))}"
end
