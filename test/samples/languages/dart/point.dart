import 'dart:math';

/// remark (a place in the plane
class Point {
  final double x, y;
  const Point(this.x, this.y);

  /* remark (from
     the origin */
  double get length => sqrt(x * x + y * y);

  // remark (for people
  @override
  String toString() => "quoted (\" $x, $y";
}

void main() {
  print(const Point(3, 4).length);
}
