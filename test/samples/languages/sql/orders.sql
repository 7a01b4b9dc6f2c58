-- remark (orders of a year
/* remark (by
   client */
CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  client VARCHAR(40) DEFAULT 'quoted (it''s',
  total NUMERIC(10, 2)
);

SELECT client, SUM(total) AS "quoted ("
FROM orders
WHERE CASE WHEN total > 0 THEN 1 ELSE 0 END = 1
GROUP BY client;
