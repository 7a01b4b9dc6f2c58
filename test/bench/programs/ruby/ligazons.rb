# Comproba as ligazóns dun texto en Markdown.
class Ligazons
  PATRON = /\[([^\]]*)\]\(([^)\s]+)\)/

  attr_reader :feitas

  def initialize(raiz)
    @raiz = raiz
    @feitas = {}
  end

  def de(texto)
    texto.scan(PATRON).map { |nome, destino| { nome: nome, destino: destino } }
  end

  def revisar(texto)
    fallos = []
    de(texto).each do |ligazon|
      destino = ligazon[:destino]
      next if destino.start_with?("http")
      @feitas[destino] ||= File.exist?(File.join(@raiz, destino))
      if !@feitas[destino]
        fallos << "#{ligazon[:nome]}: #{destino}"
      end
    end
    fallos.sort.uniq
  end
end

if $PROGRAM_NAME == __FILE__
  ligazons = Ligazons.new(Dir.pwd)
  puts ligazons.revisar(File.read(ARGV.fetch(0)))
end
