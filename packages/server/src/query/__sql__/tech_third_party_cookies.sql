-- p0 = "UTC"
-- p1 = [1]
-- p2 = "2026-02-27"
-- p3 = "2026-03-05"
-- p4 = "2026-03-01"
-- p5 = "2026-03-03"
-- p6 = [8]
-- p7 = "EUR"
-- p8 = 102
WITH
  selection AS (
    SELECT *,
      nullIf(third_party_cookies, '') AS d0
    FROM (
      SELECT * FROM visits WHERE opened_on < (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
      UNION ALL
      SELECT * FROM visits FINAL WHERE opened_on >= (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
    ) AS visits
    WHERE counter_id IN {p1:Array(UInt32)}
      AND opened_on BETWEEN {p2:Date} AND {p3:Date}
      AND toDate(started_at, {p0:String}) BETWEEN {p4:Date} AND {p5:Date}
      AND NOT is_robot
      AND d0 IS NOT NULL
  ),
  grouped AS (
    SELECT grouping(d0) AS role,
      d0,
      count() AS n,
      toFloat64(count()) AS m0,
      toFloat64(uniqExact(visitor_id)) AS m1,
      toFloat64(100 * countIf(is_bounce) / nullIf(count(), 0)) AS m2,
      toFloat64(sum(page_views) / nullIf(count(), 0)) AS m3,
      toFloat64(sum(duration) / nullIf(count(), 0)) AS m4,
      toFloat64(sum(arrayCount(g -> has({p6:Array(UInt64)}, g), goal_ids))) AS m5,
      toFloat64(sumArray(arrayMap((g, p, c) -> if(has({p6:Array(UInt64)}, g) AND c = {p7:String}, toInt128(round(p * 1e6)), 0), goal_ids, goal_prices, goal_currencies)) / 1e6) AS m6,
      toFloat64(100 * uniqExactIf(visitor_id, hasAny(goal_ids, {p6:Array(UInt64)})) / nullIf(uniqExact(visitor_id), 0)) AS m7,
      toJSONString((sumMap(arrayMap(x -> x.1, arrayFilter(x -> x.1 != {p7:String} AND x.2 > 0, arrayFilter((x, g) -> has({p6:Array(UInt64)}, g), arrayZip(goal_currencies, goal_prices), goal_ids))), arrayMap(x -> toInt128(round(x.2 * 1e6)), arrayFilter(x -> x.1 != {p7:String} AND x.2 > 0, arrayFilter((x, g) -> has({p6:Array(UInt64)}, g), arrayZip(goal_currencies, goal_prices), goal_ids)))).1, arrayMap(s -> toString(s), sumMap(arrayMap(x -> x.1, arrayFilter(x -> x.1 != {p7:String} AND x.2 > 0, arrayFilter((x, g) -> has({p6:Array(UInt64)}, g), arrayZip(goal_currencies, goal_prices), goal_ids))), arrayMap(x -> toInt128(round(x.2 * 1e6)), arrayFilter(x -> x.1 != {p7:String} AND x.2 > 0, arrayFilter((x, g) -> has({p6:Array(UInt64)}, g), arrayZip(goal_currencies, goal_prices), goal_ids)))).2))) AS other6
    FROM selection
    GROUP BY GROUPING SETS ((d0), ())
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
      maxIf(m5, role = 0) OVER () AS max5,
      minIf(m6, role = 0) OVER () AS min6,
      maxIf(m6, role = 0) OVER () AS max6,
      minIf(m7, role = 0) OVER () AS min7,
      maxIf(m7, role = 0) OVER () AS max7
    FROM grouped
  )
SELECT *
FROM measured
WHERE role != 3
ORDER BY role = 0, m0 DESC NULLS LAST, d0 ASC NULLS LAST
LIMIT {p8:UInt64}
SETTINGS do_not_merge_across_partitions_select_final = 1
