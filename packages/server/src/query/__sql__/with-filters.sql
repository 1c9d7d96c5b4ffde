-- p0 = "UTC"
-- p1 = [7,8]
-- p2 = [1]
-- p3 = "2026-02-27"
-- p4 = "2026-03-05"
-- p5 = "2026-03-01"
-- p6 = "2026-03-03"
-- p7 = "Chr\\_me%"
-- p8 = "^/a"
-- p9 = 1
-- p10 = 102
WITH
  candidates AS (
    SELECT *,
      nullIf(significant_traffic_source, '') AS d0,
      nullIf(significant_utm_source, '') AS d1,
      arrayIntersect(goal_ids, {p1:Array(UInt64)}) AS reached_goals
    FROM (
      SELECT *, if(position(start_path, '%') = 0 AND position(start_path, '+') = 0, start_path, arrayStringConcat(arrayMap(part -> if(match(part, '(?i)^%[0-9a-f]{2}') AND isValidUTF8(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1'))) AND NOT match(decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), '[\\p{Cc}\\x{61c}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]'), decodeURLComponent(replaceRegexpAll(part, '(?i)%(2f|26|3d|3f|23|2b|25)', '%25\\1')), part), extractAll(concat(substringIndex(start_path, '?', 1), replaceAll(substring(start_path, length(substringIndex(start_path, '?', 1)) + 1), '+', ' ')), '(?i)(?:%[0-9a-f]{2})+|%[0-9a-f]?(?:%[0-9a-f]{2})*|[^%]+')))) AS shared0
      FROM (
      SELECT * FROM visits WHERE opened_on < (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
      UNION ALL
      SELECT * FROM visits FINAL WHERE opened_on >= (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
    ) AS visits
    ) AS looked_at
    WHERE counter_id IN {p2:Array(UInt32)}
      AND opened_on BETWEEN {p3:Date} AND {p4:Date}
      AND toDate(started_at, {p0:String}) BETWEEN {p5:Date} AND {p6:Date}
      AND NOT is_robot
      AND ((browser LIKE {p7:String}) OR NOT (match(shared0, {p8:String}) OR match(start_path, {p8:String})))
      AND d0 IS NOT NULL
  ),
  candidate_rows AS (
    SELECT 0 AS level,
      if(reached > 0, 0, 2) AS role,
      reached,
      d0,
      d1,
      count() AS n,
      toFloat64(count()) AS m0
    FROM candidates
    ARRAY JOIN CAST(arrayConcat(CAST(reached_goals, 'Array(Int64)')), 'Array(Int64)') AS reached
    GROUP BY reached, d0, d1
  ),
  kept AS (
    SELECT reached, d0, d1
    FROM candidate_rows
    WHERE role = 0 AND m0 > {p9:Float64}
  ),
  selection AS (
    SELECT * EXCEPT (reached_goals), arrayFilter(g -> (toInt64(g), d0, d1) IN (SELECT * FROM kept), reached_goals) AS reached_goals FROM candidates
  ),
  grouped_counted AS (
    SELECT grouping(d0) AS level,
      if(grouping(d0) = 0, if(reached > 0, 0, 3), multiIf(reached = 0, 1, reached = -1, 2, 3)) AS role,
      reached,
      d0,
      d1,
      count() AS n,
      toFloat64(count()) AS m0,
      toFloat64(count()) AS m1
    FROM (SELECT * REPLACE (if(empty(reached_goals), 0, visitor_id) AS visitor_id) FROM selection)
    ARRAY JOIN CAST(arrayConcat(if(empty(reached_goals), [-1], [0]), CAST(reached_goals, 'Array(Int64)')), 'Array(Int64)') AS reached
    GROUP BY GROUPING SETS ((reached, d0, d1), (reached))
  ),
  grouped AS (
    SELECT * EXCEPT (m1),
      100 * n / nullIf(sumIf(n, NOT reached > 0) OVER (PARTITION BY level, d0, d1), 0) AS m1
    FROM grouped_counted
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
ORDER BY role = 0, m0 DESC NULLS LAST, d0 ASC NULLS LAST, d1 ASC NULLS LAST, reached ASC NULLS LAST
LIMIT {p10:UInt64}
SETTINGS do_not_merge_across_partitions_select_final = 1, transform_null_in = 1
