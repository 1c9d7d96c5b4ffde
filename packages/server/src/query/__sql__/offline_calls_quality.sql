-- p0 = "UTC"
-- p1 = [1]
-- p2 = "2026-02-27"
-- p3 = "2026-03-05"
-- p4 = "2026-03-01"
-- p5 = "2026-03-03"
-- p6 = "2026-03-26"
-- p7 = "2026-02-28"
-- p8 = "2026-03-25"
-- p9 = "EUR"
-- p10 = 102
WITH
  selection AS (
    SELECT *,
      arrayDistinct(arrayMap(r -> toJSONString(CAST([toString(if(r.2, 'yes', 'no')), toString(nullIf(toString(r.1), ''))], 'Array(Nullable(String))')), arrayFilter(r -> isNotNull(if(r.2, 'yes', 'no')), visit_calls))) AS calls_shown
    FROM (
      SELECT * FROM visits WHERE opened_on < (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
      UNION ALL
      SELECT * FROM visits FINAL WHERE opened_on >= (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
    ) AS visits ANY LEFT JOIN (
      SELECT counter_id, visit_id, groupArray((tag, missed, first_time, hold_seconds, talk_seconds, price, currency, at)) AS visit_calls
      FROM calls FINAL
      WHERE counter_id IN {p1:Array(UInt32)} AND toDate(at) BETWEEN {p2:Date} AND {p6:Date} AND toDate(at, {p0:String}) BETWEEN {p7:Date} AND {p8:Date} AND NOT false
      GROUP BY counter_id, visit_id
    ) AS calls_of_visits USING (counter_id, visit_id)
    WHERE counter_id IN {p1:Array(UInt32)}
      AND opened_on BETWEEN {p2:Date} AND {p3:Date}
      AND toDate(started_at, {p0:String}) BETWEEN {p4:Date} AND {p5:Date}
      AND NOT is_robot
  ),
  grouped AS (
    SELECT 0 AS level,
      multiIf(startsWith(calls_row, '='), 0, calls_row = '', 1, 2) AS role,
      calls_row,
      JSONExtract(substring(calls_row, 2), 'Array(Nullable(String))')[1] AS d0,
      JSONExtract(substring(calls_row, 2), 'Array(Nullable(String))')[2] AS d1,
      count() AS n,
      toFloat64(sum(arrayCount(x -> true, arrayFilter(r -> if(startsWith(calls_row, '='), concat('=', toJSONString(CAST([toString(if(r.2, 'yes', 'no')), toString(nullIf(toString(r.1), ''))], 'Array(Nullable(String))'))) = calls_row, has(calls_shown, toJSONString(CAST([toString(if(r.2, 'yes', 'no')), toString(nullIf(toString(r.1), ''))], 'Array(Nullable(String))')))), visit_calls)))) AS m0,
      toFloat64(sum(arrayCount(x -> x.2, arrayFilter(r -> if(startsWith(calls_row, '='), concat('=', toJSONString(CAST([toString(if(r.2, 'yes', 'no')), toString(nullIf(toString(r.1), ''))], 'Array(Nullable(String))'))) = calls_row, has(calls_shown, toJSONString(CAST([toString(if(r.2, 'yes', 'no')), toString(nullIf(toString(r.1), ''))], 'Array(Nullable(String))')))), visit_calls)))) AS m1,
      toFloat64(100 * sum(arrayCount(x -> x.2, arrayFilter(r -> if(startsWith(calls_row, '='), concat('=', toJSONString(CAST([toString(if(r.2, 'yes', 'no')), toString(nullIf(toString(r.1), ''))], 'Array(Nullable(String))'))) = calls_row, has(calls_shown, toJSONString(CAST([toString(if(r.2, 'yes', 'no')), toString(nullIf(toString(r.1), ''))], 'Array(Nullable(String))')))), visit_calls))) / nullIf(sum(arrayCount(x -> true, arrayFilter(r -> if(startsWith(calls_row, '='), concat('=', toJSONString(CAST([toString(if(r.2, 'yes', 'no')), toString(nullIf(toString(r.1), ''))], 'Array(Nullable(String))'))) = calls_row, has(calls_shown, toJSONString(CAST([toString(if(r.2, 'yes', 'no')), toString(nullIf(toString(r.1), ''))], 'Array(Nullable(String))')))), visit_calls))), 0)) AS m2,
      toFloat64(sum(arrayCount(x -> x.3, arrayFilter(r -> if(startsWith(calls_row, '='), concat('=', toJSONString(CAST([toString(if(r.2, 'yes', 'no')), toString(nullIf(toString(r.1), ''))], 'Array(Nullable(String))'))) = calls_row, has(calls_shown, toJSONString(CAST([toString(if(r.2, 'yes', 'no')), toString(nullIf(toString(r.1), ''))], 'Array(Nullable(String))')))), visit_calls)))) AS m3,
      toFloat64(sumArray(arrayMap(x -> if(true, toUInt64(x.5), 0), arrayFilter(r -> if(startsWith(calls_row, '='), concat('=', toJSONString(CAST([toString(if(r.2, 'yes', 'no')), toString(nullIf(toString(r.1), ''))], 'Array(Nullable(String))'))) = calls_row, has(calls_shown, toJSONString(CAST([toString(if(r.2, 'yes', 'no')), toString(nullIf(toString(r.1), ''))], 'Array(Nullable(String))')))), visit_calls))) / nullIf(sum(arrayCount(x -> true, arrayFilter(r -> if(startsWith(calls_row, '='), concat('=', toJSONString(CAST([toString(if(r.2, 'yes', 'no')), toString(nullIf(toString(r.1), ''))], 'Array(Nullable(String))'))) = calls_row, has(calls_shown, toJSONString(CAST([toString(if(r.2, 'yes', 'no')), toString(nullIf(toString(r.1), ''))], 'Array(Nullable(String))')))), visit_calls))), 0)) AS m4,
      toFloat64(sumArray(arrayMap(x -> if(x.1 = {p9:String}, toInt128(round(x.2 * 1e6)), 0), arrayMap(x -> (x.7, x.6, x.8), arrayFilter(r -> if(startsWith(calls_row, '='), concat('=', toJSONString(CAST([toString(if(r.2, 'yes', 'no')), toString(nullIf(toString(r.1), ''))], 'Array(Nullable(String))'))) = calls_row, has(calls_shown, toJSONString(CAST([toString(if(r.2, 'yes', 'no')), toString(nullIf(toString(r.1), ''))], 'Array(Nullable(String))')))), visit_calls)))) / 1e6) AS m5,
      toJSONString((sumMap(arrayMap(x -> x.1, arrayFilter(x -> x.1 != {p9:String} AND x.2 > 0, arrayMap(x -> (x.7, x.6, x.8), arrayFilter(r -> if(startsWith(calls_row, '='), concat('=', toJSONString(CAST([toString(if(r.2, 'yes', 'no')), toString(nullIf(toString(r.1), ''))], 'Array(Nullable(String))'))) = calls_row, has(calls_shown, toJSONString(CAST([toString(if(r.2, 'yes', 'no')), toString(nullIf(toString(r.1), ''))], 'Array(Nullable(String))')))), visit_calls)))), arrayMap(x -> toInt128(round(x.2 * 1e6)), arrayFilter(x -> x.1 != {p9:String} AND x.2 > 0, arrayMap(x -> (x.7, x.6, x.8), arrayFilter(r -> if(startsWith(calls_row, '='), concat('=', toJSONString(CAST([toString(if(r.2, 'yes', 'no')), toString(nullIf(toString(r.1), ''))], 'Array(Nullable(String))'))) = calls_row, has(calls_shown, toJSONString(CAST([toString(if(r.2, 'yes', 'no')), toString(nullIf(toString(r.1), ''))], 'Array(Nullable(String))')))), visit_calls))))).1, arrayMap(s -> toString(s), sumMap(arrayMap(x -> x.1, arrayFilter(x -> x.1 != {p9:String} AND x.2 > 0, arrayMap(x -> (x.7, x.6, x.8), arrayFilter(r -> if(startsWith(calls_row, '='), concat('=', toJSONString(CAST([toString(if(r.2, 'yes', 'no')), toString(nullIf(toString(r.1), ''))], 'Array(Nullable(String))'))) = calls_row, has(calls_shown, toJSONString(CAST([toString(if(r.2, 'yes', 'no')), toString(nullIf(toString(r.1), ''))], 'Array(Nullable(String))')))), visit_calls)))), arrayMap(x -> toInt128(round(x.2 * 1e6)), arrayFilter(x -> x.1 != {p9:String} AND x.2 > 0, arrayMap(x -> (x.7, x.6, x.8), arrayFilter(r -> if(startsWith(calls_row, '='), concat('=', toJSONString(CAST([toString(if(r.2, 'yes', 'no')), toString(nullIf(toString(r.1), ''))], 'Array(Nullable(String))'))) = calls_row, has(calls_shown, toJSONString(CAST([toString(if(r.2, 'yes', 'no')), toString(nullIf(toString(r.1), ''))], 'Array(Nullable(String))')))), visit_calls))))).2))) AS other5
    FROM selection
    ARRAY JOIN CAST(arrayConcat(if(empty(calls_shown), [], ['']), arrayMap(g -> concat('=', g), calls_shown)), 'Array(String)') AS calls_row
    GROUP BY calls_row
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
      maxIf(m4, role = 0) OVER () AS max4,
      minIf(m5, role = 0) OVER () AS min5,
      maxIf(m5, role = 0) OVER () AS max5
    FROM grouped
  )
SELECT *
FROM measured
WHERE role != 3
ORDER BY role = 0, m0 DESC NULLS LAST, d0 ASC NULLS LAST, d1 ASC NULLS LAST
LIMIT {p10:UInt64}
SETTINGS do_not_merge_across_partitions_select_final = 1
