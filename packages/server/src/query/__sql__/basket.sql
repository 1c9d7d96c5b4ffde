-- p0 = "UTC"
-- p1 = [1]
-- p2 = "2026-02-27"
-- p3 = "2026-03-05"
-- p4 = "2026-03-01"
-- p5 = "2026-03-03"
-- p6 = "2026-02-28"
-- p7 = "2026-03-07"
-- p8 = "2026-03-06"
-- p9 = "EUR"
-- p10 = 102
WITH
  selection AS (
    SELECT *,
      arrayDistinct(arrayMap(r -> toJSONString(CAST([toString(nullIf(if(tupleElement(r, 'action') = 'add', tupleElement(r, 'name'), ''), ''))], 'Array(Nullable(String))')), arrayFilter(r -> isNotNull(nullIf(if(tupleElement(r, 'action') = 'add', tupleElement(r, 'name'), ''), '')), visit_products))) AS products_shown
    FROM (
      SELECT * FROM visits WHERE opened_on < (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
      UNION ALL
      SELECT * FROM visits FINAL WHERE opened_on >= (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
    ) AS visits ANY LEFT JOIN (
      SELECT counter_id, visit_id, groupArrayArray(products) AS visit_products, groupArrayArray(purchases) AS visit_purchases, groupArrayArray(promotions) AS visit_promotions
      FROM hits
      WHERE counter_id IN {p1:Array(UInt32)} AND toDate(at) BETWEEN {p6:Date} AND {p7:Date} AND toDate(at, {p0:String}) BETWEEN {p4:Date} AND {p8:Date} AND (notEmpty(products) OR notEmpty(purchases) OR notEmpty(promotions)) AND NOT is_robot
      GROUP BY counter_id, visit_id
    ) AS commerce USING (counter_id, visit_id)
    WHERE counter_id IN {p1:Array(UInt32)}
      AND opened_on BETWEEN {p2:Date} AND {p3:Date}
      AND toDate(started_at, {p0:String}) BETWEEN {p4:Date} AND {p5:Date}
      AND NOT is_robot
  ),
  grouped AS (
    SELECT 0 AS level,
      multiIf(startsWith(products_row, '='), 0, products_row = '', 1, 2) AS role,
      products_row,
      JSONExtract(substring(products_row, 2), 'Array(Nullable(String))')[1] AS d0,
      count() AS n,
      toFloat64(count()) AS m0,
      toFloat64(uniqExact(visitor_id)) AS m1,
      toFloat64(sumArray(arrayMap(x -> toInt128(round(tupleElement(x, 'quantity') * 1e6)), arrayFilter(x -> tupleElement(x, 'action') = 'add', arrayFilter(r -> if(startsWith(products_row, '='), concat('=', toJSONString(CAST([toString(nullIf(if(tupleElement(r, 'action') = 'add', tupleElement(r, 'name'), ''), ''))], 'Array(Nullable(String))'))) = products_row, has(products_shown, toJSONString(CAST([toString(nullIf(if(tupleElement(r, 'action') = 'add', tupleElement(r, 'name'), ''), ''))], 'Array(Nullable(String))')))), visit_products)))) / 1e6) AS m2,
      toFloat64(sumArray(arrayMap(x -> if(x.1 = {p9:String}, toInt128(round(x.2 * 1e6)), 0), arrayMap(x -> (tupleElement(x, 'currency'), ifNull(tupleElement(x, 'price'), 0) * tupleElement(x, 'quantity'), started_at), arrayFilter(x -> tupleElement(x, 'action') = 'add', arrayFilter(r -> if(startsWith(products_row, '='), concat('=', toJSONString(CAST([toString(nullIf(if(tupleElement(r, 'action') = 'add', tupleElement(r, 'name'), ''), ''))], 'Array(Nullable(String))'))) = products_row, has(products_shown, toJSONString(CAST([toString(nullIf(if(tupleElement(r, 'action') = 'add', tupleElement(r, 'name'), ''), ''))], 'Array(Nullable(String))')))), visit_products))))) / 1e6) AS m3,
      toFloat64(uniqExactIf(visitor_id, notEmpty(arrayFilter(x -> tupleElement(x, 'action') = 'add', arrayFilter(r -> if(startsWith(products_row, '='), concat('=', toJSONString(CAST([toString(nullIf(if(tupleElement(r, 'action') = 'add', tupleElement(r, 'name'), ''), ''))], 'Array(Nullable(String))'))) = products_row, has(products_shown, toJSONString(CAST([toString(nullIf(if(tupleElement(r, 'action') = 'add', tupleElement(r, 'name'), ''), ''))], 'Array(Nullable(String))')))), visit_products))))) AS m4,
      toJSONString((sumMap(arrayMap(x -> x.1, arrayFilter(x -> x.1 != {p9:String} AND x.2 > 0, arrayMap(x -> (tupleElement(x, 'currency'), ifNull(tupleElement(x, 'price'), 0) * tupleElement(x, 'quantity'), started_at), arrayFilter(x -> tupleElement(x, 'action') = 'add', arrayFilter(r -> if(startsWith(products_row, '='), concat('=', toJSONString(CAST([toString(nullIf(if(tupleElement(r, 'action') = 'add', tupleElement(r, 'name'), ''), ''))], 'Array(Nullable(String))'))) = products_row, has(products_shown, toJSONString(CAST([toString(nullIf(if(tupleElement(r, 'action') = 'add', tupleElement(r, 'name'), ''), ''))], 'Array(Nullable(String))')))), visit_products))))), arrayMap(x -> toInt128(round(x.2 * 1e6)), arrayFilter(x -> x.1 != {p9:String} AND x.2 > 0, arrayMap(x -> (tupleElement(x, 'currency'), ifNull(tupleElement(x, 'price'), 0) * tupleElement(x, 'quantity'), started_at), arrayFilter(x -> tupleElement(x, 'action') = 'add', arrayFilter(r -> if(startsWith(products_row, '='), concat('=', toJSONString(CAST([toString(nullIf(if(tupleElement(r, 'action') = 'add', tupleElement(r, 'name'), ''), ''))], 'Array(Nullable(String))'))) = products_row, has(products_shown, toJSONString(CAST([toString(nullIf(if(tupleElement(r, 'action') = 'add', tupleElement(r, 'name'), ''), ''))], 'Array(Nullable(String))')))), visit_products)))))).1, arrayMap(s -> toString(s), sumMap(arrayMap(x -> x.1, arrayFilter(x -> x.1 != {p9:String} AND x.2 > 0, arrayMap(x -> (tupleElement(x, 'currency'), ifNull(tupleElement(x, 'price'), 0) * tupleElement(x, 'quantity'), started_at), arrayFilter(x -> tupleElement(x, 'action') = 'add', arrayFilter(r -> if(startsWith(products_row, '='), concat('=', toJSONString(CAST([toString(nullIf(if(tupleElement(r, 'action') = 'add', tupleElement(r, 'name'), ''), ''))], 'Array(Nullable(String))'))) = products_row, has(products_shown, toJSONString(CAST([toString(nullIf(if(tupleElement(r, 'action') = 'add', tupleElement(r, 'name'), ''), ''))], 'Array(Nullable(String))')))), visit_products))))), arrayMap(x -> toInt128(round(x.2 * 1e6)), arrayFilter(x -> x.1 != {p9:String} AND x.2 > 0, arrayMap(x -> (tupleElement(x, 'currency'), ifNull(tupleElement(x, 'price'), 0) * tupleElement(x, 'quantity'), started_at), arrayFilter(x -> tupleElement(x, 'action') = 'add', arrayFilter(r -> if(startsWith(products_row, '='), concat('=', toJSONString(CAST([toString(nullIf(if(tupleElement(r, 'action') = 'add', tupleElement(r, 'name'), ''), ''))], 'Array(Nullable(String))'))) = products_row, has(products_shown, toJSONString(CAST([toString(nullIf(if(tupleElement(r, 'action') = 'add', tupleElement(r, 'name'), ''), ''))], 'Array(Nullable(String))')))), visit_products)))))).2))) AS other3
    FROM selection
    ARRAY JOIN CAST(arrayConcat(if(empty(products_shown), [], ['']), arrayMap(g -> concat('=', g), products_shown)), 'Array(String)') AS products_row
    GROUP BY products_row
  ),
  measured AS (
    SELECT *,
      countIf(role = 0) OVER () AS total_rows,
      minIf(m0, role = 0) OVER () AS min0,
      maxIf(m0, role = 0) OVER () AS max0,
      minIf(m1, role = 0) OVER () AS min1,
      maxIf(m1, role = 0) OVER () AS max1,
      minIf(m2, role = 0) OVER () AS min2,
      maxIf(m2, role = 0) OVER () AS max2,
      minIf(m3, role = 0) OVER () AS min3,
      maxIf(m3, role = 0) OVER () AS max3,
      minIf(m4, role = 0) OVER () AS min4,
      maxIf(m4, role = 0) OVER () AS max4
    FROM grouped
  )
SELECT *
FROM measured
WHERE role != 3
ORDER BY role = 0, m0 DESC NULLS LAST, d0 ASC NULLS LAST
LIMIT {p10:UInt64}
SETTINGS do_not_merge_across_partitions_select_final = 1
