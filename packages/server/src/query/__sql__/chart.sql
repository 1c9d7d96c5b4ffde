-- p0 = "UTC"
-- p1 = "organic"
-- p2 = [7,8]
-- p3 = [1]
-- p4 = "2026-02-27"
-- p5 = "2026-03-05"
-- p6 = "2026-03-01"
-- p7 = "2026-03-03"
WITH
  selection AS (
    SELECT *,
      nullIf(significant_traffic_source, '') AS d0,
      nullIf(significant_utm_source, '') AS d1,
      arrayIntersect(goal_ids, {p2:Array(UInt64)}) AS reached_goals,
      toDate(started_at, {p0:String}) AS t,
      ((ifNull(toString(nullIf(significant_traffic_source, '')) = {p1:String}, 0) AND isNull(nullIf(significant_utm_source, '')))) AS chosen
    FROM (
      SELECT * FROM visits WHERE opened_on < (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
      UNION ALL
      SELECT * FROM visits FINAL WHERE opened_on >= (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
    ) AS visits
    WHERE counter_id IN {p3:Array(UInt32)}
      AND opened_on BETWEEN {p4:Date} AND {p5:Date}
      AND toDate(started_at, {p0:String}) BETWEEN {p6:Date} AND {p7:Date}
      AND NOT is_robot
      AND d0 IS NOT NULL
  ),
  charted AS (
    SELECT * REPLACE (if(chosen, d0, NULL) AS d0, if(chosen, d1, NULL) AS d1)
    FROM selection
  ),
  grouped_counted AS (
    SELECT grouping(d0) AS level,
      if(grouping(d0) = 0, if(chosen, if(reached > 0, 0, 4), 3), multiIf(reached = 0, 1, reached = -1, 2, 3)) AS role,
      reached,
      chosen,
      d0,
      d1,
      t,
      count() AS n,
      toFloat64(count()) AS m0,
      toFloat64(count()) AS m1
    FROM (SELECT * REPLACE (if(empty(reached_goals), 0, visitor_id) AS visitor_id) FROM charted)
    ARRAY JOIN CAST(arrayConcat(if(empty(reached_goals), [-1], [0]), CAST(reached_goals, 'Array(Int64)')), 'Array(Int64)') AS reached
    GROUP BY GROUPING SETS ((reached, chosen, d0, d1, t), (reached, t))
  ),
  grouped AS (
    SELECT * EXCEPT (m1),
      100 * n / nullIf(sumIf(n, NOT reached > 0) OVER (PARTITION BY level, chosen, d0, d1, t), 0) AS m1
    FROM grouped_counted
  )
SELECT *
FROM grouped
WHERE role != 3
ORDER BY t
SETTINGS do_not_merge_across_partitions_select_final = 1

-- p0 = "UTC"
-- p1 = [7,8]
-- p2 = [1]
-- p3 = "2026-02-27"
-- p4 = "2026-03-05"
-- p5 = "2026-03-01"
-- p6 = "2026-03-03"
WITH
  selection AS (
    SELECT *,
      nullIf(significant_traffic_source, '') AS d0,
      nullIf(significant_utm_source, '') AS d1,
      arrayIntersect(goal_ids, {p1:Array(UInt64)}) AS reached_goals,
      toDate(started_at, {p0:String}) AS t
    FROM (
      SELECT * FROM visits WHERE opened_on < (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
      UNION ALL
      SELECT * FROM visits FINAL WHERE opened_on >= (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
    ) AS visits
    WHERE counter_id IN {p2:Array(UInt32)}
      AND opened_on BETWEEN {p3:Date} AND {p4:Date}
      AND toDate(started_at, {p0:String}) BETWEEN {p5:Date} AND {p6:Date}
      AND NOT is_robot
      AND d0 IS NOT NULL
  ),
  grouped_counted AS (
    SELECT 1 AS level,
      multiIf(reached = 0, 1, reached = -1, 2, 3) AS role,
      reached,
      t,
      count() AS n,
      toFloat64(count()) AS m0,
      toFloat64(count()) AS m1
    FROM (SELECT * REPLACE (if(empty(reached_goals), 0, visitor_id) AS visitor_id) FROM selection)
    ARRAY JOIN CAST(arrayConcat(if(empty(reached_goals), [-1], [0])), 'Array(Int64)') AS reached
    GROUP BY reached, t
  ),
  grouped AS (
    SELECT * EXCEPT (m1),
      100 * n / nullIf(sumIf(n, NOT reached > 0) OVER (PARTITION BY level, t), 0) AS m1
    FROM grouped_counted
  )
SELECT *
FROM grouped
WHERE role != 3
ORDER BY t
SETTINGS do_not_merge_across_partitions_select_final = 1
