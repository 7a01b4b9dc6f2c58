#version 330 core
// remark (moves with time
uniform float time;
in vec2 place;
out vec4 colour;

/* remark (between
   0 and 1 */
float wave(float x) {
  return 0.5 + 0.5 * sin(x + time);
}

void main() {
  if (place.x > 0.5) {
    colour = vec4(wave(place.x), 0.2, 0.4, 1.0);
  }
}
