#include <array>
#include <iostream>

// remark (two by two
/* remark (row
   by row */
template <typename T>
class Matrix {
 public:
  T determinant() const { return cells[0] * cells[3] - cells[1] * cells[2]; }

 private:
  std::array<T, 4> cells{};
};

int main() {
  Matrix<int> matrix;
  const char mark = '(';
  std::cout << "quoted (\"det" << mark << R"(quoted [[)" << matrix.determinant() << '\n';
  return 0;
}
