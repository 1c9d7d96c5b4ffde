-- p0 = "UTC"
-- p1 = [1]
-- p2 = "2026-02-27"
-- p3 = "2026-03-05"
-- p4 = "2026-03-01"
-- p5 = "2026-03-03"
-- p6 = "2026-03-07"
-- p7 = "2026-02-28"
-- p8 = "2026-03-06"
-- p9 = "2026-03-09"
-- p10 = [7,8]
-- p11 = 102
WITH
  selection AS (
    SELECT *,
      arrayDistinct(arrayMap(r -> toJSONString(CAST([toString(nullIf(r.5, '')), toString(if(r.5 = '', NULL, r.6))], 'Array(Nullable(String))')), arrayFilter(r -> isNotNull(nullIf(r.5, '')), visit_conversations))) AS conversations_shown
    FROM (
      SELECT * FROM visits WHERE opened_on < (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
      UNION ALL
      SELECT * FROM visits FINAL WHERE opened_on >= (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
    ) AS visits ANY LEFT JOIN (
      SELECT counter_id, visit_id, groupArray((start, answered_seconds, rating, operator_id, rule_id, variant)) AS visit_conversations
      FROM (
      SELECT told.*, of_visit.visit_id AS visit_id
      FROM (
        SELECT *, at + 60 AS until
        FROM conversations FINAL
        WHERE counter_id IN {p1:Array(UInt32)} AND toDate(at) BETWEEN {p2:Date} AND {p6:Date} AND toDate(at, {p0:String}) BETWEEN {p7:Date} AND {p8:Date} AND NOT false
      ) AS told
      ASOF INNER JOIN (
        SELECT counter_id, visitor_id, visit_id, started_at
        FROM (
      SELECT * FROM visits WHERE opened_on < (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
      UNION ALL
      SELECT * FROM visits FINAL WHERE opened_on >= (SELECT argMax(day, (number, -toInt32(day))) FROM closed_days)
    ) AS visits
        WHERE counter_id IN {p1:Array(UInt32)} AND opened_on BETWEEN {p2:Date} AND {p9:Date} AND toDate(started_at, {p0:String}) BETWEEN {p4:Date} AND {p6:Date} AND visitor_id IN (SELECT visitor_id FROM conversations FINAL WHERE counter_id IN {p1:Array(UInt32)} AND toDate(at) BETWEEN {p2:Date} AND {p6:Date} AND toDate(at, {p0:String}) BETWEEN {p7:Date} AND {p8:Date} AND NOT false)
      ) AS of_visit
      ON told.counter_id = of_visit.counter_id AND told.visitor_id = of_visit.visitor_id AND told.until >= of_visit.started_at
      WHERE dateDiff('second', of_visit.started_at, told.at) <= 172800
    )
      WHERE 1
      GROUP BY counter_id, visit_id
    ) AS conversations_of_visits USING (counter_id, visit_id)
    WHERE counter_id IN {p1:Array(UInt32)}
      AND opened_on BETWEEN {p2:Date} AND {p3:Date}
      AND toDate(started_at, {p0:String}) BETWEEN {p4:Date} AND {p5:Date}
      AND NOT is_robot
  ),
  grouped AS (
    SELECT 0 AS level,
      multiIf(startsWith(conversations_row, '='), 0, conversations_row = '', 1, 2) AS role,
      conversations_row,
      JSONExtract(substring(conversations_row, 2), 'Array(Nullable(String))')[1] AS d0,
      toFloat64OrNull(JSONExtract(substring(conversations_row, 2), 'Array(Nullable(String))')[2]) AS d1,
      count() AS n,
      toFloat64(sum(arrayCount(x -> true, arrayFilter(r -> if(startsWith(conversations_row, '='), concat('=', toJSONString(CAST([toString(nullIf(r.5, '')), toString(if(r.5 = '', NULL, r.6))], 'Array(Nullable(String))'))) = conversations_row, has(conversations_shown, toJSONString(CAST([toString(nullIf(r.5, '')), toString(if(r.5 = '', NULL, r.6))], 'Array(Nullable(String))')))), visit_conversations)))) AS m0,
      toFloat64(sum(arrayCount(x -> isNotNull(x.2), arrayFilter(r -> if(startsWith(conversations_row, '='), concat('=', toJSONString(CAST([toString(nullIf(r.5, '')), toString(if(r.5 = '', NULL, r.6))], 'Array(Nullable(String))'))) = conversations_row, has(conversations_shown, toJSONString(CAST([toString(nullIf(r.5, '')), toString(if(r.5 = '', NULL, r.6))], 'Array(Nullable(String))')))), visit_conversations)))) AS m1,
      toFloat64(sumArray(arrayMap(x -> toUInt64(ifNull(x.2, 0)), arrayFilter(r -> if(startsWith(conversations_row, '='), concat('=', toJSONString(CAST([toString(nullIf(r.5, '')), toString(if(r.5 = '', NULL, r.6))], 'Array(Nullable(String))'))) = conversations_row, has(conversations_shown, toJSONString(CAST([toString(nullIf(r.5, '')), toString(if(r.5 = '', NULL, r.6))], 'Array(Nullable(String))')))), visit_conversations))) / nullIf(sum(arrayCount(x -> isNotNull(x.2), arrayFilter(r -> if(startsWith(conversations_row, '='), concat('=', toJSONString(CAST([toString(nullIf(r.5, '')), toString(if(r.5 = '', NULL, r.6))], 'Array(Nullable(String))'))) = conversations_row, has(conversations_shown, toJSONString(CAST([toString(nullIf(r.5, '')), toString(if(r.5 = '', NULL, r.6))], 'Array(Nullable(String))')))), visit_conversations))), 0)) AS m2,
      toFloat64(sumArray(arrayMap(x -> toUInt64(ifNull(x.3, 0)), arrayFilter(r -> if(startsWith(conversations_row, '='), concat('=', toJSONString(CAST([toString(nullIf(r.5, '')), toString(if(r.5 = '', NULL, r.6))], 'Array(Nullable(String))'))) = conversations_row, has(conversations_shown, toJSONString(CAST([toString(nullIf(r.5, '')), toString(if(r.5 = '', NULL, r.6))], 'Array(Nullable(String))')))), visit_conversations))) / nullIf(sum(arrayCount(x -> isNotNull(x.3), arrayFilter(r -> if(startsWith(conversations_row, '='), concat('=', toJSONString(CAST([toString(nullIf(r.5, '')), toString(if(r.5 = '', NULL, r.6))], 'Array(Nullable(String))'))) = conversations_row, has(conversations_shown, toJSONString(CAST([toString(nullIf(r.5, '')), toString(if(r.5 = '', NULL, r.6))], 'Array(Nullable(String))')))), visit_conversations))), 0)) AS m3,
      toFloat64(uniqExact(visitor_id)) AS m4,
      toFloat64(100 * countIf(hasAny(goal_ids, {p10:Array(UInt64)})) / nullIf(count(), 0)) AS m5
    FROM selection
    ARRAY JOIN CAST(arrayConcat(if(empty(conversations_shown), [], ['']), arrayMap(g -> concat('=', g), conversations_shown)), 'Array(String)') AS conversations_row
    GROUP BY conversations_row
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
LIMIT {p11:UInt64}
SETTINGS do_not_merge_across_partitions_select_final = 1
