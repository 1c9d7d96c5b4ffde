-- p0 = [1]
-- p1 = "2026-02-27"
-- p2 = "2026-03-05"
-- p3 = "UTC"
-- p4 = "2026-03-01"
-- p5 = "2026-03-03"
-- p6 = "2026-02-28"
-- p7 = "2026-03-07"
-- p8 = "2026-03-06"
-- p9 = "cart"
-- p10 = "2020-01-01"
-- p11 = [7]
WITH
  selection AS (
    SELECT *
    FROM visits FINAL
    WHERE counter_id IN {p0:Array(UInt32)}
      AND opened_on BETWEEN {p1:Date} AND {p2:Date}
      AND toDate(started_at, {p3:String}) BETWEEN {p4:Date} AND {p5:Date}
      AND NOT is_robot
      AND (((counter_id, visit_id) IN (
      SELECT counter_id, visit_id
      FROM hits
      WHERE counter_id IN {p0:Array(UInt32)} AND toDate(at) BETWEEN {p6:Date} AND {p7:Date} AND toDate(at, {p3:String}) BETWEEN {p4:Date} AND {p8:Date} AND kind = 'view' AND NOT is_robot AND (position(url, {p9:String}) > 0)
    )) AND NOT ((visitor_id) IN (
      SELECT visitor_id
      FROM visits FINAL
      WHERE counter_id IN {p0:Array(UInt32)} AND NOT is_robot AND ((toString(toDate(started_at, {p3:String})) >= {p10:String}) AND (hasAny(goal_ids, {p11:Array(UInt64)})))
    )))
  ),
  grouped AS (
    SELECT 1 AS role,
      count() AS n,
      toFloat64(count()) AS m0
    FROM selection
  )
SELECT *
FROM grouped
SETTINGS do_not_merge_across_partitions_select_final = 1
