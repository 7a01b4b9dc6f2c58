-- Lluvia media de cada mes en cinco ciudades, en litros por metro cuadrado (valores aproximados).
-- Uso: sqlite3 < lluvia.sql

CREATE TABLE ciudad (
  id INTEGER PRIMARY KEY,
  nombre TEXT NOT NULL,
  comunidad TEXT NOT NULL
);

CREATE TABLE lluvia (
  ciudad_id INTEGER NOT NULL REFERENCES ciudad (id),
  mes INTEGER NOT NULL CHECK (mes BETWEEN 1 AND 12),
  litros REAL NOT NULL CHECK (litros >= 0),
  PRIMARY KEY (ciudad_id, mes)
);

INSERT INTO ciudad (id, nombre, comunidad) VALUES
  (1, 'Santiago de Compostela', 'Galicia'),
  (2, 'Bilbao', 'Euskadi'),
  (3, 'Lleida', 'Catalunya'),
  (4, 'València', 'Comunitat Valenciana'),
  (5, 'Sevilla', 'Andalucía');

INSERT INTO lluvia (ciudad_id, mes, litros) VALUES
  (1, 1, 210), (1, 2, 167), (1, 3, 146), (1, 4, 146), (1, 5, 135), (1, 6, 72),
  (1, 7, 43), (1, 8, 57), (1, 9, 107), (1, 10, 226), (1, 11, 217), (1, 12, 261),
  (2, 1, 120), (2, 2, 86), (2, 3, 90), (2, 4, 107), (2, 5, 78), (2, 6, 60),
  (2, 7, 50), (2, 8, 76), (2, 9, 73), (2, 10, 111), (2, 11, 147), (2, 12, 122),
  (3, 1, 26), (3, 2, 14), (3, 3, 27), (3, 4, 36), (3, 5, 49), (3, 6, 34),
  (3, 7, 12), (3, 8, 21), (3, 9, 39), (3, 10, 39), (3, 11, 28), (3, 12, 22),
  (4, 1, 37), (4, 2, 36), (4, 3, 33), (4, 4, 38), (4, 5, 39), (4, 6, 22),
  (4, 7, 8), (4, 8, 20), (4, 9, 70), (4, 10, 77), (4, 11, 47), (4, 12, 48),
  (5, 1, 66), (5, 2, 50), (5, 3, 36), (5, 4, 54), (5, 5, 31), (5, 6, 10),
  (5, 7, 2), (5, 8, 5), (5, 9, 27), (5, 10, 68), (5, 11, 91), (5, 12, 99);

-- Total del año en cada ciudad, de la que más llueve a la que menos.
SELECT ciudad.nombre, SUM(lluvia.litros) AS total
FROM lluvia
JOIN ciudad ON ciudad.id = lluvia.ciudad_id
GROUP BY ciudad.id
ORDER BY total DESC;

-- Mes más lluvioso de cada ciudad.
SELECT ciudad.nombre, lluvia.mes, MAX(lluvia.litros) AS litros
FROM lluvia
JOIN ciudad ON ciudad.id = lluvia.ciudad_id
GROUP BY ciudad.id;

-- Por hacer: los meses de verano (junio, julio y agosto) en los que caen menos de diez litros.

