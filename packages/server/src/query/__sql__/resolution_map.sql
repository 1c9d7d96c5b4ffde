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
      nullIf(window_width, 0) AS d0,
      nullIf(window_height, 0) AS d1
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
      d1,
      count() AS n,
      toFloat64(count()) AS m0,
      toFloat64(uniqExact(visitor_id)) AS m1
    FROM selection
    GROUP BY GROUPING SETS ((d0, d1), ())
  ),
  measured AS (
    SELECT *,
      countIf(role = 0) OVER () AS total_rows,
      minIf(m0, role = 0) OVER () AS min0,
      maxIf(m0, role = 0) OVER () AS max0,
      minIf(m1, role = 0) OVER () AS min1,
      maxIf(m1, role = 0) OVER () AS max1
    FROM grouped
  )
SELECT *
FROM measured
WHERE role != 3
ORDER BY role = 0, m0 DESC NULLS LAST, d0 ASC NULLS LAST, d1 ASC NULLS LAST
LIMIT {p6:UInt64}
SETTINGS do_not_merge_across_partitions_select_final = 1
