-- p0 = [7,8]
-- p1 = [1]
-- p2 = "2026-02-27"
-- p3 = "2026-03-05"
-- p4 = "UTC"
-- p5 = "2026-03-01"
-- p6 = "2026-03-03"
-- p7 = 102
WITH
  selection AS (
    SELECT *,
      arrayIntersect(goal_ids, {p0:Array(UInt64)}) AS reached_goals
    FROM (
      SELECT * FROM visits WHERE opened_on < (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
      UNION ALL
      SELECT * FROM visits FINAL WHERE opened_on >= (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
    ) AS visits
    WHERE counter_id IN {p1:Array(UInt32)}
      AND opened_on BETWEEN {p2:Date} AND {p3:Date}
      AND toDate(started_at, {p4:String}) BETWEEN {p5:Date} AND {p6:Date}
      AND NOT is_robot
  ),
  grouped_counted AS (
    SELECT 0 AS level,
      multiIf(reached > 0, 0, reached = 0, 1, 2) AS role,
      reached,
      count() AS n,
      toFloat64(count()) AS m0,
      toFloat64(uniqExact(visitor_id)) AS m1,
      toFloat64(sum(page_views)) AS m2,
      toFloat64(sum(if(reached > 0, countEqual(goal_ids, toUInt64(reached)), arrayCount(g -> has({p0:Array(UInt64)}, g), goal_ids)))) AS m3,
      toFloat64(count()) AS m4
    FROM (SELECT * REPLACE (if(empty(reached_goals), 0, visitor_id) AS visitor_id) FROM selection)
    ARRAY JOIN CAST(arrayConcat(if(empty(reached_goals), [-1], [0]), CAST(reached_goals, 'Array(Int64)')), 'Array(Int64)') AS reached
    GROUP BY reached
  ),
  grouped AS (
    SELECT * EXCEPT (m4),
      100 * n / nullIf(sumIf(n, NOT reached > 0) OVER (PARTITION BY level), 0) AS m4
    FROM grouped_counted
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
ORDER BY role = 0, m0 DESC NULLS LAST, reached ASC NULLS LAST
LIMIT {p7:UInt64}
SETTINGS do_not_merge_across_partitions_select_final = 1
