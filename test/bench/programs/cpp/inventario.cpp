#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace tienda {

struct Articulo {
  std::string nombre;
  int unidades = 0;
  double precio = 0.0;
};

class Inventario {
 public:
  void add(const Articulo& articulo) {
    auto& stored = articulos_[articulo.nombre];
    stored.nombre = articulo.nombre;
    stored.unidades += articulo.unidades;
    stored.precio = articulo.precio;
  }

  double total() const {
    double sum = 0.0;
    for (const auto& [nombre, articulo] : articulos_) {
      sum += articulo.unidades * articulo.precio;
    }
    return sum;
  }

  std::vector<std::string> missing(int least) const {
    std::vector<std::string> names;
    for (const auto& [nombre, articulo] : articulos_) {
      if (articulo.unidades < least) {
        names.push_back(nombre);
      }
    }
    return names;
  }

 private:
  std::map<std::string, Articulo> articulos_;
};

}  // namespace tienda

int main() {
  tienda::Inventario inventario;
  inventario.add({"lapis", 12, 0.45});
  inventario.add({"goma", 2, 0.90});
  std::cout << "total: " << inventario.total() << '\n';
  for (const auto& nombre : inventario.missing(5)) std::cout << nombre << '\n';
}
