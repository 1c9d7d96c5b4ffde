-- p0 = "UTC"
-- p1 = [1]
-- p2 = "2026-02-27"
-- p3 = "2026-03-05"
-- p4 = "2026-03-01"
-- p5 = "2026-03-03"
-- p6 = 102
WITH
  selection AS (
    SELECT *,
      toStartOfWeek(toDate(started_at, {p0:String}), 1) AS d0
    FROM (
      SELECT * FROM visits WHERE opened_on < (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
      UNION ALL
      SELECT * FROM visits FINAL WHERE opened_on >= (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
    ) AS visits
    WHERE counter_id IN {p1:Array(UInt32)}
      AND opened_on BETWEEN {p2:Date} AND {p3:Date}
      AND toDate(started_at, {p0:String}) BETWEEN {p4:Date} AND {p5:Date}
      AND NOT is_robot
  ),
  grouped AS (
    SELECT grouping(d0) AS role,
      d0,
      count() AS n,
      toFloat64(count()) AS m0,
      toFloat64(uniqExact(visitor_id)) AS m1,
      toFloat64(sum(page_views)) AS m2,
      toFloat64(100 * uniqExactIf(visitor_id, visit_number = 1) / nullIf(uniqExact(visitor_id), 0)) AS m3,
      toFloat64(100 * countIf(is_bounce) / nullIf(count(), 0)) AS m4,
      toFloat64(sum(page_views) / nullIf(count(), 0)) AS m5,
      toFloat64(sum(duration) / nullIf(count(), 0)) AS m6
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
      maxIf(m6, role = 0) OVER () AS max6
    FROM grouped
  )
SELECT *
FROM measured
WHERE role != 3
ORDER BY role = 0, m0 DESC NULLS LAST, d0 ASC NULLS LAST
LIMIT {p6:UInt64}
SETTINGS do_not_merge_across_partitions_select_final = 1
